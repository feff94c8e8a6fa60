import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readJudgements, readStates } from '@/lib/agreement/period/data';
import { SEES_ALL, type Sight } from '@/lib/assignments/sight';
import { checkTallyCounts } from '@/lib/claims/tally/data';
import { type Database, openDatabase } from '@/lib/db/database';
import { migrateDatabase } from '@/lib/db/migrate';
import { agreementOverTimeSteps } from '@/lib/figures/agreement';
import { listCompared, listSteps, readThroughput, readWaiting } from '@/lib/figures/data';
import { type Period, toPeriod } from '@/lib/figures/period';
import { atOnce, withoutPause } from '@/lib/kernel/pause';
import { fillYear } from './figures/fill';
import { fillQueue } from './queue/fill';
import { type Bench, goal, median, rounded } from './report';

const SIZES = { '100k': 100_000, '1m': 1_000_000 } as const;
const ROUNDS = 30;
const NOW = new Date(Date.UTC(2026, 11, 1));

/**
 * The desk's figures at two sizes, as the page's loader reads them: what was done in thirty days and in a year, with what waits now; a
 * page of the list behind a number and the one after it; and, apart from these, the agreement of a hundred articles,
 * compared for the first time and again.
 */
export const bench: Bench = async (say) => {
  const figures: Record<string, number> = {};
  for (const [size, count] of Object.entries(SIZES)) {
    const folder = mkdtempSync(path.join(tmpdir(), 'hearsay-figures-'));
    try {
      const file = path.join(folder, 'hearsay.db');
      await migrateDatabase(file);
      say(`Filling ${count} claims and a year of work on them`);
      const { deskId } = fillQueue(file, count);
      fillYear(file, deskId, NOW.getTime());
      for (const [name, value] of Object.entries(await measureSize(file, deskId, say))) figures[`${name}${size}`] = value;
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
  figures.yearGrowth = rounded((figures.yearMs1m as number) / (figures.yearMs100k as number));
  return {
    figures,
    goals: [goal(figures, 'monthP95Ms1m', 'max', 300), goal(figures, 'yearP95Ms1m', 'max', 300), goal(figures, 'listP95Ms1m', 'max', 300)],
  };
};

async function measureSize(file: string, deskId: string, say: (line: string) => void): Promise<Record<string, number>> {
  const db = openDatabase(file);
  try {
    const [problem] = await checkTallyCounts(db);
    if (problem !== undefined) throw new Error(problem);
    const scope = { deskId, sight: SEES_ALL, now: NOW };
    const figures: Record<string, number> = {};
    const measure = async (name: string, work: () => Promise<unknown>, rounds = ROUNDS) => {
      await work();
      const taken: number[] = [];
      for (let round = 0; round < rounds; round++) {
        const began = performance.now();
        await work();
        taken.push(performance.now() - began);
      }
      figures[`${name}Ms`] = rounded(median(taken));
      figures[`${name}P95Ms`] = rounded([...taken].sort((a, b) => a - b)[Math.floor(taken.length * 0.95)] ?? 0);
      say(`  ${name}: ${figures[`${name}Ms`]} ms, p95 ${figures[`${name}P95Ms`]} ms`);
    };
    const [month, year] = [toPeriod({}, NOW), toPeriod({ period: 'year' }, NOW)];
    const { done } = await readThroughput(db, scope, year);
    if (done.made === 0 || done.decided === 0) throw new Error('Broken rule: what is measured has something to count.');
    await measure('waiting', () => readWaiting(db, scope));
    await measure('month', () => Promise.all([readThroughput(db, scope, month), readWaiting(db, scope)]));
    await measure('year', () => Promise.all([readThroughput(db, scope, year), readWaiting(db, scope)]));
    const lists = [{ what: 'decided' }, { what: 'decided', waited: 'day' }, { what: 'waiting', waited: 'longer' }] as const;
    const pages = await Promise.all(
      lists.map(async (filter) => {
        const { next } = await listSteps(db, scope, { filter, period: year, after: null });
        if (next === null) throw new Error('Broken rule: a list that is measured goes on after its first page.');
        return [null, next].map((after) => ({ filter, period: year, after }));
      }),
    );
    let round = 0;
    await measure(
      'list',
      () => listSteps(db, scope, pages.flat()[round++ % (2 * lists.length)] as (typeof pages)[number][number]),
      2 * ROUNDS,
    );
    const compare = () => compareMonth(db, scope, month);
    const began = performance.now();
    if ((await compare()).length === 0) throw new Error('Broken rule: what is measured has something to compare.');
    figures.agreementFirstMs = rounded(performance.now() - began);
    await measure('agreementAgain', compare, 5);
    say(`  agreement of a hundred articles at first ${figures.agreementFirstMs} ms`);
    return figures;
  } finally {
    await db.close();
  }
}

/** The agreement of a month as its page works it out, without others in between. */
async function compareMonth(db: Database, scope: { readonly deskId: string; readonly sight: Sight }, month: Period) {
  const { compared } = await listCompared(db, scope, month);
  const ids = compared.map(({ articleId }) => articleId);
  const judged = await readJudgements(db, scope, await readStates(db, scope, ids, withoutPause), { pause: withoutPause, tell: () => {} });
  return atOnce(
    agreementOverTimeSteps(
      month,
      compared.map((article) => ({ ...article, judgements: judged.get(article.articleId) ?? null })),
    ),
  );
}
