import type { Assignment, Colleague } from '@/lib/assignments/assignment';
import { partState } from '@/lib/assignments/parts';
import type { ClaimState } from '@/lib/claims/claim-state';

/** What somebody has before them. */
export type Workload = Colleague & {
  /** Articles they have a part in that is not handed in. */
  readonly articles: number;
  readonly drafts: number;
  /** Returned to them, or reopened by an edit. */
  readonly returned: number;
  /** Submitted, with the editors. */
  readonly waiting: number;
};

/** How many claims in a state are somebody's to go on with. */
export type PersonCount = { readonly personId: string; readonly state: ClaimState; readonly claims: number };

/**
 * What each of the desk has before them, those with the most first; of those who left only who has something to hand on,
 * before all others. Linear.
 */
export function toWorkload(
  colleagues: readonly Colleague[],
  {
    assignments,
    counts,
    now,
  }: { readonly assignments: readonly Assignment[]; readonly counts: readonly PersonCount[]; readonly now: Date },
): readonly Workload[] {
  const held = new Map<string, number>();
  for (const part of assignments.flatMap(({ endedAt, parts }) => (endedAt === null ? parts : []))) {
    if (partState(part, now) === 'held') held.set(part.personId, (held.get(part.personId) ?? 0) + 1);
  }
  const claimsOf = (id: string, states: readonly ClaimState[]) =>
    counts.filter(({ personId, state }) => personId === id && states.includes(state)).reduce((sum, { claims }) => sum + claims, 0);
  return colleagues
    .map((colleague) => ({
      ...colleague,
      articles: held.get(colleague.id) ?? 0,
      drafts: claimsOf(colleague.id, ['draft']),
      returned: claimsOf(colleague.id, ['returned', 'reopened']),
      waiting: claimsOf(colleague.id, ['submitted']),
    }))
    .filter((person) => !person.left || toDo(person) > 0)
    .sort((a, b) => Number(b.left) - Number(a.left) || toDo(b) - toDo(a) || a.name.localeCompare(b.name, 'en'));
}

/** How much of it is theirs to do. */
export function toDo({ articles, drafts, returned }: Pick<Workload, 'articles' | 'drafts' | 'returned'>): number {
  return articles + drafts + returned;
}
