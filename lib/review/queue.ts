import type { Claim } from '@/lib/claims/claim';
import type { Bearing } from './bearing/bearing';
import type { ClaimTransition } from './history';
import type { Standing } from './queue/order';

/** A claim and the article it stands in. */
export type ListedClaim = {
  readonly claim: Claim;
  readonly article: { readonly id: string; readonly title: string };
};

/**
 * One page in the order asked for. `next` is the keyset cursor of the following page, null at the end; `total` counts all that
 * match, null where that is not known yet: it is then asked for apart, since the page does not wait for it.
 */
export type ListedPage<Item = ListedClaim & { readonly standing: Standing }> = {
  readonly items: readonly Item[];
  readonly next: string | null;
  readonly total: number | null;
};

/** A submitted claim as the queue shows it: with its article, what bears on it there, and whether it is this actor's to approve. */
export type QueueItem = ListedClaim & {
  readonly bearing: Bearing;
  /** Why this actor may not approve it (four eyes), or null. */
  readonly approveRefusal: string | null;
  readonly standing: Standing;
};

export type QueuePage = ListedPage<QueueItem>;

/** What follows a page, with the steps its claims have taken. */
export type NextPage = Pick<QueuePage, 'items' | 'next'> & { readonly steps: readonly ClaimTransition[] };
