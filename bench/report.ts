import { cpus, totalmem } from 'node:os';

export type Goal = { readonly figure: string; readonly value: number; readonly ok: boolean } & (
  | { readonly min: number }
  | { readonly max: number }
);

export type Figures = Readonly<Record<string, number>>;

/** A benchmark measures its peer or its limit in the same run. `say` is for progress, on standard error. */
export type Bench = (say: (line: string) => void) => Promise<{ readonly figures: Figures; readonly goals: readonly Goal[] }>;

/** A goal that a figure is at least, or at most, `limit`. */
export function goal(figures: Figures, figure: string, kind: 'min' | 'max', limit: number): Goal {
  const value = figures[figure];
  if (value === undefined) throw new Error(`Broken rule: a goal is about a figure that was measured (${figure}).`);
  const ok = kind === 'min' ? value >= limit : value <= limit;
  return kind === 'min' ? { figure, min: limit, value, ok } : { figure, max: limit, value, ok };
}

/** The one line of JSON every benchmark ends with. */
export function toReportLine(bench: string, figures: Figures, goals: readonly Goal[]): string {
  const machine = {
    cpus: cpus().length,
    model: cpus()[0]?.model ?? 'unknown',
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    node: process.version,
  };
  return JSON.stringify({ bench, machine, figures, goals });
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle];
  if (upper === undefined) throw new Error('Broken rule: a median is taken of at least one value.');
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] as number) + upper) / 2;
}

/** Three digits after the point are more than any of these figures can bear. */
export function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
