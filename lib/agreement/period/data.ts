import 'server-only';
import { isLimited, type Sight } from '@/lib/assignments/sight';
import type { Database } from '@/lib/db/database';
import { inTurns, type Pause } from '@/lib/kernel/pause';
import { readWork } from '../data';
import type { Progress } from '../kept-work';
import { type Judgements, judgementsSteps } from './pooled';

type Scope = { readonly deskId: string; readonly sight: Sight };

/** An article that two or more checked without seeing each other's work, and when that ended. */
export type CheckedArticle = { readonly articleId: string; readonly title: string; readonly at: Date };

type Row = {
  readonly articleId: string;
  readonly title: string;
  readonly checkers: number;
  readonly endedAt: string | null;
  readonly handedInAt: string | null;
};

/** The desk's articles whose blind checking ended between two moments, the last ended first. Costs those that ask for two checkers. */
export async function listChecked(
  db: Database,
  { deskId, sight }: Scope,
  { from, to }: { readonly from: Date; readonly to: Date },
): Promise<readonly CheckedArticle[]> {
  const articles = new Map<string, { readonly row: Row; readonly handedIn: number[] }>();
  for (const row of await db.rows<Row>(CHECKED, [deskId])) {
    const article = articles.get(row.articleId) ?? { row, handedIn: [] };
    if (row.handedInAt !== null) article.handedIn.push(Date.parse(row.handedInAt));
    articles.set(row.articleId, article);
  }
  return [...articles.values()]
    .flatMap(({ row: { articleId, title, checkers, endedAt }, handedIn }) => {
      const last = handedIn.sort((a, b) => a - b)[checkers - 1];
      const ends = [...(last === undefined ? [] : [last]), ...(endedAt === null ? [] : [Date.parse(endedAt)])];
      const at = Math.min(...ends);
      const inside = ends.length > 0 && at >= from.getTime() && at < to.getTime() && !isLimited(sight, articleId);
      return inside ? [{ articleId, title, at: new Date(at) }] : [];
    })
    .sort((a, b) => b.at.getTime() - a.at.getTime() || (a.articleId < b.articleId ? -1 : 1));
}

const CHECKED = `
  SELECT a."articleId", t."title", a."checkers", a."endedAt", p."handedInAt"
  FROM "Assignment" a JOIN "Article" t ON t."id" = a."articleId" LEFT JOIN "CheckPart" p ON p."articleId" = a."articleId"
  WHERE a."deskId" = ? AND a."checkers" >= 2`;

/** What was judged on an article, with the state of its rows that it was worked out from. */
type Kept = { readonly state: string; readonly judgements: Judgements | null };

/** So many articles' judgements are kept: some kB each. */
const KEPT_MAX = 2000;

/** Of whom the loop is given back, and who is told how many articles are done. */
type Others = { readonly pause: Pause; readonly tell: (progress: Progress) => void };

/**
 * What each of these articles' checkers said of the claims they matched, by article id; none where fewer than two made one. Matching is
 * done once for each state of an article: afterwards only the state is asked.
 *
 * @param states as `readStates` has them now
 * @param kept by the process, oldest first; nothing in it depends on who asks, since nobody is blind on these any more
 */
export async function readJudgements(
  db: Database,
  scope: Scope,
  states: ReadonlyMap<string, string>,
  { pause, tell }: Others,
  kept: Map<string, Kept> = KEPT,
): Promise<ReadonlyMap<string, Judgements>> {
  const found = new Map<string, Judgements>();
  let done = 0;
  for (const [articleId, state] of states) {
    done += 1;
    if (isLimited(scope.sight, articleId)) continue;
    const key = `${scope.deskId} ${articleId}`;
    const known = kept.get(key);
    let judgements = known?.judgements ?? null;
    if (known?.state !== state) {
      const work = await readWork(db, { ...scope, articleId });
      await pause();
      judgements = work === null || work.works.length < 2 ? null : await inTurns(judgementsSteps(work.works), pause);
      if (work !== null) kept.set(key, { state, judgements });
      tell({ done, of: states.size });
    }
    if (judgements !== null) found.set(articleId, judgements);
  }
  for (const key of kept.keys()) if (kept.size > KEPT_MAX) kept.delete(key);
  return found;
}

const KEPT = new Map<string, Kept>();

/** So many articles are asked for their state at once: a thousandth of a second each where they hold hundreds of claims. */
const STATES_AT_ONCE = 20;

/**
 * What each article's judgements hang on, as text: its claims, their sources and origin groups in their
 * versions, and who checked it. Articles
 * of others, and those that are not for these eyes, are left out.
 */
export async function readStates(
  db: Database,
  { deskId, sight }: Scope,
  articleIds: readonly string[],
  pause: Pause,
): Promise<ReadonlyMap<string, string>> {
  const seen = articleIds.filter((articleId) => !isLimited(sight, articleId));
  const states = new Map<string, string>();
  for (let from = 0; from < seen.length; from += STATES_AT_ONCE) {
    const values = [JSON.stringify(seen.slice(from, from + STATES_AT_ONCE)), deskId];
    for (const sql of [CLAIMS, SOURCES, GROUPS, PARTS]) {
      for (const { articleId, state } of await db.rows<{ articleId: string; state: string }>(sql, values)) {
        states.set(articleId, `${states.get(articleId) ?? ''}|${state}`);
      }
      await pause();
    }
  }
  return states;
}

const CLAIMS = `
  SELECT c."articleId", COUNT(*) || ' ' || SUM(c."version") || ' ' || MAX(c."updatedAt") AS "state"
  FROM json_each(?) j CROSS JOIN "Claim" c ON c."articleId" = j."value" WHERE c."deskId" = ? AND c."deletedAt" IS NULL GROUP BY c."articleId"`;

/** A merge changes which source stands for another, a correction its name: both its version. */
const SOURCES = `
  SELECT "articleId", SUM("version") || ' ' || COUNT("canonicalId") || ' ' || COALESCE(MAX("canonicalId"), '') AS "state" FROM (
    SELECT c."articleId", s."version" + COALESCE(k."version", 0) AS "version", s."canonicalId"
    FROM json_each(?) j CROSS JOIN "Claim" c ON c."articleId" = j."value" JOIN "Source" s ON s."id" = c."sourceId"
    LEFT JOIN "Source" k ON k."id" = s."canonicalId" WHERE c."deskId" = ? AND c."deletedAt" IS NULL
  ) GROUP BY "articleId"`;

const GROUPS = `
  SELECT g."articleId", COUNT(*) || ' ' || SUM(g."version") || ' ' || COUNT(g."deletedAt") AS "state"
  FROM json_each(?) j CROSS JOIN "OriginGroup" g ON g."articleId" = j."value" WHERE g."deskId" = ? GROUP BY g."articleId"`;

const PARTS = `
  SELECT a."articleId", a."version" || ' ' || COUNT(p."handedInAt") || ' ' || COALESCE(GROUP_CONCAT(u."name", '|'), '') AS "state"
  FROM json_each(?) j CROSS JOIN "Assignment" a ON a."articleId" = j."value" LEFT JOIN "CheckPart" p ON p."articleId" = a."articleId"
  LEFT JOIN "User" u ON u."id" = p."personId" WHERE a."deskId" = ?
  GROUP BY a."articleId"`;
