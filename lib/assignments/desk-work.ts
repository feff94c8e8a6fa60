import { type Assignment, UNASSIGNED } from './assignment';
import { canTake, isLate, partState, placesLeft } from './parts';
import { byUrgency, type Urgency } from './urgency';

/** An article as the desk's lists of work show it. */
export type Work = Urgency & {
  readonly title: string;
  readonly checkers: number;
  /** Until when it is somebody's; null where an editor gave it, or it is nobody's. */
  readonly leaseUntil: Date | null;
};

type Open = Assignment & Urgency & { readonly title: string };

/** What of the open work is before one person. */
export type DeskWork = {
  /** Taken from the pool, the lease that ends first on top; those that lapsed and can still be had again among them. */
  readonly held: readonly (Work & { readonly lapsed: boolean })[];
  /** Given by an editor, the most urgent first. */
  readonly given: readonly Work[];
  /** What they could take, the most urgent first. */
  readonly pool: readonly Work[];
};

/** `untouched`: articles that nobody was assigned to and nobody began. */
export function toDeskWork(
  open: readonly Open[],
  untouched: readonly Pick<Open, 'articleId' | 'title' | 'createdAt'>[],
  { userId, now }: { readonly userId: string; readonly now: Date },
): DeskWork {
  const held: DeskWork['held'][number][] = [];
  const given: Work[] = [];
  const pool: Work[] = untouched.map((article) => toWork({ ...UNASSIGNED, ...article }, null));
  for (const each of open) {
    const own = each.parts.find(({ personId }) => personId === userId);
    const state = own === undefined ? null : partState(own, now);
    const mine = toWork(each, own?.leaseUntil ?? null);
    if (state === 'held' && own?.leaseUntil === null) given.push(mine);
    else if (state === 'held') held.push({ ...mine, lapsed: false });
    else if (state === 'lapsed' && canTake(each, userId, now)) held.push({ ...mine, lapsed: true });
    else if (canTake(each, userId, now)) pool.push(toWork(each, null));
  }
  const ends = ({ leaseUntil }: Work) => leaseUntil?.getTime() ?? 0;
  return { held: held.sort((a, b) => ends(a) - ends(b)), given: given.sort(byUrgency), pool: pool.sort(byUrgency) };
}

function toWork({ articleId, title, priority, dueAt, createdAt, checkers }: Omit<Work, 'leaseUntil'>, leaseUntil: Date | null): Work {
  return { articleId, title, priority, dueAt, createdAt, checkers, leaseUntil };
}

/** What should be checked by now and is not, the most urgent first; how many places nobody has. */
export function lateWork(open: readonly Open[], now: Date): readonly (Work & { readonly placesLeft: number })[] {
  return open
    .filter((each) => isLate(each, now))
    .map((each) => ({ ...toWork(each, null), placesLeft: placesLeft(each, now) }))
    .sort(byUrgency);
}
