/** How long a write has been under way: not worth a word, worth one, worth a warning. */
export type Pace = 'quick' | 'slow' | 'silent';

/** After so many ms a wait is worth a word (a person notices it), and a silence a warning. */
export const SLOW_AFTER = 400;
export const SILENT_AFTER = 15_000;

/** Calls back after `ms`; returns how to call it off. Handed in, so that tests decide the time. */
export type After = (ms: number, callback: () => void) => () => void;

/** Tells when an answer has become slow, and when it seems not to come. Returns how to stop: the answer is here. */
export function watchPace(after: After, tell: (pace: Exclude<Pace, 'quick'>) => void): () => void {
  const callOff = [after(SLOW_AFTER, () => tell('slow')), after(SILENT_AFTER, () => tell('silent'))];
  return () => {
    for (const call of callOff) call();
  };
}

/**
 * How long to wait after try number `attempts` (from 1), in ms: one second, doubled each time, at most 30 s. `spread`,
 * 0 to 1, takes up to a quarter off, so that many windows do not come back in one moment; 1 takes nothing off.
 */
export function retryDelay(attempts: number, spread = 1): number {
  const base = Math.min(30_000, 1000 * 2 ** Math.max(0, attempts - 1));
  return Math.round(base * (0.75 + 0.25 * spread));
}
