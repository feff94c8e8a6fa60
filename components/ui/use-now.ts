'use client';

import { useSyncExternalStore } from 'react';

/** The time in ms, kept up to date: one clock for the whole page. Null on the server and in the first paint, which has to say the same. */
export function useNow(): number | null {
  return useSyncExternalStore(subscribe, getNow, getServerNow);
}

const TICK_MS = 30_000;

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
