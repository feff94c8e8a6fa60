import { DAY } from '@/lib/kernel/clock';
import type { RecordSlice } from './track-record';

/** How a track record is cut, as it stands in the URL: days (UTC, `to` included), articles and their topics. Empty: not cut. */
export type SliceChoice = {
  /** YYYY-MM-DD. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly articles: readonly string[];
  readonly topics: readonly string[];
};

export function isSliced({ from, to, articles, topics }: SliceChoice): boolean {
  return from !== undefined || to !== undefined || articles.length > 0 || topics.length > 0;
}

/** The slice of a choice. A day begins at midnight UTC; the last day belongs to it whole. */
export function toSlice({ from, to, articles, topics }: SliceChoice): RecordSlice {
  return {
    ...(from === undefined ? {} : { from: new Date(`${from}T00:00:00.000Z`) }),
    ...(to === undefined ? {} : { to: new Date(new Date(`${to}T00:00:00.000Z`).getTime() + DAY) }),
    ...(articles.length === 0 ? {} : { articleIds: new Set(articles) }),
    ...(topics.length === 0 ? {} : { topics: new Set(topics) }),
  };
}
