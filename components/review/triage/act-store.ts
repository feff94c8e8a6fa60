import { createKeptStore, type KeptStore } from '@/lib/delivery/kept-store';
import { type KeptAct, parseKeptAct, printKeptAct } from './kept-act';

export type ActStore = KeptStore<KeptAct>;

/** The unanswered decisions of one person on one desk. */
export function createActStore(find: () => Storage | null, whose: { readonly deskId: string; readonly userId: string }): ActStore {
  return createKeptStore(find, {
    prefix: `hearsay:decisions:${whose.deskId}:${whose.userId}:`,
    parse: parseKeptAct,
    print: printKeptAct,
  });
}
