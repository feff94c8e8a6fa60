import type { Comparison } from '@/lib/adjudication/compare-claims';
import type { Decision } from '@/lib/adjudication/decision';
import { SEES_ALL } from '@/lib/assignments/sight';
import type { Claim } from '@/lib/claims/claim';
import type { Database } from '@/lib/db/database';
import type { Actor } from '@/lib/permissions/roles';
import { findAdjudication } from '@/lib/review/adjudicating/data';
import { finishAdjudication } from '@/lib/review/adjudicating/finishing/mutations';
import { decideDifferences } from '@/lib/review/adjudicating/mutations';
import type { DecideInput } from '@/lib/review/adjudicating/schema';
import { submitClaims } from '@/lib/review/mutations';
import type { TestArticle } from './articles';
import { assignBlind, handInCheck } from './assignments';
import { createTestClaim, valueOf } from './claims';
import { as, newKey, type TestDesk } from './people';

type Different = NonNullable<Parameters<typeof createTestClaim>[3]>;

/** Hands in what a person made of an article, all of it submitted. */
export async function handInClaims(
  db: Database,
  actor: Actor,
  article: TestArticle,
  claims: readonly Different[],
): Promise<readonly Claim[]> {
  const made: Claim[] = [];
  for (const different of claims) made.push(await createTestClaim(db, actor, article, different));
  const submitted =
    made.length === 0
      ? []
      : valueOf(
          await submitClaims(as(db, actor, 'claim.submit'), {
            key: newKey(),
            articleId: article.articleId,
            claims: made.map(({ id, version }) => ({ id, version })),
          }),
        );
  valueOf(await handInCheck(db, actor, article));
  return submitted;
}

/** The desk's two checkers check an article blind, and hand in these claims. */
export async function checkTwice(
  db: Database,
  desk: TestDesk,
  article: TestArticle,
  [first, second]: readonly [readonly Different[], readonly Different[]],
): Promise<readonly [readonly Claim[], readonly Claim[]]> {
  await assignBlind(db, desk, article, [desk.checker, desk.otherChecker]);
  return [await handInClaims(db, desk.checker, article, first), await handInClaims(db, desk.otherChecker, article, second)];
}

export async function adjudicationOf(db: Database, desk: TestDesk, { articleId }: Pick<TestArticle, 'articleId'>) {
  const found = await findAdjudication(db, { deskId: desk.deskId, articleId, sight: SEES_ALL });
  if (found === null) throw new Error('There is no article.');
  return found.adjudicated;
}

type Wanted = { readonly comparison: Pick<Comparison, 'parents'>; readonly decision: Decision | null; readonly version?: number };

export function toDecideInput({ articleId }: Pick<TestArticle, 'articleId'>, decisions: readonly Wanted[]): DecideInput {
  return {
    key: newKey(),
    articleId,
    decisions: decisions.map(({ comparison, decision, version = 0 }) => ({
      parents: comparison.parents.map((parent) => ({ id: parent.id, version: parent.version })),
      version,
      decision: decision as DecideInput['decisions'][number]['decision'],
    })),
  };
}

/** Has an editor decide comparisons of an article, each for the first time unless the test says otherwise. */
export function decide(db: Database, actor: Actor, article: Pick<TestArticle, 'articleId'>, decisions: readonly Wanted[]) {
  return decideDifferences(as(db, actor, 'article.adjudicate'), toDecideInput(article, decisions));
}

export async function finish(db: Database, actor: Actor, desk: TestDesk, article: Pick<TestArticle, 'articleId'>, version?: number) {
  const seen = version ?? (await adjudicationOf(db, desk, article)).version;
  return finishAdjudication(as(db, actor, 'article.adjudicate'), {
    key: newKey(),
    articleId: article.articleId,
    version: seen,
  });
}
