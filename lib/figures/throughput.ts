import type { SourceClass } from '@/lib/attribution/source-type';
import type { Claim } from '@/lib/claims/claim';
import type { TallyKind, TallyListRef } from '@/lib/claims/tally/tally';
import type { PersonRef } from '@/lib/kernel/person';
import { type ReturnReason, reasonText } from '@/lib/review/return-reasons/return-reason';
import { type Period, stepsOf } from './period';
import { listsFor, type StepFilter, sumOf } from './step-list';
import { WAIT_BANDS, type WaitBand } from './wait';

/** What is drawn over time. */
export const SERIES = ['made', 'submitted', 'decided'] as const;
export type Series = (typeof SERIES)[number];

/** What is told of each person. */
export const DONE = ['made', 'submitted', 'approved', 'returned', 'rejected', 'decided'] as const;
export type Done = Readonly<Record<(typeof DONE)[number], number>>;

export type Counted = readonly (TallyListRef & { readonly steps: number })[];

/** One step of the period with how many of each there were. */
export type Bucket = { readonly from: number; readonly to: number; readonly counts: Readonly<Record<Series, number>> };

/** What was done on the days of each step. Linear. */
export function toBuckets(
  period: Period,
  days: readonly { readonly kind: TallyKind; readonly day: number; readonly steps: number }[],
): readonly Bucket[] {
  const buckets = stepsOf(period).map((step) => ({ ...step, counts: { made: 0, submitted: 0, decided: 0 } }));
  let at = 0;
  for (const { kind, day, steps } of days.toSorted((a, b) => a.day - b.day)) {
    while (at < buckets.length && (buckets[at] as Bucket).to <= day) at++;
    const bucket = buckets[at];
    if (bucket === undefined || bucket.from > day) continue;
    bucket.counts[kind === 'made' || kind === 'submitted' ? kind : 'decided'] += steps;
  }
  return buckets;
}

/** What was done in all, or by one person. */
export function toDone(counted: Counted, person?: string): Done {
  const of = (what: (typeof DONE)[number]) => sumOf(counted, listsFor({ what, ...(person === undefined ? {} : { person }) }));
  return {
    made: of('made'),
    submitted: of('submitted'),
    approved: of('approved'),
    returned: of('returned'),
    rejected: of('rejected'),
    decided: of('decided'),
  };
}

/** The people who did something, by their ids. */
export function peopleIn(counted: Counted): readonly string[] {
  const kinds = new Set<string>(DONE);
  return [...new Set(counted.flatMap(({ kind, ref }) => (ref !== '' && kinds.has(kind) ? ref : [])))];
}

export type PersonDone = { readonly person: PersonRef; readonly done: Done };

/** What each did, in the order of their names. */
export function toPeople(counted: Counted, people: readonly PersonRef[]): readonly PersonDone[] {
  return people
    .map((person) => ({ person, done: toDone(counted, person.id) }))
    .sort((a, b) => a.person.name.localeCompare(b.person.name, 'en') || (a.person.id < b.person.id ? -1 : 1));
}

/** Why claims were returned, most often first. `reasonId` null: words of the editor's own. */
export type ReasonCount = { readonly reasonId: string | null; readonly label: string; readonly steps: number };

/** @param reasons the desk's, the retired ones too */
export function toReasons(counted: Counted, reasons: readonly ReturnReason[], noReason: string): readonly ReasonCount[] {
  const labels = new Map(reasons.map((reason) => [reason.id, reasonText(reason, '').replace(/\.$/, '')]));
  return counted
    .filter(({ kind }) => kind === 'reason')
    .map(({ ref, steps }) => ({
      reasonId: ref === noReason ? null : ref,
      label: ref === noReason ? 'In their own words' : (labels.get(ref) ?? 'A reason the desk no longer has'),
      steps,
    }))
    .sort((a, b) => b.steps - a.steps || a.label.localeCompare(b.label, 'en'));
}

/** How many waited how long. */
export type BandCount = { readonly band: WaitBand; readonly count: number };

/** How many decisions came after a wait of each band. */
export function toWaits(counted: Counted): readonly BandCount[] {
  return WAIT_BANDS.map((band) => ({ band, count: sumOf(counted, listsFor({ what: 'decided', waited: band })) }));
}

/** The places in the order of all waits at which the middle lies: one, or two that share it. Counted from 0. */
export function middleOf(count: number): readonly number[] {
  if (count === 0) return [];
  return count % 2 === 1 ? [(count - 1) / 2] : [count / 2 - 1, count / 2];
}

/** What was done in a period. */
export type Throughput = {
  readonly period: Period;
  /** Whose `done` and `buckets` are; null: everybody's. */
  readonly person: PersonRef | null;
  readonly done: Done;
  readonly buckets: readonly Bucket[];
  readonly people: readonly PersonDone[];
  readonly reasons: readonly ReasonCount[];
  /** Lengths in ms; null where nothing was decided. */
  readonly waits: { readonly bands: readonly BandCount[]; readonly median: number | null; readonly longest: number | null };
};

/** What waits on a desk just now, and for how long. */
export type Waiting = {
  readonly count: number;
  readonly bands: readonly BandCount[];
  /** ms; null where nothing waits. */
  readonly median: number | null;
  readonly oldest: number | null;
  readonly classes: ReadonlyMap<SourceClass, number>;
};

/** A row of the list behind a number. */
export type StepItem = {
  readonly id: number;
  readonly kind: TallyKind;
  readonly by: PersonRef;
  readonly at: Date;
  readonly waited: number | null;
  /** What was said with it; empty where nothing was. */
  readonly reason: string;
  readonly claim: Claim;
  readonly article: { readonly id: string; readonly title: string };
};

/** One page of such a list. `next` is null at the end. */
export type StepPage = {
  readonly filter: StepFilter;
  readonly period: Period;
  readonly total: number;
  /** Whose the list is, and for which reason; null where it is everybody's, and for any. */
  readonly person: PersonRef | null;
  readonly reasonLabel: string | null;
  readonly items: readonly StepItem[];
  readonly next: { readonly at: number; readonly id: number } | null;
};
