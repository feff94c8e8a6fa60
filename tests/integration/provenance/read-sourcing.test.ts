import { describe, expect, it } from 'vitest';
import { SEES_ALL } from '@/lib/assignments/sight';
import { toChainInput } from '@/lib/attribution/chain-input';
import { listOriginGroups } from '@/lib/attribution/data';
import { listClaims } from '@/lib/claims/data';
import { mergeSource } from '@/lib/claims/merging/mutations';
import { deleteClaim } from '@/lib/claims/mutations';
import { saveOriginGroup } from '@/lib/claims/origin-groups/mutations';
import { newId } from '@/lib/kernel/ids';
import { listQuotes, readSourcing, type SourcingRows } from '@/lib/provenance/data';
import { sentenceText } from '@/lib/provenance/label-sentences';
import { toSourcing } from '@/lib/provenance/sourcing';
import { createTestClaim, createTestClaimIn, toVersion, valueOf } from '../../factories/claims';
import { as, createTestDesk, newKey } from '../../factories/people';
import { createSampleDesk } from '../../factories/sample';
import { recordOf, toSourceVersion } from '../../factories/sources';
import { aLink, chainOf } from '../../unit/attribution/links';
import { useDatabase, useDesk } from '../use-database';

async function useSample() {
  const { db } = await useDatabase();
  const { desk, articleId } = await createSampleDesk(db);
  const rows = (await readSourcing(db, { sight: SEES_ALL, deskId: desk.deskId, articleId })) as SourcingRows;
  return { db, desk, articleId, rows, sourcing: toSourcing(rows.claims, rows.groups) };
}

const HERALD = aLink('news_organization', null, { stated: 'from_outside' });

/** A chain of new sources by name, as it is sent. */
function chainThrough(name: string) {
  const [voice, relay, tagged] = toChainInput(chainOf(HERALD, aLink('named_person')));
  return [
    voice,
    { ...relay, tagged: false, sourceType: 'news_organization' as const, source: { name } },
    { ...tagged, tagged: true, sourceType: null },
  ].filter((link) => link !== undefined) as ReturnType<typeof toChainInput>;
}

describe('reading an article’s sourcing', () => {
  it('finds of each claim what listing the claims finds, in the same order', async () => {
    const { db, desk, articleId, rows } = await useSample();
    const scope = { deskId: desk.deskId, articleId };
    const listed = await listClaims(db, { ...scope, sight: SEES_ALL });
    const expected = listed.map(({ id, number, sourceType, source, confidence, state, chain, relations, flags, finding, evidence }) => ({
      ...{ id, articleId, number, sourceType, source, confidence, state, chain, flags },
      relations: relations.map(({ kind, claimId, note }) => ({ kind, claimId, note })),
      finding: { attributionCheck: finding.attributionCheck },
      evidence: evidence.map(({ stance, url, originGroupId }) => ({ stance, url, originGroupId })),
    }));
    const found = rows.claims.map(({ finding, ...claim }) => ({ ...claim, finding: { attributionCheck: finding.attributionCheck } }));
    expect(found).toEqual(expected);
    expect(rows.groups).toEqual(await listOriginGroups(db.read, { ...scope, sight: SEES_ALL }));
  });

  it('shows the sample’s one relay, with Reuters apart', async () => {
    const { sourcing } = await useSample();
    const { label, sentences } = sourcing;
    expect(label.claimIds).toHaveLength(26);
    expect(label.relays.map(({ source, claimIds }) => [source.name, claimIds.length])).toEqual([
      ['The New York Times', 13],
      ['Reuters', 3],
    ]);
    expect(label.origins).toMatchObject({ atMost: 2, attested: 1 });
    expect(sentences.map(sentenceText)).toContain('At most 2 origins, 1 attested.');
    const number = new Map(sourcing.claims.map((claim) => [claim.id, claim.number]));
    expect(label.contradictions.map((pair) => pair.map((id) => number.get(id)))).toEqual([
      [8, 9],
      [8, 14],
      [8, 15],
    ]);
  });

  it('reads the facts of the article without its text', async () => {
    const { db, desk, articleId, rows } = await useSample();
    const { text: _, ...revision } = await db.read.revision.findFirstOrThrow({ where: { articleId } });
    expect(rows.article).toMatchObject({ id: articleId, revision: 1, words: revision.words, codePoints: 2258, sha256: revision.sha256 });
    expect(rows.article).not.toHaveProperty('text');
    expect(await readSourcing(db, { sight: SEES_ALL, deskId: desk.deskId, articleId: newId() })).toBeNull();
  });

  it('is kept to the desk: another desk’s article, claims and groups are not there', async () => {
    const { db, articleId, rows } = await useSample();
    const other = await createTestDesk(db, 'Other');
    expect(await readSourcing(db, { sight: SEES_ALL, deskId: other.deskId, articleId })).toBeNull();
    const ids = rows.claims.map(({ id }) => id);
    expect(await listQuotes(db, { sight: SEES_ALL, deskId: other.deskId, articleId }, ids)).toEqual([]);
  });

  it('follows merged sources, so that two names of one newsroom are one relay', async () => {
    const { db, desk, article } = await useDesk();
    const made = async (name: string) =>
      createTestClaim(db, desk.checker, article, { source: { name: `Said in ${name}` }, details: { chain: chainThrough(name) } });
    const [first, second] = [await made('The Herald'), await made('Herald Online')];
    const [from, into] = [second.chain[1]?.source?.id ?? '', first.chain[1]?.source?.id ?? ''];
    const target = await recordOf(db, desk.editor, { id: into });
    valueOf(
      await mergeSource(as(db, desk.editor, 'source.merge'), {
        ...toSourceVersion(await recordOf(db, desk.editor, { id: from })),
        intoId: target.id,
        intoVersion: target.version,
      }),
    );
    const rows = await readSourcing(db, { sight: SEES_ALL, deskId: desk.deskId, articleId: article.articleId });
    const { label } = toSourcing(rows?.claims ?? [], []);
    expect(label.relays.map(({ source, claimIds }) => [source.name, claimIds.length])).toEqual([['The Herald', 2]]);
    expect(rows?.sources.map(({ name }) => name)).not.toContain('Herald Online');
  });

  it('leaves out deleted claims, passes over relations to them, and counts no rejected one', async () => {
    const { db, desk, article } = await useDesk();
    const gone = await createTestClaim(db, desk.checker, article);
    const relations = [{ kind: 'contradicts', claimId: gone.id, note: '' } as const];
    const kept = await createTestClaim(db, desk.checker, article, { details: { relations } });
    const rejected = await createTestClaimIn(db, desk, article, 'rejected');
    valueOf(await deleteClaim(as(db, desk.checker, 'claim.delete'), toVersion(gone)));
    const rows = await readSourcing(db, { sight: SEES_ALL, deskId: desk.deskId, articleId: article.articleId });
    const sourcing = toSourcing(rows?.claims ?? [], []);
    expect(sourcing.label.claimIds).toEqual([kept.id]);
    expect(sourcing.label.contradictions).toEqual([]);
    expect(sourcing.rejected.map(({ id }) => id)).toEqual([rejected.id]);
  });

  it('finds the words of the claims asked for, span by span, and of no others', async () => {
    const { db, desk, article } = await useDesk();
    const spans = [
      { start: 0, end: 9 },
      { start: 19, end: 28 },
    ];
    const claim = await createTestClaim(db, desk.checker, article, { spans });
    await createTestClaim(db, desk.checker, article);
    const quotes = await listQuotes(db, { sight: SEES_ALL, deskId: desk.deskId, articleId: article.articleId }, [claim.id, newId()]);
    expect(quotes).toEqual([{ claimId: claim.id, parts: ['The mayor', 'The mayor'] }]);
  });

  it('knows the sources of groups that no claim refers to any more', async () => {
    const { db, desk, article } = await useDesk();
    const claim = await createTestClaim(db, desk.checker, article);
    const group = { groupId: newId(), articleId: article.articleId, version: 0, name: 'One', reason: '', attested: null };
    const sourceIds = [claim.source?.id ?? ''];
    valueOf(await saveOriginGroup(as(db, desk.checker, 'origin_group.edit'), { key: newKey(), ...group, sourceIds }));
    valueOf(await deleteClaim(as(db, desk.checker, 'claim.delete'), toVersion(claim)));
    const rows = await readSourcing(db, { sight: SEES_ALL, deskId: desk.deskId, articleId: article.articleId });
    expect([rows?.claims, rows?.sources.map(({ name }) => name)]).toEqual([[], ['The Mayor']]);
  });
});
