import type { Assignment } from './assignment';
import { isChecked } from './parts';

/**
 * Who may see whose work on an article, in one place. While an article is checked blind, whoever has a part in it
 * sees their own work only, whatever their role, and a checker who has none sees nothing of it; editors and administrators
 * who never had one see all. A part that was given back still counts: what they made stays, and they could take it again. Every
 * reader asks `seenPeople`, or a `Sight` (sight.ts), which is its answer for all articles of a desk; the permission table asks it
 * before every write.
 */
export type Checking = {
  readonly blind: boolean;
  /** Everybody who ever had a part, lapsed or ended too: what they still send is taken. */
  readonly everChecked: readonly string[];
  /** Work that was handed on, within this article. */
  readonly handedOn: readonly { readonly from: string; readonly to: string }[];
};

/** An article that nobody was assigned to. */
export const UNGUARDED: Checking = { blind: false, everChecked: [], handedOn: [] };

export function toChecking(assignment: Pick<Assignment, 'checkers' | 'endedAt' | 'parts'>): Checking {
  const { checkers, parts } = assignment;
  return {
    blind: checkers >= 2 && !isChecked(assignment),
    everChecked: parts.map(({ personId }) => personId),
    handedOn: parts.flatMap(({ personId, heirId }) => (heirId === null ? [] : [{ from: personId, to: heirId }])),
  };
}

/** `seesThrough`: an editor or administrator. */
export type Viewer = { readonly userId: string; readonly seesThrough: boolean };

/** The people whose work on the article the viewer may see; null: everybody's. */
export function seenPeople({ userId, seesThrough }: Viewer, checking: Checking): readonly string[] | null {
  if (!checking.blind || (seesThrough && !checking.everChecked.includes(userId))) return null;
  return [userId, ...fromWhom(userId, checking)];
}

/** Whether a claim, a comment or the presence of `personId` on the article is for this viewer. */
export function maySee(viewer: Viewer, checking: Checking, personId: string): boolean {
  return seenPeople(viewer, checking)?.includes(personId) ?? true;
}

/** What of it a page may be told: of the others it only hears that they are not the one who asks. */
export function forEyes(userId: string, { blind, everChecked, handedOn }: Checking): Checking {
  const own = (people: readonly string[]) => people.filter((id) => id === userId);
  return { blind, everChecked: own(everChecked), handedOn: handedOn.filter(({ to }) => to === userId) };
}

/** Whether what `makerId` made on the article is this person's to go on with: their own, or handed on to them. */
export function isOwn(userId: string, makerId: string, { handedOn }: Checking): boolean {
  return makerId === userId || handedOn.some(({ from, to }) => from === makerId && to === userId);
}

function fromWhom(userId: string, { handedOn }: Checking): readonly string[] {
  return handedOn.filter(({ to }) => to === userId).map(({ from }) => from);
}
