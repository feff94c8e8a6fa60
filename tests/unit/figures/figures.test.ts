import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listsOf, NO_REASON, tallySteps, WAIT_EDGES, waitPlace } from '@/lib/claims/tally/tally';
import { daysWords, dayText, parseDay, stepsOf, toPeriod } from '@/lib/figures/period';
import { figuresInput, stepListInput } from '@/lib/figures/schema';
import { listsFor, sumOf, toStepFilter } from '@/lib/figures/step-list';
import { middleOf, toBuckets, toReasons } from '@/lib/figures/throughput';
import { lengthWords, placesOf, WAIT_BAND_FACTS, WAIT_BANDS } from '@/lib/figures/wait';

const NOW = new Date('2026-11-23T23:59:59.999Z');
const HOUR = 3_600_000;

describe('a period', () => {
  it('is the last thirty days where nothing is asked for, today among them', () => {
    const period = toPeriod({}, NOW);
    expect([dayText(period.from), dayText(period.to), period.by]).toEqual(['2026-10-25', '2026-11-24', 'day']);
  });

  it('holds its last day, takes days the wrong way round, and ends after ten years', () => {
    expect(toPeriod({ from: '2026-11-03', to: '2026-11-03' }, NOW)).toEqual({
      from: parseDay('2026-11-03'),
      to: parseDay('2026-11-04'),
      by: 'day',
    });
    expect(daysWords(toPeriod({ from: '2026-11-09', to: '2026-11-03' }, NOW))).toBe('3 to 9 Nov 2026');
    const long = toPeriod({ from: '1970-01-01', to: '2026-11-03' }, NOW);
    expect(long.to - long.from).toBe(3653);
  });

  it('falls into steps that follow on each other without a gap, whole weeks from Monday and whole months', () => {
    fc.assert(
      fc.property(fc.nat(40_000), fc.nat(400), fc.constantFrom('day', 'week', 'month'), (from, days, by) => {
        const period = { from, to: from + days + 1, by } as const;
        const steps = stepsOf(period);
        expect([steps[0]?.from, steps.at(-1)?.to]).toEqual([period.from, period.to]);
        steps.slice(1).forEach((step, at) => {
          expect(step.from).toBe(steps[at]?.to);
          const begins = new Date(`${dayText(step.from)}T00:00:00Z`);
          if (by === 'week') expect(begins.getUTCDay()).toBe(1);
          if (by === 'month') expect(begins.getUTCDate()).toBe(1);
        });
      }),
    );
  });

  it('is never drawn in more steps than can be told apart', () => {
    expect(toPeriod({ period: 'year', by: 'day' }, NOW).by).toBe('month');
    expect(toPeriod({ period: 'quarter' }, NOW).by).toBe('week');
  });

  it('is read in words', () => {
    const words = (from: string, last: string) => daysWords({ from: parseDay(from), to: parseDay(last) + 1 });
    expect(words('2026-11-03', '2026-11-03')).toBe('3 Nov 2026');
    expect(words('2026-10-28', '2026-11-03')).toBe('28 Oct to 3 Nov 2026');
    expect(words('2025-12-30', '2026-01-02')).toBe('30 Dec 2025 to 2 Jan 2026');
    expect(words('2026-02-01', '2026-02-28')).toBe('Feb 2026');
  });

  it('opens from an address with nonsense in it', () => {
    expect(figuresInput.parse({ period: 'x', from: '2026-02-31', to: ['a'], by: '1' })).toEqual({});
    expect(stepListInput.parse({ what: 'x', person: '1', reason: '../', waited: 'y', after: '1;2' })).toEqual({ what: 'decided' });
  });
});

describe('how long claims wait', () => {
  it('lies in one place, and each place in one band', () => {
    expect(WAIT_BANDS.flatMap(placesOf)).toEqual(WAIT_EDGES.map((_, place) => String(place)));
    fc.assert(
      fc.property(fc.nat(400 * 24 * HOUR), (waited) => {
        const band = WAIT_BANDS.find((one) => placesOf(one).includes(String(waitPlace(waited))));
        const { from, to } = WAIT_BAND_FACTS[band as (typeof WAIT_BANDS)[number]];
        expect(waited >= from && waited < to).toBe(true);
      }),
    );
  });

  it('is told in words', () => {
    expect([59_999, 60_000, HOUR, 1.5 * HOUR, 23 * HOUR, 29 * HOUR, 8 * 24 * HOUR].map(lengthWords)).toEqual([
      'less than a minute',
      '1 min',
      '1 h',
      '1 h 30 min',
      '23 h',
      '1 d 5 h',
      '8 d',
    ]);
  });

  it('has its middle between two where there is an even number', () => {
    expect([0, 1, 2, 5, 6].map(middleOf)).toEqual([[], [0], [0, 1], [2], [2, 3]]);
  });
});

describe('what was done', () => {
  const move = (event: Parameters<typeof tallySteps>[1][number]['event'], claimVersion: number, at: number) => ({
    ...{ event, claimVersion, at, actorId: 'p', reasonId: null },
  });

  it('does not count a submission that was withdrawn after a decision on it was undone', () => {
    const steps = tallySteps({ personId: 'm', at: 0 }, [
      move('submit', 2, 1),
      move('approve', 3, 2),
      move('undo_decision', 4, 3),
      move('withdraw', 5, 4),
    ]);
    expect(steps.map(({ kind }) => kind)).toEqual(['made']);
  });

  it('counts a claim twice that was approved, reopened and approved again, each wait from its own submission', () => {
    const steps = tallySteps({ personId: 'm', at: 0 }, [
      move('submit', 2, 10),
      move('approve', 3, 30),
      move('reopen', 4, 40),
      move('submit', 5, 50),
      move('approve', 6, 55),
    ]);
    expect(steps.map(({ kind, waited }) => [kind, waited])).toEqual([
      ['made', null],
      ['submitted', null],
      ['approved', 20],
      ['submitted', null],
      ['approved', 5],
    ]);
    expect(listsOf(steps[2] as (typeof steps)[number])).toContainEqual({ kind: 'waited', ref: '0' });
  });

  it('is put into the step its day lies in', () => {
    const period = { from: 10, to: 14, by: 'day' } as const;
    const days = [
      { kind: 'approved', day: 13, steps: 2 },
      { kind: 'made', day: 10, steps: 3 },
      { kind: 'returned', day: 13, steps: 1 },
      { kind: 'submitted', day: 99, steps: 7 },
    ] as const;
    expect(toBuckets(period, days).map(({ counts }) => Object.values(counts))).toEqual([
      [3, 0, 0],
      [0, 0, 0],
      [0, 0, 0],
      [0, 0, 3],
    ]);
  });

  it('is found by one thing at most beside its kind', () => {
    const person = '019b0000-0002-7000-8000-000000000001';
    expect(toStepFilter(stepListInput.parse({ what: 'made', person, waited: 'day', reason: 'x' }))).toEqual({ what: 'made', person });
    expect(toStepFilter(stepListInput.parse({ what: 'decided', person, waited: 'day' }))).toEqual({ what: 'decided', waited: 'day' });
    expect(toStepFilter(stepListInput.parse({ what: 'returned', person, reason: '.' }))).toEqual({ what: 'returned', reason: '.' });
    expect(toStepFilter(stepListInput.parse({ what: 'waiting', person }))).toEqual({ what: 'waiting' });
    const counts = [
      { kind: 'approved', ref: '', steps: 4 },
      { kind: 'returned', ref: '', steps: 1 },
      { kind: 'approved', ref: person, steps: 3 },
    ] as const;
    expect(sumOf(counts, listsFor({ what: 'decided' }))).toBe(5);
    expect(sumOf(counts, listsFor({ what: 'decided', person }))).toBe(3);
  });

  it('names the reasons of returns, also those the desk has no more', () => {
    const counts = [
      { kind: 'reason', ref: 'gone', steps: 1 },
      { kind: 'reason', ref: NO_REASON, steps: 1 },
      { kind: 'reason', ref: 'r', steps: 2 },
    ] as const;
    expect(toReasons(counts, [{ id: 'r', label: 'Wrong source', retired: true }], NO_REASON)).toEqual([
      { reasonId: 'r', label: 'Wrong source', steps: 2 },
      { reasonId: 'gone', label: 'A reason the desk no longer has', steps: 1 },
      { reasonId: null, label: 'In their own words', steps: 1 },
    ]);
  });
});
