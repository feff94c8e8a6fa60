import { describe, expect, it } from 'vitest';
import { SEES_ALL } from '@/lib/assignments/sight';
import { listClaims } from '@/lib/claims/data';
import { deleteClaim } from '@/lib/claims/mutations';
import { readSourcing } from '@/lib/provenance/data';
import { findSources, listLeaning, listSourceSteps, listSources } from '@/lib/sources/data';
import { addAlias, editSource, gradeSource, removeAlias, retractSource, unretractSource } from '@/lib/sources/mutations';
import type { Source } from '@/lib/sources/source';
import { createTestArticle } from '../../factories/articles';
import { createTestClaim, toVersion, valueOf } from '../../factories/claims';
import { createClock } from '../../factories/database';
import { as, createTestDesk, newKey } from '../../factories/people';
import { chainClaim, createTestSource, insertClaimsOf, toEditSource, toSourceVersion } from '../../factories/sources';
import { useSources } from './use-sources';

describe('other names', () => {
  it('find the source, when a claim names it and when it is looked for', async () => {
    const { source, addAlias: also, db, desk, article } = await useSources();
    const times = await source('The New York Times', 'news_organization');
    await also(times, 'NYT');
    const named = await createTestClaim(db, desk.checker, article, { source: { name: ' nyt ' } });
    expect(named.source).toEqual(times);
    const scope = { deskId: desk.deskId, articleId: article.articleId };
    expect(await findSources(db, { ...scope, sight: SEES_ALL }, 'ＮＹ')).toMatchObject([
      { id: times.id, alsoKnownAs: 'NYT', claimsHere: 1 },
    ]);
    expect(await findSources(db, { ...scope, sight: SEES_ALL }, 'york'), 'its own name was found').toMatchObject([
      { id: times.id, alsoKnownAs: null },
    ]);
    expect(await findSources(db, { ...scope, sight: SEES_ALL }, 'n')).toHaveLength(1);
  });

  it('are found in any script and case, and with %, _ and \\ as the characters they are', async () => {
    const { source, addAlias: also, db, desk, article } = await useSources();
    const times = await source('The Times');
    for (const alias of ['ТАЙМС', '100% Times', 'snake_times']) await also(times, alias);
    const find = async (query: string) =>
      (await findSources(db, { sight: SEES_ALL, deskId: desk.deskId, articleId: article.articleId }, query)).map(
        ({ alsoKnownAs }) => alsoKnownAs,
      );
    expect(await find('таймс')).toEqual(['ТАЙМС']);
    expect(await find('%')).toEqual(['100% Times']);
    expect(await find('_')).toEqual(['snake_times']);
    expect(await find('\\')).toEqual([]);
  });

  it('are refused where they find a source already, which is named, so that a merge can be offered', async () => {
    const { source, record, scope, addAlias: also, merge } = await useSources();
    const [reuters, agency, wire] = [await source('Reuters'), await source('The agency'), await source('The wire')];
    await also(agency, 'Agence');
    const add = async (alias: string) => addAlias(scope('source.edit'), { ...toSourceVersion(await record(reuters)), alias });
    const taken = (message: RegExp) => ({ ok: false, error: { code: 'INVALID', field: 'alias', message, current: agency } });
    expect(await add('THE AGENCY')).toMatchObject(taken(/“THE AGENCY” is another source\. If the two are the same, merge them/));
    expect(await add('agence')).toMatchObject(taken(/is another name of “The agency”/));
    expect(await add('reuters')).toMatchObject({ ok: false, error: { message: '“reuters” finds this source already.' } });
    valueOf(await merge(wire, agency));
    expect(await add('the wire'), 'the name of a merged source').toMatchObject(taken(/is another name of “The agency”/));
    expect((await record(reuters)).aliases).toEqual([]);
  });

  it('may be the same on two desks', async () => {
    const { source, addAlias: also, db } = await useSources();
    const other = await createTestDesk(db, 'Other');
    await also(await source('Reuters'), 'The wire');
    const theirs = await createTestSource(db, other.checker, 'Agence France-Presse');
    const input = { key: newKey(), sourceId: theirs.id, version: 1, alias: 'The wire' };
    expect(await addAlias(as(db, other.checker, 'source.edit'), input)).toMatchObject({
      ok: true,
      value: { aliases: [{ name: 'The wire' }] },
    });
  });

  it('are taken away again, also one that came with a merged source', async () => {
    const { source, record, scope, addAlias: also, merge } = await useSources();
    const [reuters, wire] = [await source('Reuters'), await source('The wire')];
    await also(wire, 'Wire service');
    valueOf(await merge(wire, reuters));
    const before = await record(reuters);
    const [alias] = before.aliases;
    const input = { ...toSourceVersion(before), aliasId: alias?.id ?? '' };
    expect(valueOf(await removeAlias(scope('source.edit'), input)).aliases).toEqual([]);
    const again = { ...toSourceVersion(await record(reuters)), aliasId: alias?.id ?? '' };
    expect(await removeAlias(scope('source.edit'), again)).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } });
  });

  it('are refused when another wrote to the source in between, with the newer record', async () => {
    const { source, versionOf, scope, addAlias: also } = await useSources();
    const reuters = await source('Reuters');
    const old = await versionOf(reuters);
    await also(reuters, 'The wire');
    expect(await addAlias(scope('source.edit'), { ...old, alias: 'Wires' })).toMatchObject({
      ok: false,
      error: { code: 'STALE', current: { id: reuters.id, version: 2, aliases: [{ name: 'The wire' }] } },
    });
  });
});

describe('the form of a source', () => {
  const FILLED = {
    name: 'Reuters News',
    kind: 'news_organization',
    affiliation: 'Thomson Reuters',
    role: 'News agency',
    language: 'en',
    homepage: 'https://www.reuters.com/',
    wikidata: 'Q130879',
    parentId: null,
  } as const;

  it('is written whole, and found by its new name', async () => {
    const { source, record, scope, claim, db, desk, article } = await useSources();
    const reuters = await source('Reutres');
    await claim(reuters);
    const edited = valueOf(await editSource(scope('source.edit'), toEditSource(await record(reuters), FILLED)));
    const { parentId: _, ...shown } = FILLED;
    expect(edited).toMatchObject({ ...shown, parent: null, version: 2 });
    expect(await findSources(db, { sight: SEES_ALL, deskId: desk.deskId, articleId: article.articleId }, 'reuters')).toMatchObject([
      { claimsHere: 1 },
    ]);
    const event = await db.read.auditEvent.findFirstOrThrow({ where: { type: 'source.edited' } });
    expect(JSON.parse(event.data)).toMatchObject({ before: { name: 'Reutres', homepage: null }, after: FILLED, version: 2 });
  });

  it('may spell its own name anew, and take an alias of its own as its name', async () => {
    const { source, record, scope, addAlias: also } = await useSources();
    const times = await source('nyt');
    await also(times, 'The New York Times');
    const edit = async (name: string) => editSource(scope('source.edit'), toEditSource(await record(times), { name }));
    expect(valueOf(await edit('NYT'))).toMatchObject({ name: 'NYT', aliases: [{ name: 'The New York Times' }] });
    expect(valueOf(await edit('The New York Times'))).toMatchObject({ name: 'The New York Times', aliases: [] });
  });

  it('refuses a name that another source bears, by its name, an alias or what was merged into it', async () => {
    const { source, record, scope, addAlias: also, merge } = await useSources();
    const [reuters, agency, wire] = [await source('Reuters'), await source('The agency'), await source('The wire')];
    await also(agency, 'Agence');
    valueOf(await merge(wire, agency));
    const before = await record(reuters);
    for (const name of ['the agency', 'AGENCE', 'The Wire']) {
      const refused = await editSource(scope('source.edit'), toEditSource(before, { name }));
      expect(refused, name).toMatchObject({ ok: false, error: { field: 'name', current: agency } });
    }
    const own = await editSource(scope('source.edit'), toEditSource(await record(agency), { name: 'the wire' }));
    expect(own).toMatchObject({ ok: false, error: { field: 'name', message: /was merged into this one/ } });
    expect(await record(reuters)).toEqual(before);
  });

  it('says what it is part of, and refuses rings and other desks', async () => {
    const { source, record, scope, db, merge } = await useSources();
    const [group, paper, desk] = [await source('The group'), await source('The paper'), await source('The desk')];
    const part = async (of: typeof group, parent: { readonly id: string }) =>
      editSource(scope('source.edit'), toEditSource(await record(of), { parentId: parent.id }));
    expect(valueOf(await part(paper, group)).parent).toEqual(group);
    valueOf(await part(desk, paper));
    expect(await part(group, desk)).toMatchObject({
      ok: false,
      error: { field: 'parentId', message: /“The desk” is part of this source/ },
    });
    expect(await part(group, group)).toMatchObject({ ok: false, error: { message: 'A source is not part of itself.' } });
    const foreign = await createTestSource(db, (await createTestDesk(db, 'Other')).checker, 'Theirs');
    expect(await part(group, foreign)).toMatchObject({ ok: false, error: { code: 'NOT_FOUND', field: 'parentId' } });
    const holding = await source('The holding');
    valueOf(await merge(group, holding));
    expect((await record(paper)).parent, 'follows the merge').toEqual(holding);
    expect(await part(holding, desk)).toMatchObject({ ok: false, error: { field: 'parentId' } });
  });

  it('is part of others over twenty levels at most, counted above it and below it', async () => {
    const { source, record, scope, db, merge, split } = await useSources();
    const chain: Source[] = [];
    for (let at = 0; at <= 20; at += 1) chain.push(await source(`Level ${at}`));
    const [top, above, twentieth] = [chain[0], chain[19], chain[20]] as [Source, Source, Source];
    await db.transact(async (tx) => {
      for (const [at, { id }] of chain.entries()) {
        await tx.source.update({ where: { id }, data: { parentId: chain[at - 1]?.id ?? null }, select: { id: true } });
      }
    });
    const part = async (of: { readonly id: string }, parent: { readonly id: string }) =>
      editSource(scope('source.edit'), toEditSource(await record(of), { parentId: parent.id }));
    const refused = { ok: false, error: { code: 'INVALID', field: 'parentId', message: /over at most 20 levels/ } };
    const other = await source('Other');
    expect(await part(other, twentieth), 'below the lowest').toMatchObject(refused);
    expect(await part(top, other), 'above the highest').toMatchObject(refused);
    expect(await part(top, twentieth), 'a ring').toMatchObject({ ok: false, error: { message: /is part of this source/ } });
    valueOf(await part(other, above));
    const standing = await source('Standing');
    valueOf(await merge(top, standing));
    const outer = await source('Outer');
    expect(await part(standing, outer), 'what is below a merged one counts').toMatchObject(refused);
    valueOf(await split(top));
    valueOf(await part(standing, outer));
  });

  it('refuses an older version, and a source that was merged into another', async () => {
    const { source, record, scope, merge } = await useSources();
    const [a, b] = [await source('A source'), await source('B source')];
    const old = await record(a);
    valueOf(await merge(a, b));
    const stale = await editSource(scope('source.edit'), toEditSource(old, { role: 'Lost' }));
    expect(stale).toMatchObject({ ok: false, error: { code: 'STALE', current: { mergedInto: b } } });
    const merged = await editSource(scope('source.edit'), toEditSource(await record(a), { role: 'Lost' }));
    expect(merged).toMatchObject({ ok: false, error: { code: 'INVALID', message: /was merged into “B source”/ } });
  });
});

describe('grades', () => {
  it('stand beside each other, newest first, with who gave them, when and why', async () => {
    const { source, record, db, desk } = await useSources();
    const reuters = await source('Reuters');
    const clock = createClock('2026-03-01T09:00:00.000Z', 60_000);
    const grade = async (letter: 'F' | 'B', reason: string) =>
      gradeSource(as(db, desk.editor, 'source.grade', { clock }), { ...toSourceVersion(await record(reuters)), grade: letter, reason });
    valueOf(await grade('F', 'New here, no basis to judge.'));
    const graded = valueOf(await grade('B', 'Four attributions traced, all accurate.'));
    expect(graded.grades).toMatchObject([
      { grade: 'B', reason: 'Four attributions traced, all accurate.', by: { name: desk.editor.name }, givenTo: null },
      { grade: 'F', reason: 'New here, no basis to judge.', at: new Date('2026-03-01T09:00:00.000Z') },
    ]);
    expect(await findSources(db, { sight: SEES_ALL, deskId: desk.deskId, articleId: '' }, '')).toMatchObject([{ grade: 'B' }]);
  });

  it('never change and are never deleted, also in raw SQL', async () => {
    const { source, grade, db } = await useSources();
    valueOf(await grade(await source('Reuters'), 'B'));
    const run = (sql: string) => db.transact((tx) => tx.$executeRawUnsafe(sql));
    await expect(run(`UPDATE "SourceGrade" SET "grade" = 'A'`)).rejects.toThrow('A grade never changes');
    await expect(run('DELETE FROM "SourceGrade"')).rejects.toThrow('A grade is never deleted');
  });

  it('are given by two editors one after the other, not over each other', async () => {
    const { source, versionOf, db, desk, record } = await useSources();
    const reuters = await source('Reuters');
    const seen = { ...(await versionOf(reuters)), grade: 'A', reason: 'Always right.' } as const;
    valueOf(await gradeSource(as(db, desk.editor, 'source.grade'), seen));
    const other = await gradeSource(as(db, desk.otherEditor, 'source.grade'), {
      ...seen,
      key: newKey(),
      grade: 'E',
      reason: 'Never right.',
    });
    expect(other).toMatchObject({ ok: false, error: { code: 'STALE', current: { grades: [{ grade: 'A' }] } } });
    expect((await record(reuters)).grades).toHaveLength(1);
  });

  it('follow a merge: the newest of both counts', async () => {
    const { source, grade, merge, db, desk } = await useSources();
    const [nyt, times] = [await source('NYT'), await source('The New York Times')];
    valueOf(await grade(times, 'C'));
    valueOf(await grade(nyt, 'B'));
    valueOf(await merge(nyt, times));
    expect(await findSources(db, { sight: SEES_ALL, deskId: desk.deskId, articleId: '' }, '')).toMatchObject([
      { id: times.id, grade: 'B' },
    ]);
  });
});

describe('retracting a source', () => {
  it('lists every claim and article that leans on it: by tag, anywhere in a chain, and through merged sources', async () => {
    const { source, claim, merge, retract, addAlias: also, db, desk, article } = await useSources();
    const [times, nyt, kozak, other] = [
      await source('The New York Times'),
      await source('NYT'),
      await source('Kozak'),
      await source('Other'),
    ];
    await also(times, 'Times');
    await claim(times);
    await chainClaim(db, await claim(kozak), [{ source: times }]);
    await chainClaim(db, await claim(kozak), [{ source: other }, { source: nyt, stated: 'from_outside' }], 1);
    await claim(nyt);
    await claim(other);
    const gone = await claim(times);
    valueOf(await deleteClaim(as(db, desk.checker, 'claim.delete'), toVersion(gone)));
    const second = await createTestArticle(db, desk.checker, 'Another story.\nThe Times said so.');
    const elsewhere = await createTestClaim(db, desk.checker, second, { source: { name: 'times' } });
    valueOf(await merge(nyt, times));

    const { source: retracted, articles } = valueOf(await retract(times));
    expect(articles).toEqual([
      { id: second.articleId, title: 'Another story.', claimNumbers: [1], claimIds: [elsewhere.id] },
      { id: article.articleId, title: 'The mayor resigned', claimNumbers: [1, 2, 3, 4], claimIds: Array(4).fill(expect.any(String)) },
    ]);
    expect(retracted.retraction).toMatchObject({ reason: 'It made things up.' });
    expect(await listLeaning(db, { sight: SEES_ALL, deskId: desk.deskId, sourceId: times.id })).toEqual(articles);
  });

  it('is told by the finder, keeps it usable, and can be taken back', async () => {
    const { source, retract, versionOf, scope, claim, db, desk, article } = await useSources();
    const times = await source('The Times');
    valueOf(await retract(times));
    const find = () => findSources(db, { sight: SEES_ALL, deskId: desk.deskId, articleId: article.articleId }, 'times');
    expect(await find()).toMatchObject([{ retracted: true }]);
    expect((await claim(times)).source).toEqual({ ...times, retracted: true });
    await chainClaim(db, await claim(await source('Kozak')), [{ source: times }]);
    const scoped = { deskId: desk.deskId, articleId: article.articleId };
    const seen = async () => {
      const rows = await readSourcing(db, { ...scoped, sight: SEES_ALL });
      return [await listClaims(db, { ...scoped, sight: SEES_ALL }), rows?.claims ?? []].map((claims) =>
        claims.flatMap(({ chain }) => chain.flatMap((link) => (link.source?.id === times.id ? [link.source] : []))),
      );
    };
    const gone = { ...times, retracted: true };
    expect(await seen()).toEqual([
      [gone, gone],
      [gone, gone],
    ]);
    expect(await retract(times)).toMatchObject({ ok: false, error: { message: '“The Times” is retracted already.' } });

    expect(valueOf(await unretractSource(scope('source.retract'), await versionOf(times))).retraction).toBeNull();
    expect(await find()).toMatchObject([{ retracted: false }]);
    for (const sources of await seen()) {
      expect(sources).toEqual([times, times]);
      for (const one of sources) expect(one).not.toHaveProperty('retracted');
    }
    expect(await unretractSource(scope('source.retract'), await versionOf(times))).toMatchObject({ ok: false });
    expect(await listSourceSteps(db, { deskId: desk.deskId, sourceId: times.id })).toMatchObject([
      { what: 'unretracted', name: 'The Times', reason: 'It made things up.' },
      { what: 'retracted', name: 'The Times', reason: 'It made things up.' },
    ]);
  });

  it('counts for what was merged into it, and only as far as the source that stands for both is retracted', async () => {
    const { source, claim, merge, retract, split, db, desk, article } = await useSources();
    const [nyt, times] = [await source('NYT'), await source('The New York Times')];
    await claim(nyt);
    const scoped = { deskId: desk.deskId, articleId: article.articleId };
    const seen = async () => [
      (await listClaims(db, { ...scoped, sight: SEES_ALL }))[0]?.source,
      (await readSourcing(db, { ...scoped, sight: SEES_ALL }))?.claims[0]?.source,
    ];
    valueOf(await merge(nyt, times));
    expect(await seen()).toEqual([times, times]);
    valueOf(await retract(times));
    const gone = { ...times, retracted: true };
    expect(await seen()).toEqual([gone, gone]);
    valueOf(await split(nyt));
    expect(await seen()).toEqual([nyt, nyt]);
  });

  it('gives a retry the first answer, with the claims of that moment', async () => {
    const { source, claim, versionOf, db, desk } = await useSources();
    const times = await source('The Times');
    await claim(times);
    const input = { ...(await versionOf(times)), reason: 'It made things up.' };
    const once = { key: input.key, action: 'retractSource', input };
    const first = await retractSource(as(db, desk.editor, 'source.retract', { once }), input);
    await claim(times);
    expect(await retractSource(as(db, desk.editor, 'source.retract', { once }), input)).toEqual(first);
  });
});

describe('the registry', () => {
  it('counts what is listed and what there is', async () => {
    const { source, db, desk, article } = await useSources();
    for (let at = 0; at < 7; at += 1) await source(`Source ${at}`);
    const page = await listSources(db, { sight: SEES_ALL, deskId: desk.deskId, articleId: null }, { query: 'source', limit: 5 });
    expect([page.sources.length, page.total]).toEqual([5, 7]);
    expect(
      await listSources(db, { sight: SEES_ALL, deskId: desk.deskId, articleId: article.articleId }, { query: 'nobody', limit: 5 }),
    ).toEqual({
      sources: [],
      total: 0,
    });
  });

  it('counts a source of 10,000 claims whole', async () => {
    const { source, db, desk, article } = await useSources();
    const busy = await source('Busy');
    await insertClaimsOf(db, desk.checker, article, busy, 10_000);
    const scope = { deskId: desk.deskId, articleId: article.articleId };
    expect(await findSources(db, { ...scope, sight: SEES_ALL }, '')).toMatchObject([{ claimsHere: 10_000 }]);
    const [leaning] = await listLeaning(db, { sight: SEES_ALL, deskId: desk.deskId, sourceId: busy.id });
    expect(leaning?.claimNumbers).toHaveLength(10_000);
    expect(leaning?.claimIds).toHaveLength(30);
  });
});
