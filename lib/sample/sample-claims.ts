import type { Chain } from '@/lib/attribution/chain';
import { taggedLink } from '@/lib/attribution/chain';
import type { SourceType } from '@/lib/attribution/source-type';
import type { Confidence } from '@/lib/claims/confidence';
import type { Evidence } from '@/lib/claims/evidence';
import type { Finding } from '@/lib/claims/finding';
import type { FlagMark } from '@/lib/claims/flag';
import { flagContextOf } from '@/lib/claims/flags';
import type { Relation } from '@/lib/claims/relation';
import { createCodePointIndex } from '@/lib/text/code-points';
import type { CodePointOffset } from '@/lib/text/offset';
import { annotationInput } from './annotation';
import { toSampleChain } from './sample-chains';
import { type SampleOrigin, toSampleOrigins } from './sample-origins';
import { SAMPLE_EVIDENCE, SAMPLE_FINDINGS, toFlagMarks, toRelations } from './sample-remarks';

/** What becomes of a sample claim after it is written. */
export type SampleFate = 'draft' | 'submitted' | 'approved' | 'returned';

export type SampleClaim = {
  /** The annotation's own id, by which the sample's relations refer to it. */
  readonly id: string;
  readonly span: { readonly start: number; readonly end: number };
  readonly sourceType: SourceType;
  readonly sourceName: string | null;
  /** Its sources have their names for ids. */
  readonly chain: Chain;
  readonly finding: Finding | null;
  readonly evidence: readonly Omit<Evidence, 'id'>[];
  readonly flags: readonly FlagMark[];
  /** To claims that stand before this one in the list, by the annotation's ids. */
  readonly relations: readonly Relation[];
  readonly confidence: Confidence;
  readonly note: string;
  readonly fate: SampleFate;
  /** Made by the editor rather than the checker, so that four eyes can be met on the first day. */
  readonly byEditor: boolean;
  readonly returnReason: string | null;
};

/** Chosen so that every queue and every state has something in it on the first start. */
const FATES: Readonly<Record<string, SampleFate>> = {
  ...fate('submitted', ['c08', 'c09', 'c10', 'c11', 'c12', 'c14', 'c15', 'c17', 'c20']),
  ...fate('returned', ['c16', 'c19']),
  ...fate('draft', ['c21', 'c22', 'c25', 'c26']),
};

const RETURN_REASONS: Readonly<Record<string, string>> = {
  c16: 'Is this still the disappointment of the elite circles, or the article’s own voice? Say which, and why, in the note.',
  c19: 'Check the edges: does “still” in the sentence before belong to this claim?',
};

const BY_EDITOR = 'c17';

function fate(value: SampleFate, ids: readonly string[]): Record<string, SampleFate> {
  return Object.fromEntries(ids.map((id) => [id, value]));
}

/** The worked annotation as claims and origins for the sample's text. Throws when a span or a cue does not hold its words. */
export function toSample(
  input: unknown,
  text: string,
): { readonly claims: readonly SampleClaim[]; readonly origins: readonly SampleOrigin[] } {
  const annotation = annotationInput.parse(input);
  const index = createCodePointIndex(text);
  const relations = toRelations(annotation);
  const placed = annotation.claims.map((claim) => {
    const start = index.toTextOffset(claim.span.start as CodePointOffset);
    const end = index.toTextOffset(claim.span.end as CodePointOffset);
    if (text.slice(start, end) !== claim.span.exact) throw new Error(`The sample's claim ${claim.id} is not at its place in the text.`);
    const chain = toSampleChain(claim, annotation.sources, { text, index });
    return { claim, id: claim.id, span: { start, end }, chain, relations: relations.get(claim.id) ?? [] };
  });
  const context = flagContextOf(placed);
  const claims = placed.map(({ claim, id, chain, ...rest }): SampleClaim => {
    const evidence = SAMPLE_EVIDENCE[id];
    return {
      ...rest,
      id,
      chain,
      sourceType: claim.sourceType,
      sourceName: taggedLink(chain).source?.name ?? null,
      finding: SAMPLE_FINDINGS[id] ?? null,
      evidence: evidence === undefined ? [] : [evidence],
      flags: toFlagMarks(claim, chain, context),
      confidence: confidenceOf(claim.flags),
      note: claim.notes,
      fate: FATES[id] ?? 'approved',
      byEditor: id === BY_EDITOR,
      returnReason: RETURN_REASONS[id] ?? null,
    };
  });
  return { claims, origins: toSampleOrigins(annotation) };
}

/** The annotation holds no confidence; an arguable scope is tagged low, a plain attribution high. */
function confidenceOf(flags: readonly string[]): Confidence {
  if (flags.includes('ambiguous_scope')) return 'low';
  return flags.some((flag) => flag.startsWith('anonymous') || flag.startsWith('bare') || flag.startsWith('contradict'))
    ? 'moderate'
    : 'high';
}
