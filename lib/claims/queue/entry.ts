import type { Chain } from '@/lib/attribution/chain';
import type { SourceType } from '@/lib/attribution/source-type';
import type { Confidence } from '../confidence';
import type { Finding } from '../finding';
import type { FlagMark } from '../flag';
import { flagsOf } from '../flags';
import { choicesOf, toCell } from './cell';
import type { QueueDisagreement } from './choices';

/**
 * What the queue finds a waiting claim by. Nothing here is shown: it leads to the claim, which is read and computed as
 * everywhere else. Not here: how lists are paged (lib/review/queue/).
 */
export type QueuedClaim = {
  readonly id: string;
  readonly deskId: string;
  readonly articleId: string;
  readonly checkerId: string;
  readonly sourceType: SourceType;
  readonly confidence: Confidence;
  /** Since when it waits, ms. */
  readonly at: number;
  /** Where in the text it begins, UTF-16. */
  readonly start: number;
  readonly chain: Chain;
  /** Everybody on its chain, as the rows name them: which of them are one by now is asked when the queue is read. */
  readonly sourceIds: readonly string[];
  readonly finding: Pick<Finding, 'attributionCheck' | 'contentCheck'>;
  readonly flags: readonly FlagMark[];
  readonly contradicted: boolean;
  /** Its chain is part of a circle of its article. */
  readonly circular: boolean;
  readonly disagreement: QueueDisagreement;
};

const QUEUE_LIST_KINDS = ['all', 'article', 'checker', 'source', 'flag'] as const;
export type QueueListKind = (typeof QUEUE_LIST_KINDS)[number];

/** A list of a desk that a claim stands in. `ref` is an id, a flag, or empty for all. */
export type QueueListRef = { readonly kind: QueueListKind; readonly ref: string };

export type QueueEntry = {
  readonly cell: number;
  readonly at: number;
  readonly start: number;
  /** Each once. A flag that a person dismissed does not stand, so it lists nothing. */
  readonly lists: readonly QueueListRef[];
};

/** Linear in the chain. */
export function toQueueEntry(claim: QueuedClaim): QueueEntry {
  const { id, articleId, checkerId, sourceIds, at, start, finding, contradicted, circular } = claim;
  const [self, none] = [new Set([id]), new Set<string>()];
  const flags = flagsOf({ ...claim, relations: [] }, { contradicted: contradicted ? self : none, circular: circular ? self : none });
  return {
    cell: toCell(choicesOf({ ...claim, contentCheck: finding.contentCheck })),
    at,
    start,
    lists: [
      { kind: 'all', ref: '' },
      { kind: 'article', ref: articleId },
      { kind: 'checker', ref: checkerId },
      ...[...new Set(sourceIds)].map((ref) => ({ kind: 'source', ref }) as const),
      ...flags.filter(({ dismissed }) => !dismissed).map(({ flag }) => ({ kind: 'flag', ref: flag }) as const),
    ],
  };
}
