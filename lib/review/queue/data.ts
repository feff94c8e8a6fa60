import { HOUR } from '@/lib/kernel/clock';
import 'server-only';
import { setImmediate } from 'node:timers/promises';
import { fromCell, isInCell } from '@/lib/claims/queue/cell';
import type { QueueDisagreement } from '@/lib/claims/queue/choices';
import type { QueueListKind } from '@/lib/claims/queue/entry';
import type { Database } from '@/lib/db/database';
import { QUEUE_PAGE_SIZE } from '../queue-choices';
import type { QueueFilter } from '../schema';
import { byStanding, parseCursor, type QueueSort, type Standing, toCursor } from './order';

type Scope = { readonly deskId: string; readonly now: Date };

/**
 * How a page of the queue is found. Each filter on an article, a checker, a source or a flag is a list of claims that is kept
 * (lib/claims/queue/); the shortest of those asked for is walked, in its order, and each claim looked up in the others. All
 * other filters choose among the cells of that list, each of which has the order too: a page is the beginnings of some runs
 * of an index, merged. So it costs the same however many claims wait, but for claims that are in one list and not in another.
 */
type Plan = {
  /** The list that is walked; several where sources were merged into the one that is asked for. */
  readonly lists: readonly number[];
  /** The cells of it that match, with how many claims are in each. */
  readonly cells: readonly { readonly list: number; readonly cell: number; readonly waiting: number }[];
  /** What each claim must be in as well. */
  readonly others: readonly (readonly number[])[];
  /** Handed in by then, ms; null where it does not matter. */
  readonly by: number | null;
};

/** Where one claim of a page stands. */
export type FoundClaim = { readonly claimId: string; readonly standing: Standing };

export type FoundPage = {
  readonly found: readonly FoundClaim[];
  readonly next: string | null;
  /** How many match in all; null where that has to be counted claim by claim (`countQueue`), which the page does not wait for. */
  readonly total: number | null;
};

/** One page of what waits on the desk and matches, in the order asked for. */
export async function findQueuePage(db: Database, scope: Scope, filter: QueueFilter): Promise<FoundPage> {
  const sort = filter.sort ?? 'waiting';
  const plan = await planQueue(db, scope, filter);
  const cursor = filter.after === undefined ? null : parseCursor(sort, filter.after);
  const places = await walk(db, plan, sort, cursor);
  const page = places.slice(0, QUEUE_PAGE_SIZE);
  const last = page.at(-1);
  const ids = await db.rows<{ claimId: string }>(CLAIM_IDS, [JSON.stringify(page.map(({ entry }) => entry))]);
  return {
    found: page.map((standing, at) => ({ claimId: ids[at]?.claimId as string, standing })),
    next: places.length > QUEUE_PAGE_SIZE && last !== undefined ? toCursor(sort, last) : null,
    total: await quickTotal(db, plan),
  };
}

const CLAIM_IDS = `SELECT e."claimId" FROM json_each(?) j CROSS JOIN "QueueEntry" e ON e."id" = j."value" ORDER BY j."key"`;

async function planQueue(db: Database, { deskId, now }: Scope, filter: QueueFilter): Promise<Plan> {
  const by = filter.age === undefined ? null : now.getTime() - filter.age * HOUR;
  const asked = await Promise.all(
    refsOf(filter).map(({ kind, ref }) =>
      db.rows<{ id: number; waiting: number }>(
        kind === 'source' ? SOURCE_LISTS : LIST,
        kind === 'source' ? [deskId, deskId, ref, ref] : [deskId, kind, ref],
      ),
    ),
  );
  const groups = asked.map((lists) => ({ ids: lists.map(({ id }) => id), waiting: lists.reduce((sum, { waiting }) => sum + waiting, 0) }));
  const [first, ...others] = groups.sort((a, b) => a.waiting - b.waiting);
  if (first === undefined || first.waiting === 0) return { lists: [], cells: [], others: [], by };
  const cells = await db.rows<Plan['cells'][number]>(CELLS, [JSON.stringify(first.ids)]);
  return {
    lists: first.ids,
    cells: cells.filter(({ cell }) => isInCell(cell, filter)),
    others: others.map(({ ids }) => ids),
    by,
  };
}

/** The lists that a filter asks for; everything that waits where it asks for none. */
function refsOf({ article, checker, source, flag }: QueueFilter): readonly { readonly kind: QueueListKind; readonly ref: string }[] {
  const wanted = Object.entries({ article, checker, source, flag }) as [QueueListKind, string | undefined][];
  const lists = wanted.flatMap(([kind, ref]) => (ref === undefined ? [] : { kind, ref }));
  return lists.length === 0 ? [{ kind: 'all', ref: '' }] : lists;
}

const LIST = 'SELECT "id", "waiting" FROM "QueueList" WHERE "deskId" = ? AND "kind" = ? AND "ref" = ?';

/** Of the source, and of those that were merged into it. */
const SOURCE_LISTS = `
  SELECT l."id", l."waiting" FROM "Source" s JOIN "QueueList" l ON l."deskId" = ? AND l."kind" = 'source' AND l."ref" = s."id"
  WHERE s."deskId" = ? AND (s."id" = ? OR s."canonicalId" = ?) AND l."waiting" > 0`;

const CELLS = `
  SELECT c."list", c."cell", c."waiting" FROM json_each(?) j CROSS JOIN "QueueCount" c ON c."list" = j."value"`;

/** The matching places that follow `cursor`, one more than a page has. */
async function walk(db: Database, plan: Plan, sort: QueueSort, cursor: Standing | null): Promise<readonly Standing[]> {
  const wanted = QUEUE_PAGE_SIZE + 1;
  if (sort !== 'weakest' && sort !== 'disagreement') {
    return (await walkCells(db, plan, { cells: plan.cells, sort, cursor, limit: wanted })).slice(0, wanted);
  }
  // Rank by rank, each in the order of waiting.
  const { rankOf, of } = sort === 'weakest' ? BY_STRENGTH : BY_DISAGREEMENT;
  const begun = cursor === null ? 0 : of(cursor);
  const found: Standing[] = [];
  for (let rank = begun; rank <= LAST_RANK && found.length < wanted; rank++) {
    const cells = plan.cells.filter(({ cell }) => rankOf(cell) === rank);
    const from = rank === begun ? cursor : null;
    found.push(...(await walkCells(db, plan, { cells, sort, cursor: from, limit: wanted - found.length })));
  }
  return found;
}

/** The highest rank of any order: a strength of 5. */
const LAST_RANK = 5;

/** Those whose checkers differed first, then those that wait to be laid side by side. */
const APART: readonly QueueDisagreement[] = ['decided', 'waits', 'agreed', 'none'];

type Ranked = { readonly rankOf: (cell: number) => number; readonly of: (standing: Standing) => number };
const BY_STRENGTH: Ranked = { rankOf: (cell) => Number(fromCell(cell).strength), of: ({ strength }) => strength };
const BY_DISAGREEMENT: Ranked = { rankOf: (cell) => APART.indexOf(fromCell(cell).disagreement), of: ({ apart }) => apart };

type Walk = { readonly cells: Plan['cells']; readonly sort: QueueSort; readonly cursor: Standing | null; readonly limit: number };

/**
 * The first places after the cursor of some runs of the index, one run a cell. First each run says how far it comes with its
 * next few places: where enough of them have come, the page ends at the latest. Then each gives its places up to there.
 */
async function walkCells(db: Database, plan: Plan, { cells, sort, cursor, limit }: Walk): Promise<readonly Standing[]> {
  if (cells.length === 0) return [];
  const backwards = sort === 'newest';
  const columns = sort === 'article' ? (['place', 'at', 'entry'] as const) : (['at', 'place', 'entry'] as const);
  const [edge, ...rest] = columns.map((column) => cursor?.[column] ?? (backwards ? Number.MAX_SAFE_INTEGER : -1));
  const others = plan.others.map((ids) => JSON.stringify(ids));
  const by = plan.by ?? Number.MAX_SAFE_INTEGER;
  const start = [edge as number, ...rest];
  const each = Math.ceil((2 * limit) / cells.length);
  const sql = { columns, backwards, others: others.length };
  const heads = await db.rows<{ head: number | null }>(headsSql(sql), [...start, by, ...others, each - 1, runsOf(cells)]);
  const far = heads.flatMap(({ head }) => head ?? []).sort((a, b) => (backwards ? b - a : a - b))[Math.ceil(limit / each) - 1];
  const end = far ?? (backwards ? -1 : Number.MAX_SAFE_INTEGER);
  // With one place told of each run, a run that begins behind the end has nothing to give.
  const giving = each > 1 ? cells : cells.filter((_, at) => isWithin(heads[at]?.head ?? null, end, backwards));
  const limits = endsByAge(sql) ? [Math.min(by, end), ...others] : [by, ...others, end];
  const rows = await db.rows<{ cell: number; places: string }>(placesSql(sql), [...start, ...limits, limit, runsOf(giving)]);
  // A claim can name two sources that are one by now.
  const found = new Map<number, Standing>();
  for (const { cell, places } of rows) {
    const [strength, apart] = [BY_STRENGTH.rankOf(cell), BY_DISAGREEMENT.rankOf(cell)];
    for (const [at = 0, place = 0, entry = 0] of JSON.parse(places) as number[][]) found.set(entry, { at, place, entry, strength, apart });
  }
  return [...found.values()].sort(byStanding(sort)).slice(0, limit);
}

function isWithin(head: number | null, end: number, backwards: boolean): boolean {
  return head !== null && (backwards ? head >= end : head <= end);
}

function runsOf(cells: Plan['cells']): string {
  return JSON.stringify(cells.map(({ list, cell }) => [list, cell]));
}

type WalkSql = { readonly columns: readonly string[]; readonly backwards: boolean; readonly others: number };

/** What follows the cursor in one run, in order. */
function runSql(selected: string, { columns, backwards, others }: WalkSql, more = ''): string {
  const keys = columns.map((column) => `p."${column}"`);
  return `
    SELECT ${selected} FROM "QueuePosting" p
    WHERE p."list" = j."value" ->> 0 AND p."cell" = j."value" ->> 1
      AND (${keys.join(', ')}) ${backwards ? '<' : '>'} (?, ?, ?) AND p."at" <= ?${` AND ${IS_IN}`.repeat(others)}${more}
    ORDER BY ${keys.map((key) => (backwards ? `${key} DESC` : key)).join(', ')}`;
}

function headsSql(walked: WalkSql): string {
  const [first] = walked.columns;
  return `
    SELECT (${runSql(`p."${first}"`, walked)} LIMIT 1 OFFSET ?) AS "head"
    FROM json_each(?) j ORDER BY j."key"`;
}

function placesSql(walked: WalkSql): string {
  const [first] = walked.columns;
  const end = endsByAge(walked) ? '' : ` AND p."${first}" ${walked.backwards ? '>=' : '<='} ?`;
  return `
    SELECT j."value" ->> 1 AS "cell", (
      SELECT json_group_array(json_array("at", "place", "entry")) FROM (${runSql('p."at", p."place", p."entry"', walked, end)} LIMIT ?)
    ) AS "places"
    FROM json_each(?) j`;
}

/**
 * Whether the end of a page and the age asked for are limits of the same column. SQLite stops at one of two, without statistics at the first
 * written, and reads on to the end of the run for the other: so the nearer of them is the only one it is given.
 */
function endsByAge({ columns, backwards }: WalkSql): boolean {
  return columns[0] === 'at' && !backwards;
}

const IS_IN = `EXISTS (
  SELECT 1 FROM json_each(?) j CROSS JOIN "QueuePosting" q ON q."list" = j."value"
  WHERE q."cell" = p."cell" AND q."at" = p."at" AND q."place" = p."place" AND q."entry" = p."entry")`;

/** As many claims are counted along with the page: that takes a millisecond. */
const COUNTED_ALONG = 1000;

/** Counts are kept for each list and cell, so most totals are a sum of a few numbers. Null where many would have to be counted. */
async function quickTotal(db: Database, plan: Plan): Promise<number | null> {
  const candidates = candidatesOf(plan);
  if (isCounted(plan)) return candidates;
  return candidates <= COUNTED_ALONG ? countPlanned(db, plan) : null;
}

function candidatesOf({ cells }: Plan): number {
  return cells.reduce((sum, { waiting }) => sum + waiting, 0);
}

function isCounted({ lists, others, by }: Plan): boolean {
  return lists.length <= 1 && others.length === 0 && by === null;
}

/** Claims counted between two turns of the event loop. */
const COUNT_STEP = 5000;

/**
 * How many claims match: exact. Where lists meet, or age matters, the claims of the shortest list are looked at one by one, in
 * steps between which others are answered: asked for apart from the page, which does not wait for it.
 */
export async function countQueue(db: Database, scope: Scope, filter: QueueFilter): Promise<number> {
  return countPlanned(db, await planQueue(db, scope, filter));
}

async function countPlanned(db: Database, plan: Plan): Promise<number> {
  if (isCounted(plan)) return candidatesOf(plan);
  if (plan.lists.length === 1 && plan.others.length === 0) return countByAge(db, plan);
  const counted = new Set<number>();
  let count = 0;
  for (const { list, cell } of plan.cells) {
    for (let from: readonly number[] = [-1, -1, -1]; ; ) {
      const values = [
        ...plan.others.map((ids) => JSON.stringify(ids)),
        list,
        cell,
        ...from,
        plan.by ?? Number.MAX_SAFE_INTEGER,
        COUNT_STEP,
      ];
      const rows = await db.rows<{ at: number; place: number; entry: number; matches: number }>(countSql(plan.others.length), values);
      for (const { entry, matches } of rows) {
        if (matches === 0 || (plan.lists.length > 1 && counted.has(entry))) continue;
        // A claim can name two sources that are one by now.
        if (plan.lists.length > 1) counted.add(entry);
        count += 1;
      }
      const last = rows.at(-1);
      if (last === undefined || rows.length < COUNT_STEP) break;
      from = [last.at, last.place, last.entry];
      await setImmediate();
    }
  }
  return count;
}

/** All but those that came since: of a queue that waits for days these are the fewer. */
async function countByAge(db: Database, { cells, by }: Plan): Promise<number> {
  let count = 0;
  for (const { list, cell, waiting } of cells) {
    const [row] = await db.rows<{ younger: number }>(YOUNGER, [list, cell, by]);
    count += waiting - (row?.younger ?? 0);
    await setImmediate();
  }
  return count;
}

const YOUNGER = 'SELECT COUNT(*) AS "younger" FROM "QueuePosting" WHERE "list" = ? AND "cell" = ? AND "at" > ?';

function countSql(others: number): string {
  const matches = others === 0 ? '1' : Array(others).fill(IS_IN).join(' AND ');
  return `
    SELECT p."at", p."place", p."entry", ${matches} AS "matches" FROM "QueuePosting" p
    WHERE p."list" = ? AND p."cell" = ? AND (p."at", p."place", p."entry") > (?, ?, ?) AND p."at" <= ?
    ORDER BY p."at", p."place", p."entry" LIMIT ?`;
}

/** The longest lists of a kind, most waiting first. */
export async function listLongest(
  db: Database,
  { deskId, kind, max }: { readonly deskId: string; readonly kind: QueueListKind; readonly max: number },
): Promise<readonly string[]> {
  const rows = await db.rows<{ ref: string }>(LONGEST, [deskId, kind, max]);
  return rows.map(({ ref }) => ref);
}

const LONGEST = `
  SELECT "ref" FROM "QueueList" WHERE "deskId" = ? AND "kind" = ? AND "waiting" > 0 ORDER BY "waiting" DESC, "id" LIMIT ?`;
