'use client';

import { absoluteTime, relativeTime, type TimeStyle } from './time-words';
import { useNow } from './use-now';

type RelativeTimeProps = { at: Date; style?: TimeStyle; className?: string | undefined };

/**
 * A moment. The server writes it as a date in UTC, which the first paint keeps; the browser then says
 * how long ago it was and keeps that up to date. The full local time is in the title.
 */
export function RelativeTime({ at, style = 'ago', className }: RelativeTimeProps) {
  const now = useNow();
  return (
    <time dateTime={at.toISOString()} title={now === null ? undefined : absoluteTime(at)} className={className}>
      {now === null ? absoluteTime(at, 'UTC') : relativeTime(at, now, style)}
    </time>
  );
}
