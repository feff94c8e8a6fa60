'use client';

import '@/components/editor/editor.css';
import '@/components/editor/attribution.css';
import { type ReactNode, useEffect, useState } from 'react';
import { makeClaim, makeClaims, makeText } from './article';
import { createHearsay } from './hearsay';
import type { Painter } from './painter';
import { createFloor, createRecogito, createTiptap } from './peers';

/** What the benchmark calls in the page. Times are in ms. */
export type PaintStand = {
  readonly mount: () => Promise<number>;
  /** Until the claims on screen are painted, and then until one further is. */
  readonly load: (claims: number) => Promise<{ readonly load: number; readonly further: number }>;
  readonly add: () => Promise<number>;
  readonly select: () => Promise<number>;
  readonly scrollTo: (share: number) => Promise<number>;
  /** Scrolls on for some frames; the longest task and the longest time between two frames. */
  readonly scrollOn: (frames: number) => Promise<{ readonly task: number; readonly frame: number }>;
  readonly painted: () => number;
};

/** An empty page that one painter is put into: ?painter=hearsay&words=20000 */
export function Stand() {
  const [page, setPage] = useState<ReactNode>(null);
  useEffect(() => {
    const asked = new URLSearchParams(location.search);
    const words = Number(asked.get('words') ?? 20_000);
    const painter = PAINTERS[asked.get('painter') ?? 'hearsay']?.(setPage);
    if (painter !== undefined) (globalThis as unknown as { paintStand: PaintStand }).paintStand = createStand(painter, makeText(words));
  }, []);
  return <div id="place">{page}</div>;
}

const PAINTERS: Readonly<Record<string, (setPage: (page: ReactNode) => void) => Painter>> = {
  hearsay: createHearsay,
  'recogito-spans': () => createRecogito('SPANS'),
  'recogito-highlights': () => createRecogito('CSS_HIGHLIGHTS'),
  tiptap: createTiptap,
  floor: createFloor,
};

function createStand(painter: Painter, text: string): PaintStand {
  let added = 0;
  // Made beforehand: what making claims leaves to be cleared away is not to be cleared away in the act.
  const [selected] = makeClaims(text, 2_000);
  /** A claim nobody has made yet, on words that the window shows. */
  const further = (base: number) => {
    added += 1;
    const start = 60 + added * 40;
    return makeClaim(1_000_000 + base + added, text, start, start + 30);
  };
  return {
    mount: () => timed(() => painter.mount(document.getElementById('place') as HTMLElement, text)),
    async load(count) {
      const claims = makeClaims(text, count);
      const handOver = painter.load(claims);
      const one = painter.add(further(0));
      const load = await timed(handOver, () => painter.painted() > 0);
      return { load, further: await timed(one) };
    },
    add() {
      return timed(painter.add(further(1000)));
    },
    select: () => timed(() => selected !== undefined && painter.select(selected)),
    scrollTo: (share) =>
      timed(() => {
        const stage = painter.scroller();
        stage.scrollTop = (stage.scrollHeight - stage.clientHeight) * share;
      }),
    async scrollOn(frames) {
      const stage = painter.scroller();
      const tasks: number[] = [];
      const observer = new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration)));
      observer.observe({ entryTypes: ['longtask'] });
      let longest = 0;
      let last = await frame();
      for (let count = 0; count < frames; count += 1) {
        stage.scrollTop += 350;
        const now = await frame();
        longest = Math.max(longest, now - last);
        last = now;
      }
      // Long tasks are reported a moment after they end.
      await new Promise((resolve) => setTimeout(resolve, 250));
      observer.disconnect();
      return { task: Math.max(0, ...tasks), frame: longest };
    },
    painted: painter.painted,
  };
}

/**
 * Until what was done is on screen: the second frame after it begins when the first has been painted. `done`: whether what was
 * asked for is in the page; a painter that puts its work off is waited for.
 */
async function timed(act: () => void, done: () => boolean = () => true): Promise<number> {
  await frame();
  const began = performance.now();
  act();
  do await frame();
  while (!done() && performance.now() - began < 30_000);
  await frame();
  return performance.now() - began;
}

function frame(): Promise<number> {
  return new Promise((resolve) => requestAnimationFrame(resolve));
}
