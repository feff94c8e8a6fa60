import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SEES_ALL } from '@/lib/assignments/sight';
import { listClaims } from '@/lib/claims/data';
import { mergeSource, splitSource } from '@/lib/claims/merging/mutations';
import { findSources, listLeaning, listSourceSteps } from '@/lib/sources/data';
import { editSource } from '@/lib/sources/mutations';
import type { Source } from '@/lib/sources/source';
import { createTestClaim, valueOf } from '../../factories/claims';
import { as, createTestDesk, newKey } from '../../factories/people';
import { chainClaim, createTestSource, recordOf, toEditSource, toSourceVersion } from '../../factories/sources';
import { useDesk } from '../use-database';
import { useSources } from './use-sources';

describe('merging two sources', () => {
  it('lets the claims of both, by tag and by chain, be read as claims of one, and changes no claim', async () => {
    const { source, claim, merge, db, desk, article } = await useSources();
    const [nyt, times, kozak] = [await source('NYT'), await source('The New York Times'), await source('Kozak')];
    const [tagged, own, chained] = [await claim(nyt), await claim(times), await claim(kozak)];
    await chainClaim(db, chained, [{ source: nyt }, { source: times }]);
    const rows = () => db.rows('SELECT * FROM "Claim" ORDER BY "id"', []);
    const before = await rows();
    valueOf(await merge(nyt, times));

    expect(await rows()).toEqual(before);
    const claims = await listClaims(db, { sight: SEES_ALL, deskId: desk.deskId, articleId: article.articleId });
    expect(claims.find(({ id }) => id === tagged.id)?.source).toEqual(times);
    expect(claims.find(({ id }) => id === own.id)?.source).toEqual(times);
    const found = await findSources(db, { sight: SEES_ALL, deskId: desk.deskId, articleId: article.articleId }, 'nyt');
    expect(found).toMatchObject([{ id: times.id, name: 'The New York Times', alsoKnownAs: 'NYT', claimsHere: 3, claimsOnDesk: 3 }]);
    const [leaning] = await listLeaning(db, { sight: SEES_ALL, deskId: desk.deskId, sourceId: times.id });
    expect(leaning).toMatchObject({ id: article.articleId, claimNumbers: [1, 2, 3], claimIds: [tagged.id, own.id, chained.id] });
  });

  it('gives everybody who names either one the same source from then on', async () => {
    const { source, merge, db, desk, article } = await useSources();
    const [nyt, times] = [await source('NYT'), await source('The New York Times')];
    valueOf(await merge(nyt, times));
    for (const request of [{ name: 'nyt' }, { name: 'The New York Times' }, { id: nyt.id }, { id: times.id }]) {
      expect((await createTestClaim(db, desk.checker, article, { source: request })).source).toEqual(times);
    }
    expect(await db.read.source.count()).toBe(2);
  });

  it('counts a claim once that leans on both', async () => {
    const { source, claim, merge, db, desk, article } = await useSources();
    const [nyt, times] = [await source('NYT'), await source('The New York Times')];
    const both = await claim(nyt);
    await chainClaim(db, both, [{ source: times }]);
    valueOf(await merge(nyt, times));
    expect(await findSources(db, { sight: SEES_ALL, deskId: desk.deskId, articleId: article.articleId }, '')).toMatchObject([
      { claimsOnDesk: 1 },
    ]);
  });

  it('does not make sources part of one another over more than 20 levels', async () => {
    const { source, merge, scope, record } = await useSources();
    const partOf = async (part: Source, whole: Source) =>
      valueOf(await editSource(scope('source.edit'), toEditSource(await record(part), { parentId: whole.id })));
    /** A row of sources, each part of the one before. */
    const row = async (name: string, length: number) => {
      const made: Source[] = [];
      for (let at = 0; at < length; at += 1) {
        const next = await source(`${name} ${at}`);
        const whole = made.at(-1);
        if (whole !== undefined) await partOf(next, whole);
        made.push(next);
      }
      return made;
    };
    const [high, low] = [await row('High', 12), await row('Low', 11)];
    const [top, foot] = [low[0] as Source, high.at(-1) as Source];
    expect(await merge(top, foot), 'eleven above, ten below').toMatchObject({
      ok: false,
      error: { code: 'INVALID', field: 'intoId', message: expect.stringContaining('at most 20 levels') },
    });
    expect(await merge(top, high.at(-2) as Source), 'ten above, ten below').toMatchObject({ ok: true });
  });

  it('refuses itself, what is merged already, its own part, and a retracted one, each with a sentence', async () => {
    const { source, merge, record, scope, retract } = await useSources();
    const [a, b, c] = [await source('A source'), await source('B source'), await source('C source')];
    expect(await merge(a, a)).toMatchObject({ ok: false, error: { code: 'INVALID', field: 'intoId', message: /into itself/ } });
    valueOf(await editSource(scope('source.edit'), toEditSource(await record(b), { parentId: a.id })));
    expect(await merge(a, b)).toMatchObject({ ok: false, error: { message: /“B source” is part of “A source”/ } });
    valueOf(await merge(b, a));
    expect(await merge(a, b)).toMatchObject({ ok: false, error: { message: /merged into “A source” already/ } });
    expect(await merge(c, b)).toMatchObject({ ok: false, error: { message: /“B source” was merged into another source/ } });
    expect(await merge(b, c)).toMatchObject({ ok: false, error: { message: /“B source” was merged into another source/ } });
    valueOf(await retract(c));
    expect(await merge(c, a)).toMatchObject({ ok: false, error: { message: /“C source” is retracted and “A source” is not/ } });
    valueOf(await merge(a, c));
  });

  it('refuses a version of either that is no longer the newest, with the newer one', async () => {
    const { source, versionOf, record, scope, addAlias } = await useSources();
    const [a, b] = [await source('A source'), await source('B source')];
    const [old, oldInto] = [await versionOf(a), await record(b)];
    await addAlias(b, 'Bee');
    const stale = await mergeSource(scope('source.merge'), { ...old, intoId: b.id, intoVersion: oldInto.version });
    expect(stale).toMatchObject({ ok: false, error: { code: 'STALE', current: { id: b.id, version: 2 } } });
    await addAlias(a, 'Ay');
    const staleToo = await mergeSource(scope('source.merge'), { ...old, key: newKey(), intoId: b.id, intoVersion: 2 });
    expect(staleToo).toMatchObject({ ok: false, error: { code: 'STALE', current: { id: a.id, version: 2 } } });
    expect((await record(a)).mergedInto).toBeNull();
  });

  it('gives a retry the first answer and merges once', async () => {
    const { source, versionOf, db, desk } = await useSources();
    const [a, b] = [await source('A source'), await source('B source')];
    const input = { ...(await versionOf(a)), intoId: b.id, intoVersion: 1 };
    const once = { key: input.key, action: 'mergeSource', input };
    const first = await mergeSource(as(db, desk.editor, 'source.merge', { once }), input);
    expect(first).toMatchObject({ ok: true, value: { source: { id: b.id, version: 2 }, merged: { id: a.id, version: 2 } } });
    expect(await mergeSource(as(db, desk.editor, 'source.merge', { once }), input)).toEqual(first);
    expect(await db.read.auditEvent.count({ where: { type: 'source.merged' } })).toBe(1);
  });

  it('does not reach into another desk, whatever it is given', async () => {
    const { source, versionOf, scope, db } = await useSources();
    const other = await createTestDesk(db, 'Other');
    const [a, foreign] = [await source('A source'), await createTestSource(db, other.checker, 'Theirs')];
    const anything = { ...scope('source.merge'), permit: () => null };
    const theirs = await recordOf(db, other.editor, foreign);
    for (const input of [
      { ...(await versionOf(a)), intoId: foreign.id, intoVersion: 1 },
      { ...toSourceVersion(theirs), intoId: a.id, intoVersion: 1 },
    ]) {
      expect(await mergeSource(anything, input)).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } });
    }
    expect(await recordOf(db, other.editor, foreign)).toEqual(theirs);
  });
});

describe('splitting a source off again', () => {
  it('gives it back its claims, its aliases and its grades, and those that came since', async () => {
    const { source, claim, merge, split, addAlias, grade, record, db, desk, article } = await useSources();
    const [nyt, times] = [await source('NYT'), await source('The New York Times')];
    await addAlias(nyt, 'N. Y. Times');
    valueOf(await grade(nyt, 'B'));
    valueOf(await grade(times, 'C'));
    const own = await claim(nyt);
    const before = [await record(nyt), await record(times)];
    valueOf(await merge(nyt, times));
    expect(await record(times)).toMatchObject({
      aliases: [{ name: 'N. Y. Times' }],
      merged: [{ id: nyt.id, mergedIntoId: times.id }],
      grades: [
        { grade: 'C', givenTo: null },
        { grade: 'B', givenTo: 'NYT' },
      ],
    });
    const since = await claim(nyt);
    const { source: back, from } = valueOf(await split(nyt));

    const anew = ({ version: _, ...rest }: (typeof before)[number]) => rest;
    expect([back, from].map(anew)).toEqual(before.map(anew));
    const claims = await listClaims(db, { sight: SEES_ALL, deskId: desk.deskId, articleId: article.articleId });
    const sourceOf = ({ id }: { readonly id: string }) => claims.find((one) => one.id === id)?.source;
    expect(sourceOf(own)).toEqual(nyt);
    expect(sourceOf(since), 'made while they were one').toEqual(times);
  });

  it('takes along what was merged into it before, and leaves the rest', async () => {
    const { source, merge, split, record } = await useSources();
    const [a, b, c, d] = [await source('A source'), await source('B source'), await source('C source'), await source('D source')];
    for (const [from, into] of [
      [a, b],
      [b, c],
      [d, c],
    ] as const)
      valueOf(await merge(from, into));
    expect((await record(c)).merged.map(({ id, mergedIntoId }) => [id, mergedIntoId])).toEqual([
      [a.id, b.id],
      [b.id, c.id],
      [d.id, c.id],
    ]);
    valueOf(await split(b));
    expect((await record(c)).merged.map(({ id }) => id)).toEqual([d.id]);
    expect((await record(b)).merged.map(({ id }) => id)).toEqual([a.id]);
    expect((await record(a)).mergedInto).toEqual(b);
  });

  it('can be done to one that was merged into a merged one', async () => {
    const { source, merge, split, record } = await useSources();
    const [a, b, c] = [await source('A source'), await source('B source'), await source('C source')];
    valueOf(await merge(a, b));
    valueOf(await merge(b, c));
    expect(valueOf(await split(a))).toMatchObject({ source: { id: a.id, mergedInto: null }, from: { id: c.id } });
    expect((await record(b)).mergedInto).toEqual(c);
  });

  it('refuses one that stands for itself, and a version that is not the newest', async () => {
    const { source, merge, split, versionOf, scope } = await useSources();
    const [a, b] = [await source('A source'), await source('B source')];
    expect(await split(a)).toMatchObject({ ok: false, error: { code: 'INVALID', message: /is not merged/ } });
    const old = await versionOf(a);
    valueOf(await merge(a, b));
    expect(await splitSource(scope('source.merge'), old)).toMatchObject({ ok: false, error: { code: 'STALE' } });
  });

  it('keeps both steps in the history of both', async () => {
    const { source, merge, split, db, desk } = await useSources();
    const [a, b] = [await source('A source'), await source('B source')];
    valueOf(await merge(a, b));
    valueOf(await split(a));
    for (const { id } of [a, b]) {
      expect(await listSourceSteps(db, { deskId: desk.deskId, sourceId: id })).toMatchObject([
        { what: 'split', name: 'A source', other: 'B source', by: { name: desk.editor.name } },
        { what: 'merged', name: 'A source', other: 'B source' },
      ]);
    }
  });
});

it('restores every source, claim count and finding by name, however often and in whatever order merges are made and split off', async () => {
  const { db, desk, article } = await useDesk();
  const sources: Source[] = [];
  for (let at = 0; at < 5; at += 1) {
    const source = await createTestSource(db, desk.checker, `Source ${at}`);
    for (let claims = 0; claims <= at; claims += 1) await createTestClaim(db, desk.checker, article, { source: { id: source.id } });
    sources.push(source);
  }
  const scope = { deskId: desk.deskId, articleId: article.articleId };
  const state = async () => [
    (await findSources(db, { ...scope, sight: SEES_ALL }, '')).map(({ version: _, ...found }) => found),
    await db.rows('SELECT "id", "mergedIntoId", "canonicalId" FROM "Source" ORDER BY "id"', []),
  ];
  const before = await state();
  const record = (at: number) => recordOf(db, desk.editor, sources[at] as Source);

  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(4), fc.nat(4)), { maxLength: 8 }),
      fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 }),
      async (pairs, order) => {
        for (const [from, into] of pairs) {
          const [a, b] = [await record(from), await record(into)];
          const input = { ...toSourceVersion(a), intoId: b.id, intoVersion: b.version };
          const result = await mergeSource(as(db, desk.editor, 'source.merge'), input);
          expect(result.ok).toBe(a.id !== b.id && a.mergedInto === null && b.mergedInto === null);
          const counts = await findSources(db, { ...scope, sight: SEES_ALL }, '');
          expect(
            counts.reduce((sum, { claimsOnDesk }) => sum + claimsOnDesk, 0),
            'no claim is lost or counted twice',
          ).toBe(15);
        }
        for (const at of order) {
          const one = await record(at);
          if (one.mergedInto !== null) valueOf(await splitSource(as(db, desk.editor, 'source.merge'), toSourceVersion(one)));
        }
        expect(await state()).toEqual(before);
      },
    ),
    { numRuns: 12 },
  );
});
