import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SEES_ALL } from '@/lib/assignments/sight';
import { newLink } from '@/lib/attribution/chain';
import { toChainInput } from '@/lib/attribution/chain-input';
import type { ChainInput } from '@/lib/attribution/schema';
import type { SourceType } from '@/lib/attribution/source-type';
import type { Claim } from '@/lib/claims/claim';
import { CONFIDENCES } from '@/lib/claims/confidence';
import { findClaim, listClaims } from '@/lib/claims/data';
import { NO_FINDING } from '@/lib/claims/finding';
import { FLAGS } from '@/lib/claims/flag';
import { flagContextOf, flagsOf } from '@/lib/claims/flags';
import { readListed } from '@/lib/claims/listed/data';
import { mergeSource, splitSource } from '@/lib/claims/merging/mutations';
import { createClaim, deleteClaim, editClaim, restoreClaim } from '@/lib/claims/mutations';
import { choicesOf } from '@/lib/claims/queue/cell';
import { checkEntries, checkQueueCounts } from '@/lib/claims/queue/data';
import { renewQueue } from '@/lib/claims/queue/mutations';
import { relationsBothWays } from '@/lib/claims/relation';
import type { DetailsInput } from '@/lib/claims/schema';
import type { Database } from '@/lib/db/database';
import { newId } from '@/lib/kernel/ids';
import { listQueue } from '@/lib/review/data';
import { fixAndApprove, moveClaim, submitClaims, undoDecision } from '@/lib/review/mutations';
import { countQueue } from '@/lib/review/queue/data';
import { QUEUE_SORTS } from '@/lib/review/queue/order';
import type { QueueFilter } from '@/lib/review/schema';
import { createTestArticle } from '../../factories/articles';
import { createTestClaimIn, insertSubmittedClaims, toCreateInput, toEditInput, toVersion } from '../../factories/claims';
import { as, newKey, type TestDesk } from '../../factories/people';
import { chainClaim, createTestSource, recordOf, toSourceVersion } from '../../factories/sources';
import { useDesk } from '../use-database';

const NAMES = ['Alpha', 'Beta', 'Gamma', 'Delta'] as const;
const VERBS = [
  'create',
  'submit',
  'approve',
  'return',
  'reject',
  'undo',
  'withdraw',
  'edit',
  'fix',
  'delete',
  'restore',
  'merge',
  'split',
] as const;

/** One thing somebody does; which claim, which source and what it says follow from its numbers. */
const act = fc.record({
  verb: fc.constantFrom(...VERBS, 'create', 'submit', 'edit'),
  claim: fc.nat(99),
  other: fc.nat(99),
  type: fc.constantFrom<SourceType>('named_person', 'news_organization', 'anonymous_source', 'author', 'impersonal'),
  who: fc.constantFrom(...NAMES),
  behind: fc.option(fc.constantFrom(...NAMES)),
  start: fc.nat(9),
  confidence: fc.constantFrom(...CONFIDENCES),
  part: fc.constantFrom('none', 'finding', 'flags', 'relations', 'chain'),
  flag: fc.constantFrom(...FLAGS),
  checked: fc.boolean(),
  editor: fc.boolean(),
});
type Act = typeof act extends fc.Arbitrary<infer Value> ? Value : never;

async function idsOf(db: Database): Promise<readonly string[]> {
  return (await db.rows<{ id: string }>('SELECT "id" FROM "Claim"', [])).map(({ id }) => id);
}

/** What is wrong with the queue, asked of every claim there is. */
async function problemsOf(db: Database): Promise<readonly string[]> {
  const marks = await db.rows<{ id: string }>('SELECT "id" FROM "QueueMark"', []);
  return [...(await checkEntries(db, await idsOf(db))), ...(await checkQueueCounts(db)), ...marks.map(({ id }) => `${id} is marked.`)];
}

/** Does it as people would; what is refused is no matter. */
async function perform(db: Database, desk: TestDesk, articles: readonly Awaited<ReturnType<typeof createTestArticle>>[], one: Act) {
  const ids = await idsOf(db);
  const claims = (await Promise.all(ids.map((claimId) => findClaim(db, { sight: SEES_ALL, deskId: desk.deskId, claimId })))).filter(
    (claim) => claim !== null,
  );
  const claim = claims[one.claim % Math.max(1, claims.length)];
  const source = one.type === 'author' || one.type === 'impersonal' ? null : { name: one.who };
  const spans = [{ start: one.start, end: one.start + 5 }];
  const tag = { spans, sourceType: one.type, source, confidence: one.confidence };
  if (one.verb === 'create') {
    const article = articles[one.other % articles.length] as (typeof articles)[number];
    await createClaim(
      as(db, desk.checker, 'claim.create'),
      toCreateInput(article, { ...tag, details: detailsOf(one, claims, article.articleId, null) }),
    );
    return;
  }
  if (one.verb === 'merge' || one.verb === 'split') return mergeOrSplit(db, desk, one);
  if (one.verb === 'restore') {
    const [gone] = await db.rows<{ id: string; version: number }>(
      'SELECT "id", "version" FROM "Claim" WHERE "deletedAt" IS NOT NULL LIMIT 1',
      [],
    );
    if (gone !== undefined) await restoreClaim(as(db, desk.editor, 'claim.delete'), toVersion(gone));
    return;
  }
  if (claim === undefined) return;
  const editor = one.editor ? desk.editor : desk.otherEditor;
  const version = toVersion(claim);
  const edited = { ...tag, details: detailsOf(one, claims, claim.articleId, claim.id) };
  switch (one.verb) {
    case 'submit':
      return submitClaims(as(db, desk.checker, 'claim.submit'), {
        key: newKey(),
        articleId: claim.articleId,
        claims: [{ id: claim.id, version: claim.version }],
      });
    case 'approve':
      return moveClaim(as(db, editor, 'claim.approve'), 'approve', version);
    case 'return':
    case 'reject':
      return moveClaim(as(db, editor, `claim.${one.verb}`), one.verb, { ...version, reason: 'Why?' });
    case 'withdraw':
      return moveClaim(as(db, desk.checker, 'claim.withdraw'), 'withdraw', version);
    case 'undo':
      return undoDecision(as(db, editor, 'claim.undo_decision'), version);
    case 'edit':
      return editClaim(as(db, editor, 'claim.edit'), toEditInput(claim, edited));
    case 'fix':
      return fixAndApprove(as(db, editor, 'claim.approve'), toEditInput(claim, edited));
    case 'delete':
      return deleteClaim(as(db, desk.editor, 'claim.delete'), version);
  }
}

function detailsOf(one: Act, claims: readonly Claim[], articleId: string, own: string | null): DetailsInput {
  switch (one.part) {
    case 'finding':
      return {
        finding: {
          ...NO_FINDING,
          attributionCheck: one.checked ? 'hedge_dropped' : 'accurate',
          contentCheck: one.checked ? 'disputed' : 'not_checked',
        },
      };
    case 'flags':
      return { flags: [{ flag: one.flag, verdict: one.checked ? 'added' : 'dismissed', note: '' }] };
    case 'relations': {
      const others = claims.filter((other) => other.articleId === articleId && other.id !== own);
      const other = others[one.other % Math.max(1, others.length)];
      return { relations: other === undefined ? [] : [{ kind: one.checked ? 'contradicts' : 'restates', claimId: other.id, note: '' }] };
    }
    case 'chain':
      return one.type === 'author' || one.behind === null ? {} : { chain: chainOf(one.behind, one.checked) };
    case 'none':
      return {};
  }
}

/** The voice, a newspaper, and the tag before or behind it: sources of one article come to cite each other. */
function chainOf(relay: string, tagLast: boolean): ChainInput {
  const [voice] = toChainInput([newLink({ sourceType: 'author', source: null })]);
  const [link] = toChainInput([newLink({ sourceType: 'news_organization', source: null })]);
  const [tagged] = toChainInput([newLink({ sourceType: 'named_person', source: null }, true)]);
  const named = { ...(link as ChainInput[number]), source: { name: relay } };
  return tagLast
    ? [voice as ChainInput[number], named, tagged as ChainInput[number]]
    : [voice as ChainInput[number], tagged as ChainInput[number], named];
}

async function mergeOrSplit(db: Database, desk: TestDesk, one: Act) {
  const rows = await db.read.source.findMany({ where: { name: { in: [...NAMES] } }, select: { id: true, name: true, mergedIntoId: true } });
  const source = rows.find(({ name }) => name === one.who);
  const into = rows.find(({ name }) => name === one.behind);
  if (source === undefined) return;
  const scope = as(db, desk.editor, 'source.merge');
  const from = await recordOf(db, desk.editor, source);
  if (one.verb === 'split') return splitSource(scope, toSourceVersion(from));
  if (into === undefined) return;
  const target = await recordOf(db, desk.editor, into);
  return mergeSource(scope, { ...toSourceVersion(from), intoId: target.id, intoVersion: target.version });
}

/** The flags, choices and places of every waiting claim, by the rules themselves, over whole articles. */
async function workOut(db: Database, desk: TestDesk, articleIds: readonly string[]) {
  const all = await Promise.all(articleIds.map((articleId) => listClaims(db, { sight: SEES_ALL, deskId: desk.deskId, articleId })));
  return all.flatMap((claims) => {
    const context = flagContextOf(claims);
    const sides = relationsBothWays(claims);
    return claims
      .filter(({ state }) => state === 'submitted')
      .map((claim) => ({
        claim,
        flags: flagsOf(claim, context).flatMap(({ flag, dismissed }) => (dismissed ? [] : flag)),
        choices: choicesOf({
          ...claim,
          contentCheck: claim.finding.contentCheck,
          disagreement: 'none',
          contradicted: (sides.get(claim.id) ?? []).some(({ kind }) => kind === 'contradicts'),
        }),
        sources: claim.chain.flatMap(({ source }) => source?.id ?? []),
      }));
  });
}

describe('the queue’s lists', () => {
  it('are those of the claims after whatever people do, and every filter finds what the rules say', { timeout: 240_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 15, maxLength: 40 }), async (acts) => {
        const { db, desk, article } = await useDesk();
        const articles = [article, await createTestArticle(db, desk.checker, 'Another article. Somebody said so.')];
        for (const one of acts) {
          await perform(db, desk, articles, one);
          expect(await problemsOf(db), one.verb).toEqual([]);
        }
        const waiting = await workOut(
          db,
          desk,
          articles.map(({ articleId }) => articleId),
        );
        const ids = async (filter: QueueFilter) => {
          const page = await listQueue(db, { deskId: desk.deskId, now: new Date() }, filter);
          expect(page.total).toBe(page.items.length);
          expect(await countQueue(db, { deskId: desk.deskId, now: new Date() }, filter)).toBe(page.items.length);
          return page.items.map(({ claim }) => claim.id).sort();
        };
        const expected = (is: (one: (typeof waiting)[number]) => boolean) =>
          waiting
            .filter(is)
            .map(({ claim }) => claim.id)
            .sort();
        for (const sort of QUEUE_SORTS) expect(await ids({ sort }), sort).toEqual(expected(() => true));
        for (const flag of new Set(waiting.flatMap(({ flags }) => flags))) {
          expect(await ids({ flag }), flag).toEqual(expected(({ flags }) => flags.includes(flag)));
          expect(await ids({ flag, confidence: 'low' })).toEqual(
            expected(({ flags, claim }) => flags.includes(flag) && claim.confidence === 'low'),
          );
        }
        for (const source of new Set(waiting.flatMap(({ sources }) => sources))) {
          expect(await ids({ source }), 'source').toEqual(expected(({ sources }) => sources.includes(source)));
          expect(await ids({ source, article: article.articleId })).toEqual(
            expected(({ sources, claim }) => sources.includes(source) && claim.articleId === article.articleId),
          );
        }
        expect(await ids({ bears: 'contradicts' })).toEqual(expected(({ choices }) => choices.bears === 'contradicts'));
        expect(await ids({ check: 'checked', sort: 'weakest' })).toEqual(expected(({ choices }) => choices.check === 'checked'));
      }),
      { numRuns: 12 },
    );
  });

  it('follow what is written past the mutations too, and forget what a refused write had done', async () => {
    const { db, desk, article } = await useDesk();
    await insertSubmittedClaims(db, desk, article, 7, new Date('2026-04-01T08:00:00.000Z'));
    const claim = await createTestClaimIn(db, desk, article, 'submitted');
    await chainClaim(db, claim, [{ source: await createTestSource(db, desk.checker, 'NYT') }]);
    await expect(
      db.transact(async (tx) => {
        await tx.claim.updateMany({ where: { state: 'submitted' }, data: { confidence: 'low' } });
        throw new Error('No.');
      }),
    ).rejects.toThrow('No.');
    expect(await problemsOf(db)).toEqual([]);
    const low = await listQueue(db, { deskId: desk.deskId, now: new Date() }, { confidence: 'low' });
    expect([low.total, (await listQueue(db, { deskId: desk.deskId, now: new Date() }, { hand: '2' })).total]).toEqual([0, 1]);
  });

  it('can be made again from the claims alone, with every page as it was', async () => {
    const { db, desk, article } = await useDesk();
    await insertSubmittedClaims(db, desk, article, 60, new Date('2026-04-01T08:00:00.000Z'));
    for (const note of ['a', 'b'])
      await createTestClaimIn(db, desk, article, 'submitted', { note, sourceType: 'document', source: { name: note } });
    const pages = async () => {
      const scope = { deskId: desk.deskId, now: new Date() };
      const first = await listQueue(db, scope, {});
      const second = await listQueue(db, scope, { after: first.next ?? undefined });
      const documents = await listQueue(db, scope, { class: 'document' });
      return [first, second, documents].map(({ items, total }) => [total, items.map(({ claim }) => claim.id)]);
    };
    const before = await pages();
    await db.transact(async (_tx, direct) => {
      for (const table of ['QueuePosting', 'QueueEntry', 'QueueCount']) direct.run(`DELETE FROM "${table}"`, []);
    });
    expect(await problemsOf(db)).not.toEqual([]);
    expect(await renewQueue(db)).toBe(62);
    expect(await problemsOf(db)).toEqual([]);
    expect(await pages()).toEqual(before);
  });
});

describe('claims read for a list', () => {
  it('are the claims as they are read elsewhere', async () => {
    const { db, desk, article } = await useDesk();
    const finding = { ...NO_FINDING, contentCheck: 'disputed', credibility: 2, rationale: 'Because.' } as const;
    const first = await createTestClaimIn(db, desk, article, 'submitted', {
      details: { finding, flags: [{ flag: 'superlative', verdict: 'added', note: 'Only?' }] },
    });
    const second = await createTestClaimIn(db, desk, article, 'returned', {
      details: { chain: chainOf('NYT', true), relations: [{ kind: 'contradicts', claimId: first.id, note: 'No.' }] },
    });
    const evidence = {
      id: newId(),
      kind: 'url',
      title: 'A page',
      url: 'https://example.org/',
      archivedUrl: null,
      locator: '',
      retrievedOn: null,
      originGroupId: null,
      stance: 'supports',
    } as const;
    const third = await createTestClaimIn(db, desk, article, 'approved', {
      sourceType: 'author',
      source: null,
      details: { evidence: [evidence] },
    });
    const deleted = await createTestClaimIn(db, desk, article, 'draft');
    await deleteClaim(as(db, desk.checker, 'claim.delete'), toVersion(deleted));
    const claimIds = [third.id, deleted.id, first.id, newId(), second.id];
    const listed = await readListed(db, { sight: SEES_ALL, deskId: desk.deskId, claimIds });
    const alone = await Promise.all(
      [third, first, second].map(({ id }) => findClaim(db, { sight: SEES_ALL, deskId: desk.deskId, claimId: id })),
    );
    expect(listed.map(({ claim }) => claim)).toEqual(alone);
    expect(new Set(listed.map(({ article: { title } }) => title))).toEqual(new Set(['The mayor resigned']));
    expect(await readListed(db, { sight: SEES_ALL, deskId: newId(), claimIds })).toEqual([]);
  });
});
