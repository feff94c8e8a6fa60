'use client';

import { useSyncExternalStore } from 'react';
import { absoluteTime, relativeTime, type TimeStyle } from './time-words';

type RelativeTimeProps = { at: Date; style?: TimeStyle; className?: string | undefined };

/**
 * A moment. The server writes it as a date in UTC, which the first paint keeps; the browser then says
 * how long ago it was and keeps that up to date. The full local time is in the title.
 */
export function RelativeTime({ at, style = 'ago', className }: RelativeTimeProps) {
  const now = useSyncExternalStore(subscribe, getNow, getServerNow);
  return (
    <time dateTime={at.toISOString()} title={now === null ? undefined : absoluteTime(at)} className={className}>
      {now === null ? absoluteTime(at, 'UTC') : relativeTime(at, now, style)}
    </time>
  );
}

const TICK_MS = 30_000;

/** One clock for every time on the page. */
let now = Date.now();
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | null = null;

function tick(): void {
  now = Date.now();
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  if (timer === null) {
    now = Date.now();
    timer = setInterval(tick, TICK_MS);
  }
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0 && timer !== null) {
      clearInterval(timer);
      timer = null;
    }
  };
}

function getNow(): number {
  return now;
}

function getServerNow(): null {
  return null;
}
