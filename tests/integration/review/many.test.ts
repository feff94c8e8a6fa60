import { describe, expect, it } from 'vitest';
import { SEES_ALL } from '@/lib/assignments/sight';
import { listClaims } from '@/lib/claims/data';
import type { Database } from '@/lib/db/database';
import { newId } from '@/lib/kernel/ids';
import { listArticles, listQueue, listQueueOptions, listTransitions } from '@/lib/review/data';
import { QUEUE_OPTIONS_MAX } from '@/lib/review/queue-choices';
import { createTestClaimIn } from '../../factories/claims';
import { useDesk } from '../use-database';

// SQLite takes 999 values in one query, and what is read "for each of these" can ask for more.
const MANY = 1100;

/** Copies the article and its claim, row by row, into many: a desk's years of work in a second. */
async function copyMany(db: Database, articleId: string, claimId: string): Promise<void> {
  await db.transact(async (tx) => {
    const [article, revision, claim, span] = await Promise.all([
      tx.article.findUniqueOrThrow({ where: { id: articleId } }),
      tx.revision.findFirstOrThrow({ where: { articleId } }),
      tx.claim.findUniqueOrThrow({ where: { id: claimId } }),
      tx.claimSpan.findFirstOrThrow({ where: { claimId } }),
    ]);
    for (let copy = 2; copy <= MANY; copy++) {
      const ids = { claim: newId(), article: newId(), revision: newId(), elsewhere: newId() };
      await tx.claim.create({ data: { ...claim, id: ids.claim, number: copy }, select: { id: true } });
      await tx.claimSpan.create({ data: { ...span, claimId: ids.claim }, select: { claimId: true } });
      await tx.article.create({ data: { ...article, id: ids.article, title: `Article ${copy}` }, select: { id: true } });
      await tx.revision.create({ data: { ...revision, id: ids.revision, articleId: ids.article }, select: { id: true } });
      await tx.claim.create({
        data: { ...claim, id: ids.elsewhere, number: 1, articleId: ids.article, revisionId: ids.revision },
        select: { id: true },
      });
      await tx.claimSpan.create({ data: { ...span, claimId: ids.elsewhere }, select: { claimId: true } });
    }
  });
}

describe('a desk with more than a thousand articles and an article with more than a thousand claims', () => {
  it('are read whole', async () => {
    const { db, desk, article } = await useDesk();
    const claim = await createTestClaimIn(db, desk, article, 'submitted');
    await copyMany(db, article.articleId, claim.id);
    const { deskId } = desk;
    const claims = await listClaims(db, { sight: SEES_ALL, deskId, articleId: article.articleId });
    expect(claims.map(({ number }) => number)).toEqual(Array.from({ length: MANY }, (_, index) => index + 1));
    expect(new Set(claims.map(({ spans }) => spans[0]?.quote))).toEqual(new Set([claim.spans[0]?.quote]));
    const articles = await listArticles(db, { sight: SEES_ALL, deskId });
    expect(articles).toHaveLength(MANY);
    expect(articles.every(({ words, counts }) => words > 0 && counts.submitted > 0)).toBe(true);
    const options = await listQueueOptions(db, { deskId });
    expect([options.articles.length, options.checkers.length], 'those with most waiting').toEqual([QUEUE_OPTIONS_MAX, 1]);
    expect(options.articles.map(({ id }) => id)).toContain(article.articleId);
    const page = await listQueue(db, { deskId, now: new Date() }, {});
    expect([page.items.length, page.total]).toEqual([50, 2 * MANY - 1]);
    expect(await listTransitions(db, { sight: SEES_ALL, deskId, articleId: article.articleId })).toHaveLength(1);
  });
});
