'use client';

import { useEffect, useState } from 'react';

/** A part that could not be had is asked for again after this long, ms. */
const AGAIN_AFTER = 1000;

/**
 * A part of the page that its first paint does without: loaded once the page rests, so that its first use neither waits
 * nor needs a network, and given when it is `wanted`. Null before that. `load` is one function for the life of the page.
 */
export function usePart<Part>(load: () => Promise<Part>, wanted: boolean): Part | null {
  const [part, setPart] = useState<Part | null>(null);
  useEffect(() => whenAtRest(() => load().catch(() => undefined)), [load]);
  useEffect(() => {
    if (!wanted || part !== null) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let left = false;
    const take = () => {
      load().then(
        (loaded) => left || setPart(() => loaded),
        () => {
          if (!left) timer = setTimeout(take, AGAIN_AFTER);
        },
      );
    };
    take();
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [load, wanted, part]);
  return part;
}

/** Runs `work` when the page has nothing better to do. Returns what calls it off. */
export function whenAtRest(work: () => void): () => void {
  // Safari has no idle callback.
  if (typeof requestIdleCallback !== 'function') {
    const timer = setTimeout(work, AGAIN_AFTER);
    return () => clearTimeout(timer);
  }
  const idle = requestIdleCallback(work, { timeout: 4 * AGAIN_AFTER });
  return () => cancelIdleCallback(idle);
}
