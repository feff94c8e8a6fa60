import 'server-only';
import type { Direct } from '@/lib/db/direct';
import { refuse } from '@/lib/db/write';
import type { Tx } from '@/lib/db/write-gate';
import { appError } from '@/lib/kernel/app-error';
import type { Claim } from '../claim';
import { gradeDoubts } from '../credibility';
import { listSupports } from '../details/data';
import { fallenWords, type StandingGrade } from './fallen-words';

type Scope = { readonly deskId: string; readonly articleIds: readonly string[] };

/**
 * Around a change of what claims rest on (a group, which sources are one): begun before it, and what comes back is asked
 * after it, in the same transaction. Refuses, naming the claims, where an approved credibility of 1 stood before the change
 * and does not after it. One that did not stand before holds nothing up.
 *
 * Costs one query where no such grade is approved; else the claims of those articles, twice.
 */
export async function guardGrades(
  tx: Tx,
  scope: Scope,
  words: { readonly on: string; readonly titled: boolean },
): Promise<() => Promise<void>> {
  const before = await listStanding(tx, scope);
  return async () => {
    if (before.length === 0) return;
    const still = new Set((await listStanding(tx, scope)).map(({ id }) => id));
    const fallen = before.filter(({ id }) => !still.has(id));
    if (fallen.length > 0) refuse(appError('INVALID', fallenWords(fallen, words)));
  };
}

/** Approved claims with credibility 1 that their supports bear, by article and number. */
async function listStanding(tx: Tx, { deskId, articleIds }: Scope): Promise<readonly StandingGrade[]> {
  if (articleIds.length === 0) return [];
  const rows = await tx.claim.findMany({
    where: { deskId, articleId: { in: [...articleIds] }, deletedAt: null, state: 'approved', finding: { is: { credibility: 1 } } },
    orderBy: [{ articleId: 'asc' }, { number: 'asc' }],
    select: { id: true, number: true, articleId: true, article: { select: { title: true } } },
  });
  const grades = rows.map(({ article, ...row }) => ({ ...row, title: article.title }));
  const standing: StandingGrade[] = [];
  for (const articleId of new Set(grades.map((grade) => grade.articleId))) {
    const own = grades.filter((grade) => grade.articleId === articleId);
    const doubts = gradeDoubts(
      own.map(({ id }) => id),
      await listSupports(tx, { deskId, articleId }),
    );
    standing.push(...own.filter(({ id }) => !doubts.has(id)));
  }
  return standing;
}

/** Why grades 1 among these claims do not stand by now, by claim id. Costs nothing where there is none; else the claims of their articles. */
export async function findGradeDoubts(
  client: Pick<Tx, 'claim' | 'originGroup'>,
  { deskId, claims }: { readonly deskId: string; readonly claims: readonly Pick<Claim, 'id' | 'articleId' | 'deskId' | 'finding'>[] },
): Promise<ReadonlyMap<string, string>> {
  const graded = claims.filter((claim) => claim.deskId === deskId && claim.finding.credibility === 1);
  const doubts = new Map<string, string>();
  for (const articleId of new Set(graded.map((claim) => claim.articleId))) {
    const ids = graded.filter((claim) => claim.articleId === articleId).map(({ id }) => id);
    for (const [id, doubt] of gradeDoubts(ids, await listSupports(client, { deskId, articleId }))) doubts.set(id, doubt);
  }
  return doubts;
}

/** The articles with an approved credibility of 1 that name one of these sources, by a tag, in a chain or in a group. */
export function listGradedArticles(
  direct: Direct,
  { deskId, sourceIds }: { readonly deskId: string; readonly sourceIds: readonly string[] },
): readonly string[] {
  const ids = JSON.stringify(sourceIds);
  return direct.rows<{ readonly articleId: string }>(GRADED_ARTICLES, [ids, deskId]).map(({ articleId }) => articleId);
}

const GRADED_ARTICLES = `
  WITH "changed" AS (SELECT "value" AS "id" FROM json_each(?)),
  "touched" AS (
    SELECT m."articleId" FROM "changed" h CROSS JOIN "OriginMember" m WHERE m."sourceId" = h."id"
    UNION
    SELECT c."articleId" FROM "changed" h CROSS JOIN "Claim" c WHERE c."sourceId" = h."id"
    UNION
    SELECT c."articleId" FROM "changed" h CROSS JOIN "ClaimLink" l CROSS JOIN "Claim" c WHERE l."sourceId" = h."id" AND c."id" = l."claimId"
  )
  SELECT DISTINCT c."articleId" FROM "Claim" c JOIN "Finding" f ON f."claimId" = c."id"
  WHERE f."credibility" = 1 AND c."deskId" = ? AND c."state" = 'approved' AND c."deletedAt" IS NULL
    AND c."articleId" IN (SELECT "articleId" FROM "touched")
  ORDER BY c."articleId"`;
