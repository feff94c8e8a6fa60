import { describe, expect, it } from 'vitest';
import { findSight } from '@/lib/assignments/data';
import { SEES_ALL, type Sight } from '@/lib/assignments/sight';
import type { Database } from '@/lib/db/database';
import { listSteps, readThroughput, readWaiting, STEPS_PAGE } from '@/lib/figures/data';
import { toPeriod } from '@/lib/figures/period';
import type { StepFilter } from '@/lib/figures/step-list';
import { DONE, SERIES } from '@/lib/figures/throughput';
import { WAIT_BANDS } from '@/lib/figures/wait';
import type { Actor } from '@/lib/permissions/roles';
import { toViewer } from '@/lib/permissions/viewer';
import { moveClaim } from '@/lib/review/mutations';
import { createTestArticle } from '../../factories/articles';
import { assignBlind } from '../../factories/assignments';
import { createTestClaim, createTestClaimIn, insertSubmittedClaims, toVersion, valueOf } from '../../factories/claims';
import { createClock } from '../../factories/database';
import { as, type TestDesk } from '../../factories/people';
import { useDesk } from '../use-database';

const HOUR = 3_600_000;

/** How many rows the list behind a number has over all its pages, and how many it says. */
async function follow(
  db: Database,
  scope: { deskId: string; sight: Sight; now: Date },
  filter: StepFilter,
  period: ReturnType<typeof toPeriod>,
) {
  const rows: number[] = [];
  for (let after: { at: number; id: number } | null = null; ; ) {
    const page: Awaited<ReturnType<typeof listSteps>> = await listSteps(db, scope, { filter, period, after });
    rows.push(...page.items.map(({ id }) => id));
    if (page.next === null) return { rows: new Set(rows).size, told: page.total };
    after = page.next;
  }
}

/** Every number of the figures that opens a list, beside what its list has. */
async function numbersAndLists(db: Database, desk: TestDesk, now: Date, sight: Sight = SEES_ALL) {
  const scope = { deskId: desk.deskId, sight, now };
  const period = toPeriod({ period: 'week' }, now);
  const { done, people, buckets, reasons, waits } = await readThroughput(db, scope, period);
  const numbers: [number, StepFilter, typeof period][] = [
    ...DONE.map((what) => [done[what], { what }, period] as [number, StepFilter, typeof period]),
    ...people.flatMap(({ person, done: own }) =>
      DONE.map((what) => [own[what], { what, person: person.id }, period] as [number, StepFilter, typeof period]),
    ),
    ...buckets.flatMap(({ from, to, counts }) =>
      SERIES.map((what) => [counts[what], { what }, { ...period, from, to }] as [number, StepFilter, typeof period]),
    ),
    ...reasons.map(
      ({ reasonId, steps }) => [steps, { what: 'returned', reason: reasonId ?? '.' }, period] as [number, StepFilter, typeof period],
    ),
    ...waits.bands.map(({ band, count }) => [count, { what: 'decided', waited: band }, period] as [number, StepFilter, typeof period]),
  ];
  const { bands, count } = await readWaiting(db, scope);
  numbers.push([count, { what: 'waiting' }, period]);
  for (const band of bands) numbers.push([band.count, { what: 'waiting', waited: band.band }, period]);
  return Promise.all(
    numbers.map(async ([number, filter, of]) => ({
      filter: JSON.stringify([filter, of]),
      number,
      ...(await follow(db, scope, filter, of)),
    })),
  );
}

async function decide(db: Database, editor: Actor, claim: { id: string; version: number }, event: 'approve' | 'return', clock: () => Date) {
  const permission = event === 'approve' ? 'claim.approve' : 'claim.return';
  const input = event === 'approve' ? toVersion(claim) : { ...toVersion(claim), reason: 'Who says so?' };
  return valueOf(await moveClaim(as(db, editor, permission, { clock }), event, input));
}

describe('the figures of a desk', () => {
  it('say of every number what its list has, page after page', async () => {
    const { db, desk, article } = await useDesk();
    const clock = createClock('2026-03-02T09:00:00.000Z');
    const claims = await Promise.all(Array.from({ length: 6 }, () => createTestClaimIn(db, desk, article, 'submitted', { clock })));
    await insertSubmittedClaims(db, desk, article, STEPS_PAGE + 3, clock());
    for (const [at, claim] of claims.entries()) {
      clock.advance(at * 7 * HOUR);
      await decide(db, at % 2 === 0 ? desk.editor : desk.otherEditor, claim, at % 3 === 0 ? 'return' : 'approve', clock);
    }
    clock.advance(HOUR / 2);
    await createTestClaimIn(db, desk, article, 'submitted', { clock });
    const all = await numbersAndLists(db, desk, clock());
    for (const { filter, number, rows, told } of all) expect([filter, rows, told]).toEqual([filter, number, number]);
    expect(Math.max(...all.map(({ number }) => number))).toBeGreaterThan(STEPS_PAGE);
    const scope = { deskId: desk.deskId, sight: SEES_ALL };
    const period = toPeriod({ period: 'week' }, clock());
    const { people } = await readThroughput(db, scope, period);
    for (const { person, done } of people) {
      const own = await readThroughput(db, scope, period, person.id);
      expect([own.person, own.done]).toEqual([person, done]);
      for (const series of SERIES) expect(own.buckets.reduce((sum, { counts }) => sum + counts[series], 0)).toBe(done[series]);
    }
  });

  it('know the middle and the longest of what waits, and of what was decided', async () => {
    const { db, desk, article } = await useDesk();
    const clock = createClock('2026-03-02T09:00:00.000Z');
    const claims = [];
    for (const hours of [1, 2, 4, 8]) {
      claims.push(await createTestClaimIn(db, desk, article, 'submitted', { clock }));
      clock.advance(hours * HOUR);
    }
    const scope = { deskId: desk.deskId, sight: SEES_ALL, now: clock() };
    // Since 15, 14, 12 and 8 hours.
    expect(await readWaiting(db, scope)).toMatchObject({
      count: 4,
      median: 13 * HOUR,
      oldest: 15 * HOUR,
      classes: new Map([['record', 4]]),
    });
    for (const claim of claims.slice(0, 3)) await decide(db, desk.editor, claim, 'approve', clock);
    const { waits } = await readThroughput(db, scope, toPeriod({}, clock()));
    expect(waits).toMatchObject({ median: 14 * HOUR, longest: 15 * HOUR });
    expect(waits.bands.filter(({ count }) => count > 0)).toEqual([{ band: 'day', count: 3 }]);
    expect((await readWaiting(db, scope)).bands.map(({ band }) => band)).toEqual([...WAIT_BANDS]);
  });

  it('of an article that an editor checks blind tell them their own work only, in numbers and lists', async () => {
    const { db, desk, article } = await useDesk();
    const clock = createClock('2026-03-02T09:00:00.000Z');
    const other = await createTestArticle(db, desk.checker);
    await createTestClaimIn(db, desk, other, 'submitted', { clock });
    await assignBlind(db, desk, article, [desk.checker, desk.editor]);
    await createTestClaimIn(db, desk, article, 'submitted', { clock });
    await createTestClaim(db, desk.editor, article, { clock });
    const told = async (viewer: Actor) => {
      const sight = await findSight(db, { deskId: desk.deskId, ...toViewer(viewer) });
      const all = await numbersAndLists(db, desk, clock(), sight);
      for (const { filter, number, rows, told: says } of all) expect([filter, rows, says]).toEqual([filter, number, number]);
      return all[0]?.number;
    };
    expect(await told(desk.editor)).toBe(2);
    expect(await told(desk.otherEditor)).toBe(3);
  });

  it('are none on an empty desk', async () => {
    const { db, desk } = await useDesk();
    const now = new Date('2026-03-02T09:00:00.000Z');
    expect(await readWaiting(db, { deskId: desk.deskId, now })).toEqual({
      count: 0,
      bands: [],
      median: null,
      oldest: null,
      classes: new Map(),
    });
    const { done, people, waits } = await readThroughput(db, { deskId: desk.deskId, sight: SEES_ALL }, toPeriod({}, now));
    expect([Object.values(done), people, waits.median]).toEqual([[0, 0, 0, 0, 0, 0], [], null]);
  });
});
