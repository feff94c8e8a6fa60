import { DAY } from '@/lib/kernel/clock';
import 'server-only';
import { type CheckedArticle, listChecked } from '@/lib/agreement/period/data';
import type { Sight } from '@/lib/assignments/sight';
import type { SourceClass } from '@/lib/attribution/source-type';
import { readListed } from '@/lib/claims/listed/data';
import { fromCell } from '@/lib/claims/queue/cell';
import { countByDay, countByList, listTally, listWaits } from '@/lib/claims/tally/data';
import { NO_REASON } from '@/lib/claims/tally/tally';
import type { Database } from '@/lib/db/database';
import type { PersonRef } from '@/lib/kernel/person';
import { findPeople, nameOf } from '@/lib/people/data';
import { findReturnReasons } from '@/lib/review/return-reasons/data';
import type { Period } from './period';
import { listsFor, type StepFilter, sumOf } from './step-list';
import type { BandCount, Counted, StepPage, Throughput, Waiting } from './throughput';
import { middleOf, peopleIn, toBuckets, toDone, toPeople, toReasons, toWaits } from './throughput';
import { WAIT_BAND_FACTS, WAIT_BANDS, type WaitBand } from './wait';

type Scope = { readonly deskId: string; readonly sight: Sight };

/** What was done in a period: over time, by whom, after how long, and why claims were returned. Of one person where it is asked, what they did over time. Costs its days, not its claims. */
export async function readThroughput(db: Database, scope: Scope, period: Period, personId: string | null = null): Promise<Throughput> {
  const [days, counted, { reasons }] = await Promise.all([
    countByDay(db, scope, period, personId),
    countByList(db, scope, period),
    findReturnReasons(db.read, scope),
  ]);
  const ids = peopleIn(counted);
  const people = await findPeople(db.read, ids);
  return {
    period,
    person: personId === null ? null : await findColleague(db, scope.deskId, personId),
    done: toDone(counted, personId ?? undefined),
    buckets: toBuckets(period, days),
    people: toPeople(
      counted,
      ids.map((id) => nameOf(people, id)),
    ),
    reasons: toReasons(counted, reasons, NO_REASON),
    waits: { bands: toWaits(counted), ...(await findMiddleWait(db, scope, period, counted)) },
  };
}

/** Somebody of the desk; of a person of another, no more than their id. */
async function findColleague(db: Database, deskId: string, personId: string): Promise<PersonRef> {
  const [found] = await db.rows<PersonRef>(COLLEAGUE, [personId, deskId]);
  return found ?? nameOf(new Map(), personId);
}

const COLLEAGUE = `
  SELECT u."id", u."name" FROM "Membership" m JOIN "User" u ON u."id" = m."userId" WHERE m."userId" = ? AND m."deskId" = ?`;

/** The median and the longest wait for the period's decisions, ms; null where there is none. Reads the waits of two or three places only. */
async function findMiddleWait(
  db: Database,
  scope: Scope,
  period: Period,
  counted: Counted,
): Promise<{ readonly median: number | null; readonly longest: number | null }> {
  const places = counted.filter(({ kind }) => kind === 'waited').sort((a, b) => Number(a.ref) - Number(b.ref));
  const middle = middleOf(places.reduce((sum, { steps }) => sum + steps, 0));
  const last = places.at(-1);
  if (last === undefined) return { median: null, longest: null };
  const known = new Map<string, readonly number[]>();
  const waitsOf = async (place: string) => {
    const waits = known.get(place) ?? (await listWaits(db, scope, place, period));
    known.set(place, waits);
    return waits;
  };
  const values: number[] = [];
  for (const at of middle) {
    let before = 0;
    for (const { ref, steps } of places) {
      if (at < before + steps) {
        values.push((await waitsOf(ref))[at - before] ?? 0);
        break;
      }
      before += steps;
    }
  }
  return { median: values.reduce((sum, value) => sum + value, 0) / values.length, longest: (await waitsOf(last.ref)).at(-1) ?? null };
}

/** Everything that waits for a decision. Nobody's eyes are asked: what is checked blind does not wait yet. */
export async function readWaiting(db: Database, { deskId, now }: { readonly deskId: string; readonly now: Date }): Promise<Waiting> {
  const [list] = await db.rows<{ id: number; waiting: number }>(WAITING_LIST, [deskId]);
  if (list === undefined || list.waiting === 0) return { count: 0, bands: [], median: null, oldest: null, classes: new Map() };
  const { id, waiting: count } = list;
  const bands: BandCount[] = [];
  for (const band of WAIT_BANDS) bands.push({ band, count: await countWaitingFor(db, id, band, now) });
  const classes = new Map<SourceClass, number>();
  for (const { cell, waiting } of await db.rows<{ cell: number; waiting: number }>(CELLS, [id])) {
    const { class: sourceClass } = fromCell(cell);
    classes.set(sourceClass, (classes.get(sourceClass) ?? 0) + waiting);
  }
  const places = middleOf(count);
  const values = await db.rows<{ at: number }>(AGES, [id, places.length, places[0] ?? 0]);
  const [first] = await db.rows<{ at: number }>(AGES, [id, 1, 0]);
  const agesOf = ({ at }: { at: number }) => Math.max(0, now.getTime() - at);
  return {
    count,
    bands,
    classes,
    median: values.map(agesOf).reduce((sum, age) => sum + age, 0) / values.length,
    oldest: first === undefined ? null : agesOf(first),
  };
}

const WAITING_LIST = `SELECT "id", "waiting" FROM "QueueList" WHERE "deskId" = ? AND "kind" = 'all' AND "ref" = ''`;
const CELLS = 'SELECT "cell", "waiting" FROM "QueueCount" WHERE "list" = ?';
const AGES = 'SELECT "at" FROM "QueueAge" WHERE "list" = ? ORDER BY "at", "entry" LIMIT ? OFFSET ?';

async function countWaitingFor(db: Database, list: number, band: WaitBand, now: Date): Promise<number> {
  const [row] = await db.rows<{ count: number }>(AGED, [list, ...momentsOf(band, now)]);
  return row?.count ?? 0;
}

const AGED = 'SELECT COUNT(*) AS "count" FROM "QueueAge" WHERE "list" = ? AND "at" > ? AND "at" <= ?';

/** Since when something waits that is in a band by now: after the first, up to the second. What a clock that was ahead wrote waits no time. */
function momentsOf(band: WaitBand, now: Date): readonly [after: number, until: number] {
  const { from, to } = WAIT_BAND_FACTS[band];
  const after = Number.isFinite(to) ? now.getTime() - to : -1;
  return [after, from === 0 ? Number.MAX_SAFE_INTEGER : now.getTime() - from];
}

export const STEPS_PAGE = 50;

type Asked = {
  readonly filter: StepFilter;
  readonly period: Period;
  readonly after: { readonly at: number; readonly id: number } | null;
};

/** The list behind a number: its claims, the newest step first; of what waits the longest waiting. `next` is null at the end. */
export async function listSteps(db: Database, scope: Scope & { readonly now: Date }, asked: Asked): Promise<StepPage> {
  const { filter, period } = asked;
  const { total, steps } = filter.what === 'waiting' ? await pageOfWaiting(db, scope, asked) : await pageOfSteps(db, scope, asked);
  const page = steps.slice(0, STEPS_PAGE);
  const listed = await readListed(db, { ...scope, claimIds: [...new Set(page.map(({ claimId }) => claimId))] });
  const claims = new Map(listed.map((row) => [row.claim.id, row]));
  const { reasons } = await findReturnReasons(db.read, scope);
  const people = await findPeople(
    db.read,
    page.map(({ personId }) => personId),
  );
  const last = page.at(-1);
  return {
    filter,
    period,
    total,
    person: filter.person === undefined ? null : await findColleague(db, scope.deskId, filter.person),
    reasonLabel:
      filter.reason === undefined
        ? null
        : (toReasons([{ kind: 'reason', ref: filter.reason, steps: 1 }], reasons, NO_REASON)[0]?.label ?? null),
    items: page.flatMap(({ id, claimId, kind, personId, at, waited, reason }) => {
      const row = claims.get(claimId);
      return row === undefined ? [] : [{ id, kind, by: nameOf(people, personId), at: new Date(at), waited, reason, ...row }];
    }),
    next: steps.length > STEPS_PAGE && last !== undefined ? { at: last.at, id: last.id } : null,
  };
}

async function pageOfSteps(db: Database, scope: Scope, { filter, period, after }: Asked) {
  const lists = listsFor(filter);
  const total = sumOf(await countByList(db, scope, period), lists);
  return { total, steps: await listTally(db, scope, { lists, days: period, after, limit: STEPS_PAGE + 1 }) };
}

type WaitingRow = { readonly id: number; readonly claimId: string; readonly personId: string; readonly at: number };

async function pageOfWaiting(db: Database, { deskId, now }: Scope & { readonly now: Date }, { filter: { waited }, after }: Asked) {
  const [list] = await db.rows<{ id: number; waiting: number }>(WAITING_LIST, [deskId]);
  if (list === undefined) return { total: 0, steps: [] };
  const total = waited === undefined ? list.waiting : await countWaitingFor(db, list.id, waited, now);
  const [from, until] = waited === undefined ? [-1, Number.MAX_SAFE_INTEGER] : momentsOf(waited, now);
  const rows = await db.rows<WaitingRow>(WAITING, [
    list.id,
    until,
    after?.at ?? from,
    after?.id ?? Number.MAX_SAFE_INTEGER,
    STEPS_PAGE + 1,
  ]);
  const nowMs = now.getTime();
  return { total, steps: rows.map((row) => ({ ...row, kind: 'submitted' as const, waited: Math.max(0, nowMs - row.at), reason: '' })) };
}

/** One bound on each side: with more, SQLite walks the whole list. */
const WAITING = `
  SELECT e."id", e."claimId", c."createdById" AS "personId", a."at"
  FROM "QueueAge" a CROSS JOIN "QueueEntry" e ON e."id" = a."entry" CROSS JOIN "Claim" c ON c."id" = e."claimId"
  WHERE a."list" = ? AND a."at" <= ? AND (a."at", a."entry") > (?, ?)
  ORDER BY a."at", a."entry" LIMIT ?`;

/** So many articles are compared at once: the newest. */
export const COMPARED_MAX = 300;

/** The articles whose blind checking ended in a period, the newest first; `more` are too many to compare. */
export async function listCompared(
  db: Database,
  scope: Scope,
  period: Period,
): Promise<{ readonly compared: readonly CheckedArticle[]; readonly more: number }> {
  const checked = await listChecked(db, scope, { from: new Date(period.from * DAY), to: new Date(period.to * DAY) });
  const compared = checked.slice(0, COMPARED_MAX);
  return { compared, more: checked.length - compared.length };
}
