import { z } from 'zod';
import { SOURCE_TYPE_FACTS, SOURCE_TYPES, type SourceType } from '@/lib/attribution/source-type';
import type { Confidence } from '@/lib/claims/confidence';
import { required } from '@/lib/kernel/assert';
import { createCodePointIndex } from '@/lib/text/code-points';
import type { CodePointOffset } from '@/lib/text/offset';

/** The parts of prisma/sample/annotation.json that a bare tag is made of. Offsets there are Unicode code points. */
const annotationInput = z.object({
  sources: z.record(z.string(), z.object({ name: z.string(), type: z.string() })),
  claims: z.array(
    z.object({
      id: z.string(),
      span: z.object({ start: z.int(), end: z.int(), exact: z.string() }),
      chain: z.array(z.object({ sourceId: z.string() })),
      sourceType: z.enum(SOURCE_TYPES),
      flags: z.array(z.string()),
      notes: z.string(),
    }),
  ),
});

/** What becomes of a sample claim after it is written. */
export type SampleFate = 'draft' | 'submitted' | 'approved' | 'returned';

export type SampleClaim = {
  readonly span: { readonly start: number; readonly end: number };
  readonly sourceType: SourceType;
  readonly sourceName: string | null;
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

/** The worked annotation as tags for the sample's text. Throws when a span does not hold its quote. */
export function toSampleClaims(annotation: unknown, text: string): readonly SampleClaim[] {
  const { sources, claims } = annotationInput.parse(annotation);
  const index = createCodePointIndex(text);
  return claims.map((claim) => {
    const start = index.toTextOffset(claim.span.start as CodePointOffset);
    const end = index.toTextOffset(claim.span.end as CodePointOffset);
    if (text.slice(start, end) !== claim.span.exact) throw new Error(`The sample's claim ${claim.id} is not at its place in the text.`);
    return {
      span: { start, end },
      sourceType: claim.sourceType,
      sourceName: sourceNameOf(claim, sources),
      confidence: confidenceOf(claim.flags),
      note: claim.notes,
      fate: FATES[claim.id] ?? 'approved',
      byEditor: claim.id === BY_EDITOR,
      returnReason: RETURN_REASONS[claim.id] ?? null,
    };
  });
}

type Sources = z.infer<typeof annotationInput>['sources'];
type AnnotatedClaim = z.infer<typeof annotationInput>['claims'][number];

/** The bare tag has one source: the link of the chain whose type the claim bears. Only required sources are named. */
function sourceNameOf(claim: AnnotatedClaim, sources: Sources): string | null {
  if (SOURCE_TYPE_FACTS[claim.sourceType].source !== 'required') return null;
  const link = claim.chain.find(({ sourceId }) => sources[sourceId]?.type === claim.sourceType);
  return required(link && sources[link.sourceId]?.name, `the sample's claim ${claim.id} has a source of its type in its chain`);
}

/** The annotation holds no confidence; an arguable scope is tagged low, a plain attribution high. */
function confidenceOf(flags: readonly string[]): Confidence {
  if (flags.includes('ambiguous_scope')) return 'low';
  return flags.some((flag) => flag.startsWith('anonymous') || flag.startsWith('bare') || flag.startsWith('contradict'))
    ? 'moderate'
    : 'high';
}
