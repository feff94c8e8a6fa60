import { absoluteTime, relativeTime, type TimeStyle } from '@/components/ui/time-words';

/** A moment, counted from the screen's own clock, which starts at the server's: first paint and hydration agree. */
export function TimeAgo({ at, now, style = 'ago' }: { at: Date; now: number; style?: TimeStyle }) {
  return (
    <time dateTime={at.toISOString()} title={absoluteTime(at, 'UTC')}>
      {relativeTime(at, now, style)}
    </time>
  );
}
