import { type Comparison, compareClaims } from '@/lib/adjudication/compare-claims';
import { atOnce, type Steps } from '@/lib/kernel/pause';
import type { PersonRef } from '@/lib/kernel/person';
import { type Claims, type FieldAgreement, whatSteps } from './what';
import { type Where, whereSteps } from './where';
import type { CheckedText, CheckerWork } from './work';

/** How far the checkers of an article agree. Private to editors: it is about people. */
export type AgreementReport =
  | {
      readonly defined: true;
      readonly people: readonly (PersonRef & { readonly claims: number })[];
      /** Claims that at least two of them made, and claims that one made alone. */
      readonly matched: number;
      readonly alone: number;
      readonly where: Where;
      /** Every two people, by their places; only where there are more than two. */
      readonly whereByPair: readonly { readonly pair: readonly [number, number]; readonly where: Where }[];
      readonly what: readonly FieldAgreement[];
      /** All that was matched, and what was not, field by field: the disagreements behind the figures. */
      readonly comparisons: readonly Comparison[];
    }
  | { readonly defined: false; readonly reason: string; readonly people: readonly (PersonRef & { readonly claims: number })[] };

/**
 * All measures of an article's checkers, from what each did by themselves. The same for the same work, whoever looks and
 * whenever: everything drawn by chance is drawn under a fixed seed.
 *
 * @param works the checkers, each with their claims of one revision (`checkersOf`)
 * Costs the matching and about a thousand times the cheaper measures: a fraction of a second for hundreds of claims of two people, seconds
 * for those of three. The matching is one step, as each draw is.
 */
export function* agreementSteps(works: readonly CheckerWork[], text: CheckedText): Steps<AgreementReport> {
  const people = works.map(({ person, claims }) => ({ ...person, claims: claims.length }));
  if (works.length < 2) {
    const reason = works.length === 0 ? 'nobody has made a claim on this article yet' : 'only one person has made claims on this article';
    return { defined: false, reason, people };
  }
  const claims = works.map((work) => work.claims);
  const comparisons = compareClaims(claims);
  const groups = comparisons.map((comparison) => claimsOf(comparison, works.length));
  const matched = groups.filter((group) => group.filter((claim) => claim !== null).length > 1).length;
  const pairs =
    works.length === 2 ? [] : works.flatMap((_, first) => works.slice(first + 1).map((_, at) => [first, first + at + 1] as const));
  yield;
  const whereByPair = [];
  for (const pair of pairs) {
    const both = pair.map((at) => claims[at] ?? []);
    whereByPair.push({ pair, where: yield* whereSteps(both, text) });
  }
  return {
    defined: true,
    people,
    matched,
    alone: groups.length - matched,
    where: yield* whereSteps(claims, text),
    whereByPair,
    what: yield* whatSteps(groups, works.length),
    comparisons,
  };
}

export function agreementOf(works: readonly CheckerWork[], text: CheckedText): AgreementReport {
  return atOnce(agreementSteps(works, text));
}

/** A comparison's claims with a place for each person: the parents, in their order, and nobody's for those without. */
function claimsOf({ parents, without }: Comparison, people: number): Claims {
  const [left, none] = [[...parents], new Set(without)];
  return Array.from({ length: people }, (_, person) => (none.has(person) ? null : (left.shift() ?? null)));
}
