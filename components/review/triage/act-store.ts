import { createKeptStore, type KeptStore } from '@/lib/delivery/kept-store';
import { type KeptAct, printKeptAct } from './kept-act';

/** Reading back is apart (left-acts.ts): a page that finds nothing kept does without what checks it. */
export type ActStore = Omit<KeptStore<KeptAct>, 'load'>;

/** Whose decisions they are. */
export type Whose = { readonly userId: string; readonly deskId: string };

/** The unanswered decisions of one person on one desk. */
export function createActStore(find: () => Storage | null, whose: Whose): ActStore {
  return createKeptStore<KeptAct>(find, { prefix: actPrefix(whose), parse: () => null, print: printKeptAct });
}

export function actPrefix({ deskId, userId }: Whose): string {
  return `hearsay:decisions:${deskId}:${userId}:`;
}
