import { browserStorage } from '@/components/ui/browser-storage';
import { createKeptStore } from '@/lib/delivery/kept-store';
import { newId } from '@/lib/kernel/ids';

/**
 * What was being written, by where: a new matter on a claim, an answer in a thread, another wording of a comment. `version`: of the
 * comment that it is to replace. `tab`: of the browser, in which it was typed. `aside`: the form was left with it, so it does not open by
 * itself.
 */
type Draft = {
  readonly key: string;
  readonly at: number;
  readonly text: string;
  readonly version?: number | undefined;
  readonly tab?: string | undefined;
  readonly aside?: boolean | undefined;
};

/** Each person has their own, so that nobody finds the words of whoever used the browser before. */
const storeOf = (userId: string) =>
  createKeptStore<Draft>(browserStorage, {
    prefix: `hearsay.comment.${userId}.`,
    parse: parseDraft,
    print: (draft) => JSON.stringify(draft),
  });

function parseDraft(text: string): Draft | null {
  try {
    const draft = JSON.parse(text) as Partial<Draft> | null;
    return typeof draft?.key === 'string' && typeof draft.at === 'number' && typeof draft.text === 'string' ? (draft as Draft) : null;
  } catch {
    return null;
  }
}

export function findDraft(userId: string, place: string): Draft | null {
  return (
    storeOf(userId)
      .load()
      .find(({ key }) => key === place) ?? null
  );
}

/** What waits to be sent: shown again where the page was left with it. Another tab may have it open, and be typed in. */
export function findWaiting(userId: string, place: string): Draft | null {
  const draft = findDraft(userId, place);
  return draft === null || draft.aside || draft.tab !== ownTab() ? null : draft;
}

/** The name of this tab, which outlives a reload and is told to no other; undefined where the browser keeps nothing. */
function ownTab(): string | undefined {
  try {
    const name = sessionStorage.getItem('hearsay.tab') ?? newId();
    sessionStorage.setItem('hearsay.tab', name);
    return name;
  } catch {
    return undefined;
  }
}

/** Empty, or null, takes it away. */
export function keepDraft(userId: string, place: string, text: string | null, version?: number): void {
  const store = storeOf(userId);
  if (text === null || text === '') store.forget(place);
  else store.keep({ key: place, at: Date.now(), text, version, tab: ownTab() });
}

/** The form is left: what was typed is there when it is opened again, and not before. */
export function putAside(userId: string, place: string): void {
  const draft = findDraft(userId, place);
  if (draft !== null) storeOf(userId).keep({ ...draft, aside: true });
}
