import { type Assignment, LEASE_MS, type Part } from './assignment';

/** Where a part stands at a moment. */
export type PartState = 'handed_in' | 'held' | 'lapsed' | 'ended';

/** A lease that ends at `now` has ended. */
export function partState(part: Pick<Part, 'handedInAt' | 'endedAt' | 'leaseUntil'>, now: Date): PartState {
  if (part.handedInAt !== null) return 'handed_in';
  if (part.endedAt !== null) return 'ended';
  return part.leaseUntil === null || part.leaseUntil > now ? 'held' : 'lapsed';
}

/** Whether the part fills one of its article's places. */
export function fillsPlace(part: Part, now: Date): boolean {
  const state = partState(part, now);
  return state === 'held' || state === 'handed_in';
}

/** How many more can take a part: none where blind checking was ended early. */
export function placesLeft({ checkers, endedAt, parts }: Pick<Assignment, 'checkers' | 'endedAt' | 'parts'>, now: Date): number {
  if (endedAt !== null) return 0;
  return Math.max(0, checkers - parts.filter((part) => fillsPlace(part, now)).length);
}

/** Whether this person can take a part at `now`: there is a place, and they have none of it yet. */
export function canTake(assignment: Pick<Assignment, 'checkers' | 'endedAt' | 'parts'>, personId: string, now: Date): boolean {
  const own = assignment.parts.find((part) => part.personId === personId);
  return placesLeft(assignment, now) > 0 && (own === undefined || !fillsPlace(own, now));
}

export function leaseFrom(now: Date): Date {
  return new Date(now.getTime() + LEASE_MS);
}

/** Whether so many have handed in as were to check it. */
export function isAllHandedIn({ checkers, parts }: Pick<Assignment, 'checkers' | 'parts'>): boolean {
  return parts.filter(({ handedInAt }) => handedInAt !== null).length >= checkers;
}

/** Whether the article's checking is over: all handed in, or ended by an editor. */
export function isChecked(assignment: Pick<Assignment, 'checkers' | 'endedAt' | 'parts'>): boolean {
  return assignment.endedAt !== null || isAllHandedIn(assignment);
}

/** Late: it was to be checked by then, and is not. */
export function isLate(assignment: Pick<Assignment, 'checkers' | 'endedAt' | 'parts' | 'dueAt'>, now: Date): boolean {
  return assignment.dueAt !== null && assignment.dueAt <= now && !isChecked(assignment);
}
