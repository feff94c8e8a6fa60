import { dayOf } from '@/lib/claims/tally/tally';
import { DAY } from '@/lib/kernel/clock';

/**
 * What time the figures are of: whole days of UTC, which all of a desk share wherever they sit. Days are counted from 1970
 * inside, and written YYYY-MM-DD in addresses, where the last day belongs to the period.
 */
export type Period = {
  /** The first day. */
  readonly from: number;
  /** The first day that no longer belongs to it. */
  readonly to: number;
  readonly by: Step;
};

export const STEPS = ['day', 'week', 'month'] as const;
export type Step = (typeof STEPS)[number];

/** Periods that end today. The month is the one without a word in the address. */
export const PRESETS = ['week', 'month', 'quarter', 'year'] as const;
export type Preset = (typeof PRESETS)[number];

export const PRESET_FACTS: Readonly<Record<Preset, { readonly label: string; readonly days: number }>> = {
  week: { label: '7 days', days: 7 },
  month: { label: '30 days', days: 30 },
  quarter: { label: '13 weeks', days: 91 },
  year: { label: 'A year', days: 365 },
};

/** What of a period stands in the address. `to` is its last day. */
export type PeriodChoice = {
  readonly period?: Preset | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly by?: Step | undefined;
};

/** A period has no more days: ten years. */
const DAYS_MAX = 3653;
/** More steps than this cannot be told apart in a drawing. */
const STEPS_MAX = 62;

/** The period that was asked for. Days given in the wrong order are turned round; what lies beyond ten years is cut off at the beginning. */
export function toPeriod({ period, from, to, by }: PeriodChoice, now: Date): Period {
  const today = toDay(now);
  const [first, last] = [from, to].map((day) => (day === undefined ? null : parseDay(day)));
  const ends = last ?? (first == null ? today : Math.max(first, today));
  const begins = first ?? ends - PRESET_FACTS[period ?? 'month'].days + 1;
  const [low, high] = begins <= ends ? [begins, ends] : [ends, begins];
  const days = { from: Math.max(low, high - DAYS_MAX + 1), to: high + 1 };
  return { ...days, by: fitting(days, by) };
}

function fitting({ from, to }: Pick<Period, 'from' | 'to'>, wanted: Step | undefined): Step {
  const days = to - from;
  if (wanted !== undefined && days / { day: 1, week: 7, month: 28 }[wanted] <= STEPS_MAX) return wanted;
  if (days <= 31) return 'day';
  return days <= 200 ? 'week' : 'month';
}

/** The steps of a period in order, the first and the last cut where it begins and ends. Weeks begin on Mondays. */
export function stepsOf({ from, to, by }: Period): readonly { readonly from: number; readonly to: number }[] {
  const steps: { from: number; to: number }[] = [];
  for (let day = from; day < to; ) {
    const end = Math.min(to, nextStep(day, by));
    steps.push({ from: day, to: end });
    day = end;
  }
  return steps;
}

function nextStep(day: number, by: Step): number {
  if (by === 'day') return day + 1;
  // The first day of 1970 was a Thursday.
  if (by === 'week') return day + 7 - ((day + 3) % 7);
  const at = new Date(day * DAY);
  return Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 1) / DAY;
}

export function toDay(at: Date): number {
  return dayOf(at.getTime());
}

/** YYYY-MM-DD to a day. */
export function parseDay(day: string): number {
  return Date.parse(`${day}T00:00:00.000Z`) / DAY;
}

/** A day as YYYY-MM-DD. */
export function dayText(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

/** “3 Nov 2026”; “3 to 9 Nov 2026”; “28 Oct to 3 Nov 2026”; a whole month is “Nov 2026”. `to` does not belong to it. */
export function daysWords({ from, to }: Pick<Period, 'from' | 'to'>): string {
  const [first, last] = [from, to - 1].map((day) => partsOf(day)) as [Parts, Parts];
  if (to - from === 1) return `${first.day} ${first.month} ${first.year}`;
  if (first.day === 1 && to === nextStep(from, 'month')) return `${first.month} ${first.year}`;
  const end = `${last.day} ${last.month} ${last.year}`;
  if (first.year !== last.year) return `${first.day} ${first.month} ${first.year} to ${end}`;
  return first.month === last.month ? `${first.day} to ${end}` : `${first.day} ${first.month} to ${end}`;
}

type Parts = { readonly day: number; readonly month: string; readonly year: number };

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

function partsOf(day: number): Parts {
  const at = new Date(day * DAY);
  return { day: at.getUTCDate(), month: MONTHS[at.getUTCMonth()] as string, year: at.getUTCFullYear() };
}
