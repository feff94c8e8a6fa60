import { createKeptStore, type KeptStore } from '@/lib/delivery/kept-store';
import type { KeptWrite } from './entry';

export type EntryStore = KeptStore<KeptWrite>;

/** The unanswered writes of one person in one article. `parse`: parse-kept-write.ts, which a page with nothing kept does without. */
export function createEntryStore(
  find: () => Storage | null,
  whose: { readonly userId: string; readonly articleId: string },
  parse: (text: string) => KeptWrite | null,
): EntryStore {
  return createKeptStore(find, {
    prefix: `hearsay:outbox:${whose.userId}:${whose.articleId}:`,
    parse,
    print: ({ key, at, write, tab }) => JSON.stringify({ key, at, write, tab }),
  });
}
