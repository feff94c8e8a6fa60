'use client';

import { absoluteTime, timeLeft, timePassed } from '@/components/ui/time-words';
import { useNow } from '@/components/ui/use-now';

/** When it is due, in words; a late one says that it is late, with a sign, and not by its colour alone. */
export function DueWords({ at }: { at: Date }) {
  const now = useNow();
  const isLate = now !== null && at.getTime() <= now;
  return (
    <time
      dateTime={at.toISOString()}
      title={now === null ? undefined : absoluteTime(at)}
      className={isLate ? 'font-medium text-alarm' : ''}
    >
      {now === null ? `due ${absoluteTime(at, 'UTC')}` : isLate ? `! late by ${timePassed(at, now)}` : `due in ${timeLeft(at, now)}`}
    </time>
  );
}
