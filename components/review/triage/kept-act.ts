import type { Claim } from '@/lib/claims/claim';
import type { Entry } from './act';

/** What is kept of an act until it is answered: all that a repeat has to be the same request, and what the person saw. */
export type KeptAct = Pick<Entry, 'key' | 'item' | 'act' | 'version'> & {
  /** When it was made, in ms. */
  readonly at: number;
  /** It went out at least once, so the server may have applied it. */
  readonly sent: boolean;
  /** The server refused it: kept to be shown, and not sent by itself. `current` as in a Notice. */
  readonly refused?: { readonly message: string; readonly current?: Claim | null | undefined } | undefined;
};

export function printKeptAct({ key, at, sent, act: what, version, refused, item: { bearing: _, ...item } }: KeptAct): string {
  return JSON.stringify({ key, at, sent, act: what, version, refused, item });
}
