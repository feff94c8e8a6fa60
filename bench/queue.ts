import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Sqlite from 'better-sqlite3';
import { SEES_ALL } from '@/lib/assignments/sight';
import { checkEntries } from '@/lib/claims/queue/data';
import { type Database, openDatabase } from '@/lib/db/database';
import type { SqlValue } from '@/lib/db/direct';
import { migrateDatabase } from '@/lib/db/migrate';
import { newId } from '@/lib/kernel/ids';
import { findBearings } from '@/lib/review/bearing/data';
import { listQueue, listQueueOptions, listTransitionsOf } from '@/lib/review/data';
import { moveClaim } from '@/lib/review/mutations';
import { countQueue } from '@/lib/review/queue/data';
import type { QueueFilter } from '@/lib/review/schema';
import { searchArticles, searchClaims } from '@/lib/search/data';
import { parseQuery } from '@/lib/search/words';
import { type Filled, fillQueue } from './queue/fill';
import { type Bench, goal, median, rounded } from './report';

const SIZES = { '10k': 10_000, '100k': 100_000, '1m': 1_000_000 } as const;
const ROUNDS = 400;
const WARM_UP = 100;
/** Pages of all kinds that were asked for before the first is measured: as a server that has run for a minute. */
const BEFORE = 1500;
const ACTS = 60;
const NOW = new Date(Date.UTC(2026, 11, 1));
type Sized = { readonly file: string; readonly filled: Filled };

/**
 * Pages of the review queue at three sizes, all of whose claims wait, as the page's loader reads them: from the filter to the
 * claims. Beside each the bare SQL: the statements that brought the page, prepared by better-sqlite3 on a connection of its own
 * and run one after another on the same values, in turn with ours. Then a decision, with its commit, and the next page.
 */
export const bench: Bench = async (say) => {
  const figures: Record<string, number> = {};
  const folder = mkdtempSync(path.join(tmpdir(), 'hearsay-queue-'));
  try {
    const sizes: Sized[] = [];
    for (const [size, count] of Object.entries(SIZES)) {
      const file = path.join(folder, `${size}.db`);
      await migrateDatabase(file);
      say(`Filling ${count} claims`);
      const began = performance.now();
      const filled = fillQueue(file, count);
      say(`  ${rounded((performance.now() - began) / 1000)} s`);
      for (const [name, value] of Object.entries(await measureSize(file, filled, say))) figures[`${name}${size}`] = value;
      sizes.push({ file, filled });
    }
    Object.assign(figures, await measureGrowth(sizes[0] as Sized, sizes.at(-1) as Sized));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const most = (pattern: RegExp) =>
    Math.max(
      ...Object.entries(figures).flatMap(([name, value]) =>
        pattern.test(name) && !/^search|Bare/.test(name.replace('ToBare', '')) ? [value] : [],
      ),
    );
  figures.pageP95Ms1mMost = most(/P95Ms1m$/);
  figures.pageP95ToBare1mMost = most(/P95ToBare1m$/);
  return {
    figures,
    goals: [
      goal(figures, 'pageP95Ms1mMost', 'max', 30),
      goal(figures, 'firstPageP95ToBare1m', 'max', 1.5),
      goal(figures, 'nextPageP95ToBare1m', 'max', 1.5),
      goal(figures, 'pageP95ToBare1mMost', 'max', 1.5),
      goal(figures, 'firstPageGrowth', 'max', 1.3),
      goal(figures, 'nextPageGrowth', 'max', 1.3),
    ],
  };
};

async function measureSize(file: string, filled: Filled, say: (line: string) => void): Promise<Record<string, number>> {
  const db = openDatabase(file);
  const bare = new Sqlite(file, { readonly: true });
  try {
    const scope = { deskId: filled.deskId, now: NOW };
    const sample = bare.prepare<[], { id: string }>('SELECT "claimId" AS "id" FROM "QueueEntry" ORDER BY "at" % 977 LIMIT 500').all();
    const problems = await checkEntries(
      db,
      sample.map(({ id }) => id),
    );
    if (problems.length > 0) throw new Error(`The lists that were filled in are not those of the claims: ${problems[0]}`);
    const figures: Record<string, number> = {};
    const pages = pagesOf(bare, filled);
    const kinds = Object.values(pages).flat();
    for (let page = 0; page < BEFORE; page++) await listQueue(db, scope, kinds[page % kinds.length] as QueueFilter);
    for (const [name, filters] of Object.entries(pages)) {
      const { ours, theirs } = await measurePages(db, bare, scope, filters);
      figures[`${name}Ms`] = rounded(median(ours));
      figures[`${name}P95Ms`] = rounded(p95(ours));
      figures[`${name}BareP95Ms`] = rounded(p95(theirs));
      figures[`${name}ToBare`] = rounded(median(ours) / median(theirs));
      figures[`${name}P95ToBare`] = rounded(p95(ours) / p95(theirs));
      say(`  ${name}: ${rounded(median(ours))} ms, p95 ${rounded(p95(ours))} ms, bare p95 ${rounded(p95(theirs))} ms`);
    }
    const searches = await measureSearches(db, scope.deskId);
    figures.searchMs = rounded(median(searches));
    figures.searchP95Ms = rounded(p95(searches));
    say(`  search: ${figures.searchMs} ms, p95 ${figures.searchP95Ms} ms`);
    const whole = await timeEach(30, async () => {
      const { items } = await listQueue(db, scope, {});
      await Promise.all([
        findBearings(db, { deskId: scope.deskId, claims: items.map(({ claim }) => claim) }),
        listQueueOptions(db, scope),
        listTransitionsOf(db, { sight: SEES_ALL, deskId: scope.deskId, claimIds: items.map(({ claim }) => claim.id) }),
      ]);
    });
    figures.wholeScreenMs = rounded(median(whole));
    figures.wholeScreenWorstMs = rounded(p95(whole));
    const counts = await timeEach(5, () => countQueue(db, scope, { flag: 'anonymous', checker: filled.checkerId }));
    figures.countLaterMs = rounded(median(counts));
    const acts = await measureActs(db, scope, filled);
    figures.actAndAdvanceMs = rounded(median(acts));
    figures.actAndAdvanceWorstMs = rounded(p95(acts));
    say(
      `  whole screen ${figures.wholeScreenMs} ms, act and advance ${figures.actAndAdvanceMs} ms, a count apart ${figures.countLaterMs} ms`,
    );
    return figures;
  } finally {
    bare.close();
    await db.close();
  }
}

/** How many times as long a page takes with the most claims as with the fewest: asked for in turn, since a machine is not as fast at all times. */
async function measureGrowth(...sizes: readonly [Sized, Sized]): Promise<Record<string, number>> {
  const opened = sizes.map(({ file, filled }) => {
    const bare = new Sqlite(file, { readonly: true });
    const { firstPage, nextPage } = pagesOf(bare, filled);
    bare.close();
    return { db: openDatabase(file), deskId: filled.deskId, kinds: { firstPage, nextPage } };
  });
  const figures: Record<string, number> = {};
  for (const kind of ['firstPage', 'nextPage'] as const) {
    const [few, many]: [number[], number[]] = [[], []];
    for (let round = -WARM_UP; round < ROUNDS; round++) {
      for (const [at, { db, deskId, kinds }] of opened.entries()) {
        const filters = kinds[kind] ?? [];
        const began = performance.now();
        await listQueue(db, { deskId, now: NOW }, filters[Math.abs(round) % filters.length] as QueueFilter);
        if (round >= 0) (at === 0 ? few : many).push(performance.now() - began);
      }
    }
    figures[`${kind}Growth`] = rounded(median(many) / median(few));
  }
  for (const { db } of opened) await db.close();
  return figures;
}

/** The pages that are asked for, by the name of their figures. */
function pagesOf(bare: Sqlite.Database, { checkerId, sourceId, articleId }: Filled): Readonly<Record<string, readonly QueueFilter[]>> {
  const places = bare
    .prepare<[], { at: number; place: number; id: number }>(
      'SELECT "at", "place", "id" FROM "QueueEntry" ORDER BY "at" % 1009, "id" LIMIT 40',
    )
    .all();
  return {
    firstPage: [{}],
    nextPage: places.map(({ at, place, id }) => ({ after: `waiting.${at}.${place}.${id}` })),
    newestFirst: [{ sort: 'newest' }],
    weakestFirst: [{ sort: 'weakest' }],
    articleOrder: [{ sort: 'article' }],
    filterClass: [{ class: 'anonymous' }, { class: 'document' }, { class: 'unnamed' }],
    filterRare: [
      { bears: 'contradicts', class: 'document', confidence: 'low' },
      { flag: 'superlative', check: 'checked' },
    ],
    filterList: [{ checker: checkerId }, { source: sourceId }, { article: articleId }, { flag: 'count_not_given' }],
    filterMany: [
      { class: 'relay', confidence: 'high', strength: '3', hand: '1', check: 'not_checked' },
      { strength: '0', check: 'checked', age: 72 },
      { flag: 'anonymous', confidence: 'low', sort: 'weakest' },
    ],
    filterTwoLists: [
      { checker: checkerId, flag: 'secondary_report' },
      { source: sourceId, flag: 'prediction' },
      { checker: checkerId, source: sourceId, class: 'record' },
    ],
  };
}

async function measurePages(db: Database, bare: Sqlite.Database, scope: { deskId: string; now: Date }, filters: readonly QueueFilter[]) {
  const recorded = await Promise.all(filters.map((filter) => record(db, scope, filter)));
  const statements = recorded.map((page) => page.map(({ sql, values }) => ({ statement: bare.prepare<SqlValue[]>(sql), values })));
  const [ours, theirs]: [number[], number[]] = [[], []];
  for (let round = -WARM_UP; round < ROUNDS; round++) {
    const which = Math.abs(round) % filters.length;
    const began = performance.now();
    await listQueue(db, scope, filters[which] as QueueFilter);
    const turned = performance.now();
    for (const { statement, values } of statements[which] ?? []) statement.all(...values);
    const ended = performance.now();
    if (round < 0) continue; // warm-up, not counted
    ours.push(turned - began);
    theirs.push(ended - turned);
  }
  return { ours, theirs };
}

/** The statements that bring a page, with their values. */
async function record(db: Database, scope: { deskId: string; now: Date }, filter: QueueFilter) {
  const statements: { readonly sql: string; readonly values: readonly SqlValue[] }[] = [];
  const listening: Database = {
    ...db,
    rows: (sql, values) => {
      statements.push({ sql, values });
      return db.rows(sql, values);
    },
  };
  const { items } = await listQueue(listening, scope, filter);
  if (items.length === 0) throw new Error(`Broken rule: a page that is measured has claims on it (${JSON.stringify(filter)}).`);
  return statements;
}

const QUERIES = ['kozak', 'flood verdict', 'elec', '"treaty strike"', 'harbour file', 'vaccine railway bud', 'nothing of the kind'];

/** A page of claims and one of articles, for words that all have, that some have, and that none has. */
async function measureSearches(db: Database, deskId: string): Promise<readonly number[]> {
  const finder = { deskId, mayFindClaim: () => true, mayFindArticle: () => true, mayFindSource: async () => true };
  const taken: number[] = [];
  for (let round = 0; round < 10; round++) {
    for (const query of QUERIES) {
      const wanted = { terms: parseQuery(query), after: null, limit: 15 };
      const began = performance.now();
      await searchClaims(db, finder, wanted);
      await searchArticles(db, finder, { ...wanted, limit: 5 });
      if (round > 0) taken.push(performance.now() - began);
    }
  }
  return taken;
}

/** A decision on the first claim of the queue, to the answer, and the page as it is then. */
async function measureActs(db: Database, scope: { deskId: string; now: Date }, { deskId, editorId }: Filled): Promise<readonly number[]> {
  let page = await listQueue(db, scope, {});
  return timeEach(ACTS, async () => {
    const claim = page.items[0]?.claim;
    if (claim === undefined) throw new Error('Broken rule: there are claims to decide.');
    const input = { key: newId(), claimId: claim.id, version: claim.version };
    const actor = { userId: editorId, name: 'Edith', deskId };
    const result = await moveClaim(
      { db, actor, permit: () => null, once: { key: input.key, action: 'approveClaim', input } },
      'approve',
      input,
    );
    if (!result.ok) throw new Error(result.error.message);
    page = await listQueue(db, scope, {});
    if (page.items[0]?.claim.id === claim.id) throw new Error('Broken rule: a claim that was decided has left the queue.');
  });
}

async function timeEach(times: number, work: () => Promise<unknown>): Promise<readonly number[]> {
  const taken: number[] = [];
  await work();
  for (let time = 0; time < times; time++) {
    const began = performance.now();
    await work();
    taken.push(performance.now() - began);
  }
  return taken;
}

function p95(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * 0.95))] ?? 0;
}
