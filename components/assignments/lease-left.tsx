'use client';

import { absoluteTime, timeLeft } from '@/components/ui/time-words';
import { useNow } from '@/components/ui/use-now';

/** How long work that was taken from the pool is still one's own. Each save puts it off. */
export function LeaseLeft({ until }: { until: Date }) {
  const now = useNow();
  return (
    <time dateTime={until.toISOString()} title={now === null ? undefined : absoluteTime(until)}>
      {now === null
        ? `yours until ${absoluteTime(until, 'UTC')}`
        : until.getTime() <= now
          ? 'its time ran out: save something or take it again'
          : `yours for ${timeLeft(until, now)} more`}
    </time>
  );
}
