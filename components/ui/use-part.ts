'use client';

import { useEffect, useState } from 'react';
import { whenAtRest } from './when-at-rest';

/** A part that could not be had is asked for again after this long, ms. */
const AGAIN_AFTER = 1000;
type Load<Part> = () => Promise<Part>;

/** What has come, by what loads it: from then on it is there at once, in the same press of a key. */
const loaded = new WeakMap<Load<unknown>, unknown>();

/**
 * A part of the page that its first paint does without: loaded once the page rests, so that its first use neither waits
 * nor needs a network, and given when it is `wanted`. Null before that. `load` is one function for the life of the page.
 */
export function usePart<Part>(load: Load<Part>, wanted: boolean): Part | null {
  const [, setCame] = useState(false);
  // Once it was used it stays: what closes is still drawn while it goes.
  const [used, setUsed] = useState(wanted);
  if (wanted && !used) setUsed(true);
  const part = used || wanted ? ((loaded.get(load) ?? null) as Part | null) : null;
  useEffect(() => whenAtRest(() => void ask(load).catch(() => undefined)), [load]);
  useEffect(() => {
    if (!wanted || part !== null) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let left = false;
    const take = () => {
      ask(load).then(
        () => left || setCame(true),
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

async function ask<Part>(load: Load<Part>): Promise<void> {
  if (!loaded.has(load)) loaded.set(load, await load());
}
