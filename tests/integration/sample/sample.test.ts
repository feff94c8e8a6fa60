import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findArticle } from '@/lib/articles/data';
import { SEES_ALL } from '@/lib/assignments/sight';
import { listOriginGroups } from '@/lib/attribution/data';
import { listClaims } from '@/lib/claims/data';
import { flagContextOf, flagsOf } from '@/lib/claims/flags';
import { relationsBothWays } from '@/lib/claims/relation';
import { labelOf } from '@/lib/provenance/label';
import { labelSentences, sentenceText } from '@/lib/provenance/label-sentences';
import { listArticles, listQueue, listReturned, listTransitions } from '@/lib/review/data';
import { createCodePointIndex } from '@/lib/text/code-points';
import { verifyDatabase } from '@/lib/verify/data';
import { createTestDatabase } from '../../factories/database';
import { createSampleDesk, readSample } from '../../factories/sample';

type Annotated = { article: { sha256: string; codePoints: number }; claims: { span: { start: number; end: number; exact: string } }[] };

async function makeSample() {
  const { db, remove } = await createTestDatabase();
  const { desk, articleId } = await createSampleDesk(db);
  return { db, desk, articleId, claims: await listClaims(db, { sight: SEES_ALL, deskId: desk.deskId, articleId }), remove };
}

// Loaded once: every test only reads it.
let sample: Awaited<ReturnType<typeof makeSample>>;
beforeAll(async () => {
  sample = await makeSample();
});
afterAll(() => sample.remove());

function count<Key extends string>(keys: readonly Key[]): Partial<Record<Key, number>> {
  const counts: Partial<Record<Key, number>> = {};
  for (const key of keys) counts[key] = (counts[key] ?? 0) + 1;
  return counts;
}

describe('the sample workspace', () => {
  it('is the article as the file has it, to the byte', async () => {
    const { db, desk, articleId } = sample;
    const annotated = readSample().annotation as Annotated;
    const found = await findArticle(db, { deskId: desk.deskId, articleId });
    expect(found?.revision.text).toBe(readSample().text.toString('utf8'));
    expect(found?.revision).toMatchObject({
      origin: 'sample',
      number: 1,
      sha256: annotated.article.sha256,
      codePoints: annotated.article.codePoints,
    });
    expect(found?.article.title).toBe(found?.revision.text.split('\n')[0]);
  });

  it('holds 26 claims of the worked annotation’s types', async () => {
    const { claims } = sample;
    expect(claims).toHaveLength(26);
    expect(count(claims.map((claim) => claim.sourceType))).toEqual({
      author: 7,
      news_organization: 5,
      anonymous_source: 8,
      unspecified_source: 2,
      impersonal: 2,
      unnamed_group: 1,
      named_person: 1,
    });
  });

  it('holds each claim at the code points and with the words of the worked annotation', async () => {
    const { claims } = sample;
    const { text, annotation } = readSample();
    const index = createCodePointIndex(text.toString('utf8'));
    const placed = claims.map(
      ({ spans: [span] }) => span && { start: index.toCodePoint(span.start), end: index.toCodePoint(span.end), exact: span.quote },
    );
    const expected = (annotation as Annotated).claims.map(({ span: { start, end, exact } }) => ({ start, end, exact }));
    const order = (a: { start: number; end: number } | undefined, b: typeof a) =>
      (a?.start ?? 0) - (b?.start ?? 0) || (a?.end ?? 0) - (b?.end ?? 0);
    expect(placed.sort(order)).toEqual(expected.sort(order));
  });

  it('has something in every queue: draft, submitted, returned with a reason, approved', async () => {
    const { db, desk, claims } = sample;
    expect(count(claims.map((claim) => claim.state))).toEqual({ draft: 4, submitted: 9, returned: 2, approved: 11 });
    const returned = await listReturned(db, { deskId: desk.deskId, userId: desk.checker.userId });
    expect(returned).toHaveLength(2);
    for (const { claim } of returned) expect(claim.reason?.text.length).toBeGreaterThan(20);
    expect(await listQueue(db, { deskId: desk.deskId, now: new Date() }, {})).toMatchObject({ total: 9 });
    expect(await listArticles(db, { sight: SEES_ALL, deskId: desk.deskId })).toMatchObject([
      { counts: { draft: 4, submitted: 9, returned: 2, approved: 11, rejected: 0, reopened: 0 } },
    ]);
  });

  it('kept four eyes: nobody approved what they made, and one submitted claim is the editor’s own', async () => {
    const { db, desk, articleId, claims } = sample;
    const approvals = (await listTransitions(db, { sight: SEES_ALL, deskId: desk.deskId, articleId })).filter(
      ({ event }) => event === 'approve',
    );
    expect(approvals).toHaveLength(11);
    for (const { claimId, actor } of approvals) expect(claims.find(({ id }) => id === claimId)?.createdBy.id).not.toBe(actor.id);
    expect(claims.filter(({ createdBy, state }) => createdBy.id === desk.editor.userId && state === 'submitted')).toHaveLength(1);
  });

  it('has a real history: every claim and step with its event', async () => {
    const { db, claims } = sample;
    const events = count((await db.read.auditEvent.findMany({ select: { type: true } })).map(({ type }) => type));
    expect(events).toEqual({
      'article.created': 1,
      'source.created': await db.read.source.count(),
      'claim.created': 26,
      'claim.moved': await db.read.transition.count(),
      'origin_group.saved': 2,
    });
    expect(claims.map(({ number }) => number).sort((a, b) => a - b)).toEqual(Array.from({ length: 26 }, (_, index) => index + 1));
  });

  it('is found whole by verify', async () => {
    const { db } = sample;
    expect(await verifyDatabase(db)).toMatchObject({ checked: { articles: 1, claims: 26, spans: 26 }, problems: [] });
  });

  it('tells of one relay behind most of it, with Reuters apart', async () => {
    const { db, desk, articleId, claims } = sample;
    const groups = await listOriginGroups(db.read, { sight: SEES_ALL, deskId: desk.deskId, articleId });
    const label = labelOf(claims, groups);
    expect(label.origins).toMatchObject({ atMost: 2, attested: 1 });
    expect(label.relays.map(({ source, claimIds, origin }) => [source.name, claimIds.length, origin?.independence])).toEqual([
      ['The New York Times', 13, 'shared'],
      ['Reuters', 3, 'attested'],
    ]);
    const sentences = labelSentences(label).map(sentenceText);
    expect(sentences).toContain('At most 2 origins, 1 attested.');
    expect(sentences.join(' ')).toMatch(/13 of its 26 claims lean on one relay, The New York Times/);
    expect(sentences.join(' ')).toMatch(/Reuters stands apart: 3 claims/);
  });

  it('shows the claim at 880–926 as contradicting three others, from its side and from theirs', () => {
    const { claims } = sample;
    const index = createCodePointIndex(readSample().text.toString('utf8'));
    const placeOf = (id: string) => {
      const [span] = claims.find((claim) => claim.id === id)?.spans ?? [];
      return span === undefined ? '' : `${index.toCodePoint(span.start)}-${index.toCodePoint(span.end)}`;
    };
    const related = relationsBothWays(claims);
    const contradicting = (place: string) =>
      claims
        .filter(({ id }) => placeOf(id) === place)
        .flatMap(({ id }) => related.get(id) ?? [])
        .filter(({ kind }) => kind === 'contradicts')
        .map(({ claimId }) => placeOf(claimId))
        .sort();
    expect(contradicting('880-926')).toEqual(['1375-1430', '1477-1541', '931-966']);
    for (const other of ['931-966', '1375-1430', '1477-1541']) expect(contradicting(other)).toEqual(['880-926']);
  });

  it('shows flags that follow from the data beside those that a person set', () => {
    const { claims } = sample;
    const context = flagContextOf(claims);
    const eighth = claims.find(({ number }) => number === 8);
    expect(eighth && flagsOf(eighth, context).map(({ flag, from }) => `${flag} ${from}`)).toEqual([
      'bare_sources data',
      'count_not_given data',
      'no_reason_for_anonymity data',
      'no_basis_of_knowledge data',
      'secondary_report data',
      'missing_link data',
      'internal_contradiction data',
      'suspected_mistranslation person',
    ]);
  });

  it('says what was checked, and on what, only where the annotation does', () => {
    const { claims } = sample;
    const checked = claims.filter(({ finding }) => finding.rationale !== '').map(({ number }) => number);
    expect(checked.sort((a, b) => a - b)).toEqual([1, 17, 23, 26]);
    expect(claims.flatMap(({ number, evidence }) => evidence.map(() => number))).toEqual([23]);
  });
});
