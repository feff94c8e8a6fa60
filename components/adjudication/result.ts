import type { Comparison } from '@/lib/adjudication/compare-claims';
import { consensusOf } from '@/lib/adjudication/consensus';
import type { Choice, Decision } from '@/lib/adjudication/decision';
import { FIELDS, type Field } from '@/lib/adjudication/field';
import { fieldLines, type Naming } from '@/lib/adjudication/field-words';
import type { Parent } from '@/lib/adjudication/parent';
import type { Passage } from '@/lib/adjudication/passages';
import { toShownSource } from '@/lib/claims/tag-values';
import { type TextRange, toTextRange } from '@/lib/text/offset';

/** What a decision comes to, as far as it was made: the lines of each field, and where the claim will stand. */
export type Result = {
  readonly spans: readonly TextRange[];
  /** Fields that still differ have none. */
  readonly lines: ReadonlyMap<Field, readonly string[]>;
};

/** Null where nothing was decided, or there will be no claim. */
export function resultOf(
  comparison: Comparison,
  decision: Decision | null,
  { passages, naming }: { readonly passages: readonly Passage[]; readonly naming: Naming },
): Result | null {
  const { parents, differing } = comparison;
  const [first] = parents;
  if (decision === null || decision.kind === 'none' || first === undefined) return null;
  const open = decision.kind === 'mix' ? differing.filter((field) => decision.choices[field] === undefined) : [];
  const consensus = consensusOf(comparison, filledUp(decision, open, first.id));
  if (consensus === null) return null;
  const { tag, details } = consensus;
  const spans = tag.spans.map(({ start, end }) => toTextRange(start, end));
  const claim: Parent = {
    ...first,
    ...details,
    spans: spans.map((span) => ({ ...span, quote: quoteOf(passages, span), before: '', after: '' })),
    sourceType: tag.sourceType,
    source: toShownSource(tag.source, tag.sourceType),
    confidence: tag.confidence,
    note: tag.note,
  };
  const settled = FIELDS.filter((field) => !open.includes(field));
  return {
    spans: open.includes('spans') ? [] : spans,
    lines: new Map(settled.map((field) => [field, fieldLines(field, claim, naming)] as const)),
  };
}

/** With what is still open as the first has it, so that the rest can be shown. */
function filledUp(decision: Decision, open: readonly Field[], claimId: string): Decision {
  if (decision.kind !== 'mix' || open.length === 0) return decision;
  const rest = Object.fromEntries(open.map((field): [Field, Choice] => [field, { kind: 'from', claimId }]));
  return { kind: 'mix', choices: { ...decision.choices, ...rest } };
}

function quoteOf(passages: readonly Passage[], { start, end }: TextRange): string {
  const passage = passages.find((one) => one.start <= start && end <= one.start + one.text.length);
  return passage === undefined ? '' : passage.text.slice(start - passage.start, end - passage.start);
}
