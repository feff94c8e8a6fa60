import { describe, expect, it } from 'vitest';
import { SEES_ALL } from '@/lib/assignments/sight';
import type { Chain } from '@/lib/attribution/chain';
import { handOf } from '@/lib/attribution/hand';
import { SOURCE_CLASSES, typesOfClass } from '@/lib/attribution/source-type';
import { strengthOf } from '@/lib/attribution/strength';
import { CLAIM_STATES } from '@/lib/claims/claim-state';
import { type ContentCheck, NO_FINDING } from '@/lib/claims/finding';
import { mergeSource } from '@/lib/claims/merging/mutations';
import { deleteClaim } from '@/lib/claims/mutations';
import { QUEUE_HANDS, QUEUE_STRENGTHS } from '@/lib/claims/queue/choices';
import type { RelationKind } from '@/lib/claims/relation';
import { newId } from '@/lib/kernel/ids';
import { countClaimsIn, listArticles, listQueue, listQueueOptions, listReturned } from '@/lib/review/data';
import { moveClaim, submitClaims, undoDecision } from '@/lib/review/mutations';
import { QUEUE_PAGE_SIZE } from '@/lib/review/queue-choices';
import { type QueueFilter, queueFilterInput } from '@/lib/review/schema';
import { createTestArticle } from '../../factories/articles';
import { createTestClaim, createTestClaimIn, insertSubmittedClaims, toVersion, valueOf } from '../../factories/claims';
import { createClock } from '../../factories/database';
import { as, newKey } from '../../factories/people';
import { chainClaim, createTestSource, recordOf, toSourceVersion } from '../../factories/sources';
import { useDesk } from '../use-database';

const START = '2026-04-01T08:00:00.000Z';
const HOUR = 3_600_000;

/** By the rules themselves, not by what the queue keeps of them. */
function matches(chain: Chain, { hand, strength }: Pick<QueueFilter, 'hand' | 'strength'>): boolean {
  const far = handOf(chain);
  const isAsFar = hand === undefined || hand === (far === null ? 'none' : String(Math.min(far, 3)));
  return isAsFar && (strength === undefined || strength === String(strengthOf(chain).value));
}

async function useQueue() {
  const made = await useDesk();
  const { db, desk } = made;
  const clock = createClock(START, 1000);
  const queue = (filter: QueueFilter = {}, now = new Date(START)) => listQueue(db, { deskId: desk.deskId, now }, filter);
  return { ...made, clock, queue };
}

/** Every page of the queue in turn; `between` happens after each. */
async function walk(queue: (filter: QueueFilter) => ReturnType<typeof listQueue>, filter: QueueFilter, between = async () => {}) {
  const pages: string[][] = [];
  let after: string | undefined;
  for (;;) {
    const page = await queue({ ...filter, after });
    pages.push(page.items.map(({ claim }) => claim.id));
    if (page.next === null) return pages;
    after = page.next;
    await between();
  }
}

describe('the queue', () => {
  it('holds submitted claims only, the longest waiting first, each with its article', async () => {
    const { db, desk, article, clock, queue } = await useQueue();
    const second = await createTestArticle(db, desk.checker, 'Second article.');
    const later = await createTestClaim(db, desk.checker, article, { clock });
    for (const state of CLAIM_STATES) await createTestClaimIn(db, desk, article, state, { clock });
    const other = await createTestClaimIn(db, desk, second, 'submitted', { clock });
    const claims = [{ id: later.id, version: later.version }];
    valueOf(await submitClaims(as(db, desk.checker, 'claim.submit', { clock }), { key: newKey(), articleId: article.articleId, claims }));
    const { items, next, total } = await queue();
    expect(items.map(({ claim }) => claim.state)).toEqual(['submitted', 'submitted', 'submitted']);
    expect(items.at(-1)?.claim.id, 'made first, submitted last').toBe(later.id);
    expect(items[1]).toMatchObject({ claim: { id: other.id }, article: { id: second.articleId, title: 'Second article.' } });
    expect([next, total]).toEqual([null, 3]);
  });

  it('takes a claim back at its old place when the decision is taken back', async () => {
    const { db, desk, article, clock, queue } = await useQueue();
    const first = await createTestClaimIn(db, desk, article, 'submitted', { clock });
    const second = await createTestClaimIn(db, desk, article, 'submitted', { clock });
    const approved = valueOf(await moveClaim(as(db, desk.editor, 'claim.approve', { clock }), 'approve', toVersion(first)));
    expect((await queue()).items.map(({ claim }) => claim.id)).toEqual([second.id]);
    valueOf(await undoDecision(as(db, desk.editor, 'claim.undo_decision', { clock }), toVersion(approved)));
    expect((await queue()).items.map(({ claim }) => claim.id)).toEqual([first.id, second.id]);
  });

  it('leaves deleted claims out', async () => {
    const { db, desk, article, queue } = await useQueue();
    const claim = await createTestClaimIn(db, desk, article, 'submitted');
    valueOf(await deleteClaim(as(db, desk.checker, 'claim.delete'), toVersion(claim)));
    expect(await queue()).toMatchObject({ items: [], total: 0 });
    expect(await listQueueOptions(db, { deskId: desk.deskId })).toEqual({ articles: [], checkers: [], sources: [] });
  });
});

describe('the queue’s filters', () => {
  it('narrow it by article, checker and confidence, alone and together', async () => {
    const { db, desk, article, queue } = await useQueue();
    const second = await createTestArticle(db, desk.checker, 'Second article.');
    const a = await createTestClaimIn(db, desk, article, 'submitted', { confidence: 'low' });
    const b = await createTestClaimIn(db, desk, second, 'submitted', { confidence: 'high' });
    const asOther = { ...desk, checker: desk.otherChecker };
    const c = await createTestClaimIn(db, asOther, second, 'submitted', { confidence: 'low' });
    const ids = async (filter: QueueFilter) => (await queue(filter)).items.map(({ claim }) => claim.id);
    expect(await ids({ article: second.articleId })).toEqual([b.id, c.id]);
    expect(await ids({ checker: desk.otherChecker.userId })).toEqual([c.id]);
    expect(await ids({ confidence: 'low' })).toEqual([a.id, c.id]);
    expect(await ids({ confidence: 'low', article: second.articleId })).toEqual([c.id]);
    expect(await ids({ confidence: 'high', checker: desk.otherChecker.userId })).toEqual([]);
    expect(await ids({ article: newId() })).toEqual([]);
    expect((await queue({ confidence: 'low' })).total).toBe(2);
  });

  it('narrow it by class, each class to its own types', async () => {
    const { db, desk, article, queue } = await useQueue();
    for (const type of SOURCE_CLASSES.flatMap(typesOfClass)) {
      const source = ['author', 'impersonal', 'unresolved'].includes(type) ? null : { name: type };
      await createTestClaimIn(db, desk, article, 'submitted', { sourceType: type, source });
    }
    for (const sourceClass of SOURCE_CLASSES) {
      const found = (await queue({ class: sourceClass })).items.map(({ claim }) => claim.sourceType);
      expect(found.sort(), sourceClass).toEqual([...typesOfClass(sourceClass)].sort());
    }
  });

  it('narrow it to who is on the chain: tagged, further out, or under a name that was merged', async () => {
    const { db, desk, article, queue } = await useQueue();
    const nyt = await createTestSource(db, desk.checker, 'NYT');
    const relay = await createTestClaimIn(db, desk, article, 'submitted', { sourceType: 'news_organization', source: { id: nyt.id } });
    const behind = await createTestClaimIn(db, desk, article, 'submitted', { source: { name: 'Kozak' } });
    await chainClaim(db, behind, [{ source: nyt }]);
    const other = await createTestClaimIn(db, desk, article, 'submitted', { source: { name: 'The Times' } });
    const ids = async (filter: QueueFilter) => (await queue(filter)).items.map(({ claim }) => claim.id);
    expect(await ids({ source: nyt.id })).toEqual([relay.id, behind.id]);
    expect(await ids({ source: behind.source?.id ?? '' })).toEqual([behind.id]);
    const times = await recordOf(db, desk.editor, { id: other.source?.id ?? '' });
    const into = await recordOf(db, desk.editor, nyt);
    const merge = { ...toSourceVersion(times), intoId: into.id, intoVersion: into.version };
    valueOf(await mergeSource(as(db, desk.editor, 'source.merge'), merge));
    expect(await ids({ source: nyt.id, class: 'record' })).toEqual([behind.id, other.id]);
    expect((await queue({ source: nyt.id })).total).toBe(3);
    const { sources } = await listQueueOptions(db, { deskId: desk.deskId });
    expect(sources.map(({ name }) => name)).toEqual(['Kozak', 'NYT']);
  });

  it('narrow it by hand and by strength as the claims themselves show them, page by page, each claim once', async () => {
    const { db, desk, article, queue } = await useQueue();
    const nyt = await createTestSource(db, desk.checker, 'NYT');
    const made = [];
    for (let at = 0; at < 3; at++) {
      made.push(await createTestClaimIn(db, desk, article, 'submitted', { sourceType: 'author', source: null }));
      made.push(await createTestClaimIn(db, desk, article, 'submitted', { sourceType: 'anonymous_source', source: { name: 'Insiders' } }));
      const relayed = await createTestClaimIn(db, desk, article, 'submitted', { source: { name: 'Kozak' } });
      await chainClaim(db, relayed, [{ source: nyt }]);
      made.push(relayed);
    }
    const all = (await queue()).items;
    const combined = QUEUE_HANDS.flatMap((hand) => [{ hand }, ...QUEUE_STRENGTHS.map((strength) => ({ hand, strength }))]);
    for (const filter of [...combined, ...QUEUE_STRENGTHS.map((strength) => ({ strength }))]) {
      const expected = all.filter(({ claim }) => matches(claim.chain, filter)).map(({ claim }) => claim.id);
      const page = await queue(filter);
      expect(
        page.items.map(({ claim }) => claim.id),
        JSON.stringify(filter),
      ).toEqual(expected);
      expect(page.total).toBe(expected.length);
    }
    expect((await queue({ hand: 'none' })).total).toBe(3);
    expect((await queue({ hand: '2' })).total).toBe(3);
    expect((await queue({ hand: '2', confidence: 'low' })).total).toBe(0);
  });

  it('walk the computed filters by keyset, past pages and scans', async () => {
    const { db, desk, article, queue } = await useQueue();
    const claims = await insertSubmittedClaims(db, desk, article, 620, new Date(START));
    await createTestClaimIn(db, desk, article, 'submitted', { source: { name: 'Kozak' } });
    const pages = await walk(queue, { hand: 'none', strength: '0' });
    expect(pages.every((page) => page.length <= QUEUE_PAGE_SIZE)).toBe(true);
    expect(pages.flat()).toEqual(claims.map(({ id }) => id));
    expect((await queue({ hand: 'none' })).total).toBe(620);
  });

  it('narrow it to claims whose content was checked, or was not, with and without a finding', async () => {
    const { db, desk, article, queue } = await useQueue();
    const finding = (contentCheck: ContentCheck) => ({ details: { finding: { ...NO_FINDING, contentCheck } } });
    const bare = await createTestClaimIn(db, desk, article, 'submitted');
    const open = await createTestClaimIn(db, desk, article, 'submitted', finding('not_checked'));
    const found = await createTestClaimIn(db, desk, article, 'submitted', finding('disputed'));
    const ids = async (filter: QueueFilter) => (await queue(filter)).items.map(({ claim }) => claim.id);
    expect(await ids({ check: 'not_checked' })).toEqual([bare.id, open.id]);
    expect(await ids({ check: 'checked' })).toEqual([found.id]);
    expect((await queue({ check: 'not_checked' })).total).toBe(2);
  });

  it('narrow it to claims in a contradiction, from whichever side that was drawn, while both claims are there', async () => {
    const { db, desk, article, queue } = await useQueue();
    const one = await createTestClaimIn(db, desk, article, 'submitted');
    await createTestClaimIn(db, desk, article, 'submitted');
    const draft = await createTestClaim(db, desk.checker, article);
    const relate = (kind: RelationKind) => ({ details: { relations: [{ kind, claimId: one.id, note: '' }] } });
    const two = await createTestClaimIn(db, desk, article, 'submitted', relate('contradicts'));
    await createTestClaimIn(db, desk, article, 'submitted', relate('tension'));
    await db.transact((tx) => tx.claimRelation.create({ data: { fromId: one.id, toId: draft.id, kind: 'restates', note: '' } }));
    const ids = async () => (await queue({ bears: 'contradicts' })).items.map(({ claim }) => claim.id);
    expect(await ids()).toEqual([one.id, two.id]);
    valueOf(await deleteClaim(as(db, desk.checker, 'claim.delete'), toVersion(two)));
    expect(await ids()).toEqual([]);
  });

  it('narrow it by age, counted from now to the second', async () => {
    const { db, desk, article, queue } = await useQueue();
    const submitted = await createTestClaimIn(db, desk, article, 'submitted', { clock: createClock(START) });
    const at = submitted.submittedAt?.getTime() ?? 0;
    for (const hours of [1, 4, 24, 72] as const) {
      expect(await queue({ age: hours }, new Date(at + hours * HOUR)), `${hours} h`).toMatchObject({ total: 1 });
      expect(await queue({ age: hours }, new Date(at + hours * HOUR - 1)), `just under ${hours} h`).toMatchObject({ total: 0 });
    }
  });

  it('offer only articles, checkers and sources with something waiting', async () => {
    const { db, desk, article } = await useQueue();
    const idle = await createTestArticle(db, desk.checker, 'Nothing waits here.');
    await createTestClaim(db, desk.otherChecker, idle);
    await createTestClaimIn(db, desk, article, 'submitted');
    expect(await listQueueOptions(db, { deskId: desk.deskId })).toEqual({
      articles: [{ id: article.articleId, title: 'The mayor resigned' }],
      checkers: [{ id: desk.checker.userId, name: desk.checker.name }],
      sources: [{ id: expect.any(String), name: 'The Mayor' }],
    });
  });
});

describe('the queue’s pages', () => {
  const COUNT = QUEUE_PAGE_SIZE * 2 + 7;

  it('hold every claim once, in order, also when all were submitted in the same millisecond', async () => {
    const { db, desk, article, queue } = await useQueue();
    const claims = await insertSubmittedClaims(db, desk, article, COUNT, new Date(START));
    const pages = await walk(queue, {});
    expect(pages.map((page) => page.length)).toEqual([QUEUE_PAGE_SIZE, QUEUE_PAGE_SIZE, 7]);
    expect(pages.flat()).toEqual(claims.map(({ id }) => id));
    expect((await queue()).total).toBe(COUNT);
  });

  it('end exactly at a full page', async () => {
    const { db, desk, article, queue } = await useQueue();
    await insertSubmittedClaims(db, desk, article, QUEUE_PAGE_SIZE, new Date(START));
    const page = await queue();
    expect([page.items.length, page.next]).toEqual([QUEUE_PAGE_SIZE, null]);
  });

  it('neither miss nor repeat a claim while others are submitted and decided in between', async () => {
    const { db, desk, article, queue } = await useQueue();
    const claims = await insertSubmittedClaims(db, desk, article, COUNT, new Date(START));
    let round = 0;
    const between = async () => {
      // One more joins at the end of the queue, and one that was already seen leaves it.
      await createTestClaimIn(db, desk, article, 'submitted', { clock: createClock('2026-04-02T08:00:00.000Z') });
      const seen = claims[round] as (typeof claims)[number];
      valueOf(await moveClaim(as(db, desk.editor, 'claim.approve'), 'approve', toVersion(seen)));
      round += 1;
    };
    const ids = (await walk(queue, {}, between)).flat();
    expect(round).toBe(2);
    expect(new Set(ids).size, 'none twice').toBe(ids.length);
    expect(
      claims.every(({ id }) => ids.includes(id)),
      'none missed',
    ).toBe(true);
  });

  it('keep to the filter', async () => {
    const { db, desk, article, queue } = await useQueue();
    await insertSubmittedClaims(db, desk, article, QUEUE_PAGE_SIZE + 3, new Date(START));
    for (let round = 0; round < 3; round += 1) await createTestClaimIn(db, desk, article, 'submitted', { confidence: 'low' });
    const pages = await walk(queue, { confidence: 'high' });
    expect(pages.flat()).toHaveLength(QUEUE_PAGE_SIZE + 3);
    const checked = { details: { finding: { ...NO_FINDING, contentCheck: 'confirmed' } } } as const;
    await createTestClaimIn(db, desk, article, 'submitted', checked);
    const unchecked = (await walk(queue, { check: 'not_checked' })).flat();
    expect([unchecked.length, new Set(unchecked).size]).toEqual([QUEUE_PAGE_SIZE + 6, QUEUE_PAGE_SIZE + 6]);
    expect((await walk(queue, { check: 'checked' })).flat()).toHaveLength(1);
  });

  it.each([
    'nonsense',
    '',
    `8640000000000000.${newId()}`,
    'waiting.8640000000000000.0.0',
    'waiting.9007199254740991.9007199254740991.9007199254740991',
    'waiting.0.0.0',
    "waiting.1.2.' OR 1=1 --",
  ])('begin or end somewhere, and never fail, on the cursor %j from an old or forged link', async (after) => {
    const { db, desk, article, queue } = await useQueue();
    await createTestClaimIn(db, desk, article, 'submitted');
    const page = await queue(queueFilterInput.parse({ after }));
    expect(page.total).toBe(1);
  });
});

describe('an article’s progress', () => {
  it('counts live claims by state, and no other article’s', async () => {
    const { db, desk, article } = await useQueue();
    const empty = await createTestArticle(db, desk.checker, 'Two words.');
    for (const state of CLAIM_STATES) await createTestClaimIn(db, desk, article, state);
    await createTestClaimIn(db, desk, article, 'approved');
    const gone = await createTestClaimIn(db, desk, article, 'submitted');
    valueOf(await deleteClaim(as(db, desk.checker, 'claim.delete'), toVersion(gone)));
    expect(await listArticles(db, { sight: SEES_ALL, deskId: desk.deskId })).toMatchObject([
      { id: empty.articleId, words: 2, counts: { draft: 0, submitted: 0, returned: 0, approved: 0, rejected: 0, reopened: 0 } },
      {
        id: article.articleId,
        createdBy: { name: desk.checker.name },
        counts: { draft: 1, submitted: 1, returned: 1, approved: 2, rejected: 1, reopened: 1 },
      },
    ]);
  });
});

describe('a checker’s desk', () => {
  it('lists what came back to its maker, newest decision first, and counts drafts', async () => {
    const { db, desk, article, clock } = await useQueue();
    const older = await createTestClaimIn(db, desk, article, 'returned', { clock });
    const newer = await createTestClaimIn(db, desk, article, 'returned', { clock });
    await createTestClaim(db, desk.checker, article);
    await createTestClaim(db, desk.otherChecker, article);
    const returned = await listReturned(db, { deskId: desk.deskId, userId: desk.checker.userId });
    expect(returned.map(({ claim }) => [claim.id, claim.reason?.text])).toEqual([
      [newer.id, 'Who says so?'],
      [older.id, 'Who says so?'],
    ]);
    expect(await listReturned(db, { deskId: desk.deskId, userId: desk.otherChecker.userId })).toEqual([]);
    expect(await countClaimsIn(db, { sight: SEES_ALL, deskId: desk.deskId, state: 'draft', createdById: desk.checker.userId })).toBe(1);
    expect(await countClaimsIn(db, { sight: SEES_ALL, deskId: desk.deskId, state: 'draft' })).toBe(2);
  });
});
