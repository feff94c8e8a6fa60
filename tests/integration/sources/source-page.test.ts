import { describe, expect, it } from 'vitest';
import { describeArticle } from '@/lib/articles/mutations';
import { SEES_ALL } from '@/lib/assignments/sight';
import type { Claim } from '@/lib/claims/claim';
import type { AttributionCheck, ContentCheck } from '@/lib/claims/finding';
import type { RelationKind } from '@/lib/claims/relation';
import type { Database } from '@/lib/db/database';
import { newId } from '@/lib/kernel/ids';
import { toCheckedClaims } from '@/lib/reliability/checked-claims';
import * as data from '@/lib/reliability/data';
import * as records from '@/lib/reliability/records/data';
import * as pageData from '@/lib/reliability/source-page/data';
import { trackRecord } from '@/lib/reliability/track-record';
import { createTestArticle } from '../../factories/articles';
import { createTestClaim, valueOf } from '../../factories/claims';
import { as } from '../../factories/people';
import { chainClaim, insertClaimsOf } from '../../factories/sources';
import { useSources } from './use-sources';

function check(db: Database, claim: Claim, contentCheck: ContentCheck, attributionCheck: AttributionCheck = 'not_checked') {
  const rest = { credibility: null, likelihood: null, rationale: '', correction: '', question: '' };
  return db.transact(async (_tx, direct) => direct.insert('Finding', { claimId: claim.id, contentCheck, attributionCheck, ...rest }));
}

function relate(db: Database, from: Claim, to: Claim, kind: RelationKind) {
  return db.transact(async (_tx, direct) => direct.insert('ClaimRelation', { fromId: from.id, toId: to.id, kind, note: '' }));
}

describe('the claims that lean on a source', () => {
  it('are counted once each, and apart where only we know the source', async () => {
    const { source, claim, db, desk } = await useSources();
    const [nyt, kozak] = [await source('NYT', 'news_organization'), await source('Kozak', 'person')];
    await claim(nyt);
    await chainClaim(db, await claim(kozak), [{ source: nyt }]);
    await chainClaim(db, await claim(kozak), [{ source: nyt, stated: 'from_outside' }]);
    await chainClaim(db, await claim(nyt), [{ source: nyt, stated: 'from_outside' }]);
    await claim(kozak);
    expect(await pageData.countLeaning(db, { sight: SEES_ALL, deskId: desk.deskId, sourceId: nyt.id })).toEqual({
      claims: 4,
      articles: 1,
      silent: 1,
    });
  });

  it('say how each names it and for whom it speaks', async () => {
    const { source, claim, merge, db, desk } = await useSources();
    const [nyt, times, kozak] = [await source('NYT'), await source('The New York Times'), await source('Kozak', 'person')];
    await claim(nyt);
    const chained = await claim(kozak);
    await chainClaim(db, chained, [{ source: nyt, stated: 'from_outside' }]);
    await relate(db, chained, await claim(kozak), 'contradicts');
    valueOf(await merge(nyt, times));
    const { claims, next } = await pageData.listLeaningClaims(db, { sight: SEES_ALL, deskId: desk.deskId, sourceId: times.id }, null);
    expect(next).toBeNull();
    expect(claims).toMatchObject([
      { number: 1, quote: 'The mayor', state: 'draft', naming: { stated: 'in_text', passesOn: null }, contradicted: false },
      { number: 2, naming: { stated: 'from_outside', passesOn: 'Kozak' }, contradicted: true },
    ]);
  });

  it('come in pages that together hold every one once, the newest article first', async () => {
    const { source, db, desk, article } = await useSources();
    const busy = await source('Busy');
    await insertClaimsOf(db, desk.checker, article, busy, 120);
    const newer = await createTestArticle(db, desk.checker, 'Newer.\nSomebody spoke.');
    await createTestClaim(db, desk.checker, newer, { source: { id: busy.id } });
    const scope = { deskId: desk.deskId, sourceId: busy.id };
    const seen: string[] = [];
    let cursor: pageData.ClaimCursor | null = null;
    do {
      const page: Awaited<ReturnType<typeof pageData.listLeaningClaims>> = await pageData.listLeaningClaims(
        db,
        { ...scope, sight: SEES_ALL },
        cursor,
      );
      seen.push(...page.claims.map((claim) => `${claim.article.title} ${claim.number}`));
      cursor = page.next;
    } while (cursor !== null);
    expect(seen).toEqual(['Newer. 1', ...Array.from({ length: 120 }, (_, at) => `The mayor resigned ${at + 1}`)]);
  });
});

describe('those behind a source', () => {
  it('are who stands further in on its chains, with how many claims, merged ones as one', async () => {
    const { source, claim, merge, db, desk } = await useSources();
    const [nyt, insiders, close, other] = [
      await source('NYT', 'news_organization'),
      await source('Insiders', 'unnamed'),
      await source('Close insiders', 'unnamed'),
      await source('Other'),
    ];
    for (const one of [insiders, insiders, close]) {
      await chainClaim(db, await claim(one, { sourceType: 'anonymous_source' }), [{ source: nyt }]);
    }
    await chainClaim(db, await claim(nyt), [{ source: other }]);
    valueOf(await merge(close, insiders));
    expect(await pageData.listBehind(db, { sight: SEES_ALL, deskId: desk.deskId, sourceId: nyt.id })).toEqual([
      { ...insiders, claims: 3, sourceClass: 'anonymous' },
    ]);
    expect(await pageData.listBehind(db, { sight: SEES_ALL, deskId: desk.deskId, sourceId: other.id })).toMatchObject([
      { id: nyt.id, claims: 1, sourceClass: 'relay' },
    ]);
    expect(await pageData.listBehind(db, { sight: SEES_ALL, deskId: desk.deskId, sourceId: insiders.id })).toEqual([]);
  });

  it('are named as a group where somebody judged them to lean on one origin', async () => {
    const { source, db, desk, article } = await useSources();
    const [nyt, close] = [await source('NYT'), await source('Insiders')];
    const at = new Date('2026-03-01T09:00:00.000Z');
    await db.transact(async (tx) => {
      const group = {
        id: newId(),
        deskId: desk.deskId,
        articleId: article.articleId,
        name: 'One newspaper',
        reason: 'One story.',
        attested: null,
      };
      await tx.originGroup.create({ data: { ...group, version: 1, createdById: desk.checker.userId, createdAt: at, updatedAt: at } });
      for (const { id } of [nyt, close]) {
        await tx.originMember.create({ data: { groupId: group.id, sourceId: id, articleId: article.articleId } });
      }
    });
    expect(await pageData.listOriginMemberships(db, { sight: SEES_ALL, deskId: desk.deskId, sourceId: nyt.id })).toMatchObject([
      { name: 'One newspaper', reason: 'One story.', attested: null, members: 2, article: { title: 'The mayor resigned' } },
    ]);
  });
});

describe('what a track record is counted from', () => {
  it('is what was checked of the source and of its class, one outcome for claims of one origin that restate each other', async () => {
    const { source, claim, db, desk, article } = await useSources();
    const [nyt, reuters, insiders] = [await source('NYT'), await source('Reuters'), await source('Insiders', 'unnamed')];
    const relay = { sourceType: 'news_organization' } as const;
    const [first, again, wrong, unchecked] = [
      await claim(nyt, relay),
      await claim(nyt, relay),
      await claim(nyt, relay),
      await claim(nyt, relay),
    ];
    for (const one of [first, again]) await check(db, one, 'confirmed', 'accurate');
    await relate(db, first, again, 'restates');
    await check(db, wrong, 'contradicted', 'accurate');
    await check(db, unchecked, 'not_checked');
    const behind = await claim(insiders, { sourceType: 'anonymous_source' });
    await chainClaim(db, behind, [{ source: nyt, stated: 'from_outside' }]);
    await check(db, behind, 'confirmed');
    await check(db, await claim(reuters, relay), 'confirmed');

    const scope = { deskId: desk.deskId, sourceId: nyt.id };
    expect(await pageData.listCheckedArticles(db, { ...scope, sight: SEES_ALL }, ['news_organization'])).toEqual([
      { id: article.articleId, topic: '' },
    ]);
    const { claims, groups } = await records.readRecordClaims(db, { sight: SEES_ALL, deskId: desk.deskId, articleId: article.articleId });
    const checked = toCheckedClaims(claims, groups);
    const leaningIds = await pageData.listLeaningIds(db, { ...scope, sight: SEES_ALL });
    const leaning = checked.filter(({ claimId }) => leaningIds.has(claimId));
    expect(trackRecord(leaning, 'content')).toMatchObject({ defined: true, k: 2, n: 3, provisional: true });
    expect(trackRecord(checked, 'content', { sourceClass: 'relay' })).toMatchObject({ defined: true, k: 2, n: 3 });
    expect(trackRecord(leaning, 'content', { articleIds: new Set(['another']) })).toMatchObject({ defined: false });
  });

  it('is cut to what is about a topic, with its reason where nothing is left', async () => {
    const { source, claim, db, desk, article } = await useSources();
    const nyt = await source('NYT', 'news_organization');
    const relay = { sourceType: 'news_organization', source: { id: nyt.id } } as const;
    const other = await createTestArticle(db, desk.checker, 'Another day. It rained.');
    const [here, there] = [await claim(nyt, relay), await createTestClaim(db, desk.checker, other, relay)];
    await check(db, here, 'confirmed');
    await check(db, there, 'contradicted');
    const war = { key: newId(), articleId: article.articleId, version: 1, topic: 'War' };
    valueOf(await describeArticle(as(db, desk.checker, 'article.edit'), war));

    const read = (...topics: readonly string[]) =>
      records.readRecords(db, { sight: SEES_ALL, deskId: desk.deskId, sourceId: nyt.id }, 'relay', { articles: [], topics });
    expect(await read()).toMatchObject({ topics: ['War'], content: { k: 1, n: 2 }, classContent: { k: 1, n: 2 } });
    expect(await read('War')).toMatchObject({ content: { k: 1, n: 1, provisional: true }, classContent: { k: 1, n: 1 } });
    expect(await read('Sport')).toMatchObject({
      topics: ['War'],
      content: { defined: false, reason: 'no content check of this source is resolved in this selection' },
      classContent: { defined: false },
    });
  });

  it('is nothing where nothing was checked', async () => {
    const { source, claim, db, desk } = await useSources();
    const nyt = await source('NYT');
    await claim(nyt);
    expect(
      await pageData.listCheckedArticles(db, { sight: SEES_ALL, deskId: desk.deskId, sourceId: nyt.id }, ['news_organization']),
    ).toEqual([]);
  });
});

it('presents a source without a name as most of its claims and links do', async () => {
  const { source, claim, db, desk } = await useSources();
  const circles = await source('Elite circles', 'unnamed');
  for (const type of ['unnamed_group', 'unnamed_group', 'anonymous_source'] as const) await claim(circles, { sourceType: type });
  expect([...((await data.listPresentations(db, { ...desk, sight: SEES_ALL })).get(circles.id) ?? [])]).toEqual(
    expect.arrayContaining([
      ['unnamed_group', 2],
      ['anonymous_source', 1],
    ]),
  );
});

it('counts the claims of an article that have nobody to grade', async () => {
  const { claim, source, db, desk, article } = await useSources();
  await claim(await source('Kozak'));
  for (const sourceType of ['author', 'author', 'impersonal'] as const) {
    await createTestClaim(db, desk.checker, article, { sourceType, source: null });
  }
  const counts = await data.countSourceless(db, { sight: SEES_ALL, deskId: desk.deskId, articleId: article.articleId });
  expect([...counts].sort()).toEqual([
    ['author', 2],
    ['impersonal', 1],
  ]);
  expect(await data.listArticlesWithClaims(db, { ...desk, sight: SEES_ALL })).toMatchObject([{ id: article.articleId }]);
});
