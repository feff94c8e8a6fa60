import type { TagValues } from '@/lib/claims/tag-values';
import type { Passing } from '@/lib/delivery/trouble';
import type { QueueItem } from '@/lib/review/queue';

/** What an editor does with a claim that waits. Takes the whole corrected tag along with a fix. */
export type Decided =
  | { readonly kind: 'approve' }
  | { readonly kind: 'fix'; readonly tag: TagValues }
  /** `reasonId`: which of the desk's reasons it is. */
  | { readonly kind: 'return'; readonly reason: string; readonly reasonId?: string | undefined }
  | { readonly kind: 'reject'; readonly reason: string };

/** A decision, or the taking back of the claim's last one. */
export type Act = Decided | { readonly kind: 'undo' };

/**
 * One act that the server has not answered yet. `item` is what the person saw when they acted; `version`
 * is the claim's at that moment, or null for "the one that the act before it on this claim leaves".
 * `key` stays the same however often it is sent, so that a repeat applies once.
 */
export type Entry = {
  readonly key: string;
  readonly item: QueueItem;
  readonly act: Act;
  readonly version: number | null;
  readonly state: 'waiting' | 'sending';
  /** How often it was sent. From 1 on the server may have applied it, answer or not. */
  readonly attempts: number;
  /** Why no answer came that counts. `unreachable` and `server` are tried again by themselves. */
  readonly trouble: Passing | null;
  /** Made together with others: they are sent together, and taken back together. */
  readonly group?: string | undefined;
  /** An earlier window left it behind. */
  readonly adopted?: boolean;
};

/** An act that waits to be sent. `attempts`: at least so often it was. */
export function toEntry(start: Pick<Entry, 'key' | 'item' | 'act' | 'version' | 'attempts' | 'group'>): Entry {
  return { ...start, state: 'waiting', trouble: null };
}
