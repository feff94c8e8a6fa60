import { describe, expect, it } from 'vitest';
import { SEES_ALL } from '@/lib/assignments/sight';
import { toChainInput } from '@/lib/attribution/chain-input';
import type { ChainInput, LinkInput } from '@/lib/attribution/schema';
import type { Claim } from '@/lib/claims/claim';
import { findClaim, listClaims } from '@/lib/claims/data';
import { flagContextOf } from '@/lib/claims/flags';
import { deleteClaim, editClaim } from '@/lib/claims/mutations';
import { RELATIONS, type RelationKind } from '@/lib/claims/relation';
import type { Database } from '@/lib/db/database';
import { contradictedBy, flagsBeside, NO_BEARING, QUOTE_MAX, RELATED_MAX } from '@/lib/review/bearing/bearing';
import { findBearings } from '@/lib/review/bearing/data';
import { listQueue } from '@/lib/review/data';
import { createTestArticle } from '../../factories/articles';
import { createTestClaim, insertSubmittedClaims, toEditInput, toVersion, valueOf } from '../../factories/claims';
import { as, createTestDesk } from '../../factories/people';
import { createSampleDesk } from '../../factories/sample';
import { useDatabase, useDesk } from '../use-database';
import { countStatements } from './statements';

async function useBearings() {
  const made = await useDesk();
  const { db, desk, article } = made;
  const fresh = async ({ id }: Claim) => (await findClaim(db, { sight: SEES_ALL, deskId: desk.deskId, claimId: id })) as Claim;
  return {
    ...made,
    claim: (quote = { start: 0, end: 9 }) => createTestClaim(db, desk.checker, article, { spans: [quote] }),
    relate: async (from: Claim, kind: RelationKind, to: Claim, note = '') => {
      const now = await fresh(from);
      const relations = [...now.relations, { kind, claimId: to.id, note }];
      return valueOf(await editClaim(as(db, desk.checker, 'claim.edit'), toEditInput(now, { details: { relations } })));
    },
    bearings: async (...claims: readonly Claim[]) =>
      findBearings(db, { deskId: desk.deskId, claims: await Promise.all(claims.map(fresh)) }),
  };
}

describe('the claims that bear on a claim', () => {
  it('are there from both sides, each with the other’s words, contradictions first', async () => {
    const { claim, relate, bearings, article } = await useBearings();
    const [one, two, three] = [await claim(), await claim({ start: 4, end: 9 }), await claim()];
    await relate(one, 'restates', three);
    await relate(two, 'contradicts', one, 'Not both.');
    const found = await bearings(one, two);
    expect(found.get(one.id)).toEqual({
      ...NO_BEARING,
      related: [
        {
          kind: 'contradicts',
          note: 'Not both.',
          claim: { id: two.id, number: 2, sourceType: 'named_person', state: 'draft', quote: article.text.slice(4, 9) },
        },
        expect.objectContaining({ kind: 'restates', claim: expect.objectContaining({ id: three.id }) }),
      ],
    });
    expect(found.get(two.id)?.related).toMatchObject([{ kind: 'contradicts', note: 'Not both.', claim: { id: one.id } }]);
    expect(found.size).toBe(2);
  });

  it('are listed once where both sides drew it, and not after one of them was deleted', async () => {
    const { db, desk, claim, relate, bearings } = await useBearings();
    const [one, two] = [await claim(), await claim()];
    await relate(one, 'contradicts', two, 'Mine.');
    const drawn = await relate(two, 'contradicts', one, 'Theirs.');
    expect((await bearings(one)).get(one.id)?.related).toMatchObject([{ note: 'Mine.' }]);
    valueOf(await deleteClaim(as(db, desk.checker, 'claim.delete'), toVersion(drawn)));
    expect((await bearings(one)).get(one.id)).toEqual(NO_BEARING);
  });

  it('are not told to another desk', async () => {
    const { db, claim, relate } = await useBearings();
    const theirs = await createTestDesk(db, 'Theirs');
    const [one, two] = [await claim(), await claim()];
    await relate(one, 'contradicts', two);
    const found = await findBearings(db, { deskId: theirs.deskId, claims: [one, two] });
    expect(found.size).toBe(0);
  });

  it('are cut to what can be read, the contradictions kept, and so are long words', async () => {
    const { db, desk, article, claim, bearings } = await useBearings();
    const hub = await claim();
    const many = await insertSubmittedClaims(db, desk, article, RELATED_MAX + 5, new Date());
    const last = many.at(-1)?.id ?? '';
    const relations = many.map(({ id }) => ({ fromId: id, toId: hub.id, kind: id === last ? 'contradicts' : 'tension', note: '' }));
    await db.transact(async (tx) => {
      await tx.claimRelation.createMany({ data: relations });
      await tx.claimSpan.updateMany({ where: { claimId: last }, data: { quote: 'word '.repeat(200) } });
    });
    const found = (await bearings(hub)).get(hub.id) ?? NO_BEARING;
    expect([found.related.length, found.more, contradictedBy(found)]).toEqual([RELATED_MAX, 5, [RELATED_MAX + 6]]);
    expect(found.related[0]?.claim.quote).toHaveLength(QUOTE_MAX + 1);
  });
});

describe('the flags of a claim in the queue', () => {
  const plain: Omit<LinkInput, 'tagged' | 'sourceType' | 'source'> = {
    ...{ relation: 'says', stated: 'in_text', reading: 'on_trust' },
    ...{ cue: null, hedges: [], anonymity: null },
  };
  const voice: LinkInput = { ...plain, tagged: false, sourceType: 'author', source: null, relation: 'publishes' };
  const relay = (name: string): LinkInput => ({ ...plain, tagged: false, sourceType: 'news_organization', source: { name } });
  const tagged: LinkInput = { ...plain, tagged: true, sourceType: null, source: null };
  const nobody: LinkInput = { ...plain, tagged: false, sourceType: 'impersonal', source: null };

  async function contextsAgree(db: Database, deskId: string, articleId: string) {
    const claims = await listClaims(db, { sight: SEES_ALL, deskId, articleId });
    const whole = flagContextOf(claims);
    const bearings = await findBearings(db, { deskId, claims });
    const beside = (which: (id: string) => boolean) => claims.filter(({ id }) => which(id)).map(({ number }) => number);
    expect(beside((id) => contradictedBy(bearings.get(id) ?? NO_BEARING).length > 0)).toEqual(beside((id) => whole.contradicted.has(id)));
    expect(beside((id) => bearings.get(id)?.circular ?? false)).toEqual(beside((id) => whole.circular.has(id)));
    return { claims, bearings, whole };
  }

  it('know of a circle that runs through claims elsewhere in the article, and only of that', async () => {
    const { db, desk, article } = await useBearings();
    const put = (chain: ChainInput, name: string) =>
      createTestClaim(db, desk.checker, article, { sourceType: 'news_organization', source: { name }, details: { chain } });
    const one = await put([voice, relay('The Herald'), nobody, tagged], 'The Post');
    await put([voice, relay('The Post'), tagged], 'The Echo');
    await put([voice, relay('The Echo'), tagged], 'The Herald');
    const apart = await put([voice, relay('The Globe'), tagged], 'The Post');
    const elsewhere = await createTestArticle(db, desk.checker, 'The mayor said so. It rained.');
    const chain = [voice, relay('The Post'), tagged];
    const other = await createTestClaim(db, desk.checker, elsewhere, {
      ...{ sourceType: 'news_organization', source: { name: 'The Globe' } },
      details: { chain },
    });
    const { whole } = await contextsAgree(db, desk.deskId, article.articleId);
    expect(whole.circular.size).toBe(3);
    const found = await findBearings(db, { deskId: desk.deskId, claims: [one, apart, other] });
    expect([one, apart, other].map(({ id }) => found.get(id)?.circular)).toEqual([true, false, false]);
    expect(flagsBeside(one, found.get(one.id) ?? NO_BEARING).map(({ flag }) => flag)).toContain('circular');
    expect(toChainInput(one.chain)).toHaveLength(4);
  });

  it('are those of the whole article in the sample', async () => {
    const { db } = await useDatabase();
    const { desk, articleId } = await createSampleDesk(db);
    const { claims, bearings, whole } = await contextsAgree(db, desk.deskId, articleId);
    for (const claim of claims) {
      const related = bearings.get(claim.id) ?? NO_BEARING;
      expect(flagsBeside(claim, related).some(({ flag }) => flag === 'internal_contradiction')).toBe(whole.contradicted.has(claim.id));
      const kinds = related.related.map(({ kind }) => RELATIONS.indexOf(kind));
      expect(kinds).toEqual(kinds.toSorted((a, b) => a - b));
    }
  });
});

describe('a page of the queue', () => {
  it('asks the database as often for one claim as for fifty', async () => {
    const { db, desk, article, claim, relate } = await useBearings();
    const [one, two] = [await claim(), await claim()];
    await relate(one, 'contradicts', two);
    await db.transact((tx) => tx.claim.updateMany({ data: { state: 'submitted', submittedAt: new Date('2026-04-01T08:00:00.000Z') } }));
    const statements = countStatements();
    const page = async () => {
      const { items } = await listQueue(db, { deskId: desk.deskId, now: new Date() }, {});
      await findBearings(db, { deskId: desk.deskId, claims: items.map((item) => item.claim) });
      return [items.length, statements.take()];
    };
    await page();
    const few = await page();
    await insertSubmittedClaims(db, desk, article, 60, new Date('2026-04-01T09:00:00.000Z'));
    const before = statements.take();
    expect(before).toBeGreaterThan(0);
    const many = await page();
    expect([few[0], many[0]]).toEqual([2, 50]);
    expect(many[1]).toBe(few[1]);
    expect(few[1]).toBeLessThan(25);
  });
});
