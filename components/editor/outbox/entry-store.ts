import { createKeptStore, type KeptStore } from '@/lib/delivery/kept-store';
import { type KeptWrite, parseKeptWrite } from './entry';

export type EntryStore = KeptStore<KeptWrite>;

/** The unanswered writes of one person in one article. */
export function createEntryStore(find: () => Storage | null, userId: string, articleId: string): EntryStore {
  return createKeptStore(find, {
    prefix: `hearsay:outbox:${userId}:${articleId}:`,
    parse: parseKeptWrite,
    print: ({ key, at, write, tab }) => JSON.stringify({ key, at, write, tab }),
  });
}
