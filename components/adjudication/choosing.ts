import { type Comparison, isAgreed } from '@/lib/adjudication/compare-claims';
import type { Choice, Decision } from '@/lib/adjudication/decision';
import { FIELD_FACTS, type Field } from '@/lib/adjudication/field';

/** Which decision follows from what somebody pressed; null where that means nothing here. All pure: what is sent is said elsewhere. */

/** One field of it from this choice, the others as they were decided. What was taken whole is taken field by field from then on. */
export function chooseField(comparison: Comparison, decision: Decision | null, field: Field, choice: Choice): Decision {
  return { kind: 'mix', choices: { ...choicesOf(comparison, decision), [field]: choice } };
}

/** The words merged: all that anybody marked; pressed again, only what all did. Null where one person marked them alone. */
export function mergeWords(comparison: Comparison, decision: Decision | null): Decision | null {
  if (comparison.parents.length < 2) return null;
  const now = decision?.kind === 'mix' ? decision.choices.spans : undefined;
  const take = now?.kind === 'merged_edges' && now.take === 'all' ? 'shared' : 'all';
  return chooseField(comparison, decision, 'spans', { kind: 'merged_edges', take });
}

/** The whole as one parent has it. What all agree on is accepted as such. */
export function takeWhole(comparison: Comparison, claimId: string): Decision {
  return isAgreed(comparison) ? { kind: 'agreed' } : { kind: 'take', claimId };
}

/** One field as a parent has it; both texts, where it is one of text. */
export function isText(field: Field): boolean {
  return FIELD_FACTS[field].kind === 'text';
}

/** The field after this one among those that differ, the first after the last; null where none does. */
export function nextField({ differing }: Comparison, field: Field | null): Field | null {
  const at = field === null ? -1 : differing.indexOf(field);
  return differing[(at + 1) % Math.max(1, differing.length)] ?? null;
}

function choicesOf({ differing }: Comparison, decision: Decision | null): { readonly [Name in Field]?: Choice | undefined } {
  if (decision?.kind === 'mix') return decision.choices;
  if (decision?.kind !== 'take') return {};
  const { claimId } = decision;
  return Object.fromEntries(differing.map((field) => [field, { kind: 'from', claimId }] as const));
}

/** Where a field comes from just now; null where that is not decided. */
export function choiceOf(comparison: Comparison, decision: Decision | null, field: Field): Choice | null {
  return choicesOf(comparison, decision)[field] ?? null;
}
