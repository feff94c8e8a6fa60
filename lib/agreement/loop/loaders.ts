import 'server-only';
import { setImmediate, setTimeout } from 'node:timers/promises';
import { pauseEvery } from '@/lib/kernel/pause';

/** How long others wait at most, but for a single step that takes longer, in milliseconds: less than a frame. */
const TURN = 10;
/** How often whoever waits is told how far it is, in milliseconds. */
const TOLD_EVERY = 1500;

/** The process's event loop, for long work between whose steps others are answered. */
export const LOOP = {
  pause: () => pauseEvery(TURN, () => performance.now(), setImmediate),
  while: () => setTimeout(TOLD_EVERY, undefined, { ref: false }),
} as const;
