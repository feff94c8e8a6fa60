import { browserStorage } from '@/components/ui/browser-storage';
import { createKeptStore } from '@/lib/delivery/kept-store';

/** What was being written, by where: a new matter on a claim, an answer in a thread, another wording of a comment. */
type Draft = { readonly key: string; readonly at: number; readonly text: string };

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

export function findDraft(userId: string, place: string): string | null {
  return (
    storeOf(userId)
      .load()
      .find(({ key }) => key === place)?.text ?? null
  );
}

/** Empty, or null, takes it away. */
export function keepDraft(userId: string, place: string, text: string | null): void {
  const store = storeOf(userId);
  if (text === null || text === '') store.forget(place);
  else store.keep({ key: place, at: Date.now(), text });
}
