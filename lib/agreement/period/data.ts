import 'server-only';
import { setImmediate } from 'node:timers/promises';
import { isLimited, type Sight } from '@/lib/assignments/sight';
import type { Database } from '@/lib/db/database';
import { readWork } from '../data';
import { type Judgements, judgementsOf } from './pooled';

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

/**
 * What each of these articles' checkers said of the claims they matched, by article id; none where fewer than two made one. Matching is
 * done once for each state of an article: afterwards only the state is asked, all articles in three queries. Others are answered
 * between two articles.
 *
 * @param kept by the process, oldest first; nothing in it depends on who asks, since nobody is blind on these any more
 */
export async function readJudgements(
  db: Database,
  scope: Scope,
  articleIds: readonly string[],
  kept: Map<string, Kept> = KEPT,
): Promise<ReadonlyMap<string, Judgements>> {
  const states = await readStates(db, articleIds);
  const found = new Map<string, Judgements>();
  for (const articleId of articleIds) {
    if (isLimited(scope.sight, articleId)) continue;
    const state = states.get(articleId) ?? '';
    const key = `${scope.deskId} ${articleId}`;
    const known = kept.get(key);
    let judgements = known?.judgements ?? null;
    if (known?.state !== state) {
      const work = await readWork(db, { ...scope, articleId });
      judgements = work === null || work.works.length < 2 ? null : judgementsOf(work.works);
      if (work !== null) kept.set(key, { state, judgements });
      await setImmediate();
    }
    if (judgements !== null) found.set(articleId, judgements);
  }
  for (const key of kept.keys()) if (kept.size > KEPT_MAX) kept.delete(key);
  return found;
}

const KEPT = new Map<string, Kept>();

/** What an article's judgements hang on, as text: its claims and their sources in their versions, and who checked it. */
async function readStates(db: Database, articleIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const ids = JSON.stringify(articleIds);
  const rows = (await Promise.all([CLAIMS, SOURCES, PARTS].map((sql) => db.rows<{ articleId: string; state: string }>(sql, [ids])))).flat();
  const states = new Map<string, string>();
  for (const { articleId, state } of rows) states.set(articleId, `${states.get(articleId) ?? ''}|${state}`);
  return states;
}

const CLAIMS = `
  SELECT c."articleId", COUNT(*) || ' ' || SUM(c."version") || ' ' || MAX(c."updatedAt") AS "state"
  FROM json_each(?) j CROSS JOIN "Claim" c ON c."articleId" = j."value" WHERE c."deletedAt" IS NULL GROUP BY c."articleId"`;

/** A merge changes which source stands for another, a correction its name: both its version. */
const SOURCES = `
  SELECT "articleId", SUM("version") || ' ' || COUNT("canonicalId") || ' ' || COALESCE(MAX("canonicalId"), '') AS "state" FROM (
    SELECT c."articleId", s."version" + COALESCE(k."version", 0) AS "version", s."canonicalId"
    FROM json_each(?) j CROSS JOIN "Claim" c ON c."articleId" = j."value" JOIN "Source" s ON s."id" = c."sourceId"
    LEFT JOIN "Source" k ON k."id" = s."canonicalId" WHERE c."deletedAt" IS NULL
  ) GROUP BY "articleId"`;

const PARTS = `
  SELECT a."articleId", a."version" || ' ' || COUNT(p."handedInAt") AS "state"
  FROM json_each(?) j CROSS JOIN "Assignment" a ON a."articleId" = j."value" LEFT JOIN "CheckPart" p ON p."articleId" = a."articleId"
  GROUP BY a."articleId"`;
