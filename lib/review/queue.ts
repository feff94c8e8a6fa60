import type { Chain } from '@/lib/attribution/chain';
import { handOf } from '@/lib/attribution/hand';
import { strengthOf } from '@/lib/attribution/strength';
import type { Claim } from '@/lib/claims/claim';
import type { Bearing } from './bearing/bearing';
import type { QueueFilter } from './schema';

/** A claim and the article it stands in. */
export type ListedClaim = {
  readonly claim: Claim;
  readonly article: { readonly id: string; readonly title: string };
};

/** A submitted claim as the queue shows it: with its article, what bears on it there, and whether it is this actor's to approve. */
export type QueueItem = ListedClaim & {
  readonly bearing: Bearing;
  /** Why this actor may not approve it (four eyes), or null. */
  readonly approveRefusal: string | null;
};

/** One page, oldest first. `next` is the keyset cursor of the following page, null at the end; `total` counts all that match. */
export type QueuePage = {
  readonly items: readonly QueueItem[];
  readonly next: string | null;
  readonly total: number;
};

/** Keyset cursor: the last row's waiting-since time and id. */
export type QueueCursor = { readonly submittedAt: Date; readonly id: string };

export function toCursor({ submittedAt, id }: QueueCursor): string {
  return `${submittedAt.getTime()}.${id}`;
}

/** Null when `text` is not a cursor this code wrote; the queue then starts at its beginning. */
export function parseCursor(text: string): QueueCursor | null {
  const match = /^(\d{1,16})\.([0-9a-f-]{36})$/.exec(text);
  if (match === null) return null;
  const submittedAt = new Date(Number(match[1]));
  return Number.isNaN(submittedAt.getTime()) ? null : { submittedAt, id: match[2] as string };
}

/** Whether the chain is as far away and as strong as the filter asks for; what it does not ask does not matter. Linear. */
export function matchesChain(chain: Chain, { hand, strength }: Pick<QueueFilter, 'hand' | 'strength'>): boolean {
  if (hand !== undefined && handKey(handOf(chain)) !== hand) return false;
  return strength === undefined || String(strengthOf(chain).value) === strength;
}

/** From the third hand on all are as far. */
function handKey(hand: number | null): string {
  return hand === null ? 'none' : String(Math.min(hand, 3));
}
