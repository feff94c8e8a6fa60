import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as articlesData from '@/lib/articles/data';
import { setTopic } from '@/lib/articles/mutations';
import * as attributionData from '@/lib/attribution/data';
import type { Claim } from '@/lib/claims/claim';
import { CLAIM_STATES } from '@/lib/claims/claim-state';
import * as claimsData from '@/lib/claims/data';
import * as deskNoteData from '@/lib/claims/desk-note/data';
import { saveDeskNote } from '@/lib/claims/desk-note/mutations';
import * as listedData from '@/lib/claims/listed/data';
import * as merging from '@/lib/claims/merging/mutations';
import * as claimMutations from '@/lib/claims/mutations';
import { saveOriginGroup } from '@/lib/claims/origin-groups/mutations';
import type { Database } from '@/lib/db/database';
import * as exportData from '@/lib/export/data';
import { newId } from '@/lib/kernel/ids';
import * as peopleData from '@/lib/people/data';
import { PERMISSIONS, type Permission } from '@/lib/permissions/permissions';
import * as provenanceData from '@/lib/provenance/data';
import * as reliabilityData from '@/lib/reliability/data';
import * as recordsData from '@/lib/reliability/records/data';
import * as sourcePageData from '@/lib/reliability/source-page/data';
import * as bearingData from '@/lib/review/bearing/data';
import * as reviewData from '@/lib/review/data';
import * as fixesData from '@/lib/review/fixes/data';
import * as reviewMutations from '@/lib/review/mutations';
import * as queueData from '@/lib/review/queue/data';
import { QUEUE_SORTS } from '@/lib/review/queue/order';
import { QUEUE_AGES } from '@/lib/review/queue-choices';
import type { QueueFilter } from '@/lib/review/schema';
import * as viewsData from '@/lib/review/views/data';
import * as sourcesData from '@/lib/sources/data';
import * as sourceMutations from '@/lib/sources/mutations';
import { createTestArticle } from '../../factories/articles';
import { createTestClaim, createTestClaimIn, toCreateInput, toEditInput, toVersion, valueOf } from '../../factories/claims';
import { createTestDatabase } from '../../factories/database';
import { as, createTestDesk, newKey, type TestDesk } from '../../factories/people';
import { recordOf, toEditSource, toSourceVersion } from '../../factories/sources';

const { findArticle, findRevisionText } = articlesData;
const { findClaim, findClaimResource, listClaims } = claimsData;
const { countClaimsIn, listArticles, listQueue, listQueueOptions, listReturned, listTransitions, listTransitionsOf } = reviewData;

/** A desk with an article and a claim in every state, one more deleted; sources bear the same names on every desk. */
async function fill(db: Database, name: string) {
  const desk = await createTestDesk(db, name);
  const article = await createTestArticle(db, desk.checker, `The mayor of ${name} resigned. It rained.`);
  const topic = { key: newKey(), articleId: article.articleId, version: 1, topic: `Topic of ${name}` };
  valueOf(await setTopic(as(db, desk.checker, 'article.edit'), topic));
  const claims: Claim[] = [];
  for (const state of CLAIM_STATES) claims.push(await createTestClaimIn(db, desk, article, state, { note: `A note of ${name}.` }));
  for (const { id } of claims) {
    const note = { key: newKey(), claimId: id, version: 0, text: `A desk note of ${name}` };
    valueOf(await saveDeskNote(as(db, desk.checker, 'desk_note.edit'), note));
  }
  const gone = await createTestClaim(db, desk.checker, article, { source: { name: `Only in ${name}` } });
  const graded = { id: newId(), sourceId: claims[1]?.source?.id ?? '', grade: 'B', reason: `Graded in ${name}.` };
  await db.transact(async (tx, direct) => {
    await tx.sourceGrade.create({ data: { ...graded, byId: desk.editor.userId, at: new Date('2026-01-02T00:00:00.000Z') } });
    const finding = { contentCheck: 'confirmed', attributionCheck: 'accurate', credibility: 2, likelihood: null, correction: '' };
    for (const { id } of claims) direct.insert('Finding', { claimId: id, ...finding, rationale: `Found in ${name}.` });
  });
  const group = { key: newKey(), groupId: newId(), articleId: article.articleId, version: 0, sourceIds: [], reason: '', attested: null };
  valueOf(await saveOriginGroup(as(db, desk.checker, 'origin_group.edit'), { ...group, name: `Origin of ${name}` }));
  const deleted = valueOf(await claimMutations.deleteClaim(as(db, desk.checker, 'claim.delete'), toVersion(gone)));
  return { desk, article, claims, deleted };
}

async function makeTwoDesks() {
  const { db, remove } = await createTestDatabase();
  const [ours, theirs] = [await fill(db, 'Ours'), await fill(db, 'Theirs')];
  return { db, ours, theirs, remove };
}

type Two = Awaited<ReturnType<typeof makeTwoDesks>>;
// One database for all: each test reads, or writes what changes nothing.
let two: Two;
beforeAll(async () => {
  two = await makeTwoDesks();
});
afterAll(() => two.remove());

/** Every id and every word that only `name`'s desk has, as they would show in an answer. */
async function traces(db: Database, deskId: string, name: string): Promise<readonly string[]> {
  const tables = ['Article', 'Source', 'Claim'].map((table) => `SELECT "id" FROM "${table}" WHERE "deskId" = ?`);
  const people = `SELECT "userId" AS "id" FROM "Membership" WHERE "deskId" = ?`;
  const rows = await Promise.all([...tables, people].map((sql) => db.rows<{ id: string }>(sql, [deskId])));
  return [deskId, `of ${name}`, `in ${name}`, ...rows.flat().map(({ id }) => id)];
}

type Asked = {
  readonly db: Database;
  readonly desk: TestDesk;
  readonly articleId: string;
  readonly revisionId: string;
  readonly claimId: string;
  readonly userId: string;
  readonly sourceId: string;
};

const NOW = new Date('2026-12-01T00:00:00.000Z');
const FILTERS: readonly ((asked: Asked) => QueueFilter)[] = [
  () => ({}),
  ({ articleId }) => ({ article: articleId }),
  ({ userId }) => ({ checker: userId }),
  () => ({ class: 'record' }),
  () => ({ confidence: 'high' }),
  () => ({ check: 'checked' }),
  () => ({ bears: 'contradicts' }),
  ({ sourceId }) => ({ source: sourceId }),
  () => ({ hand: '1' }),
  () => ({ strength: '4' }),
  () => ({ flag: 'anonymous' }),
  ...QUEUE_SORTS.map((sort) => () => ({ sort })),
  ...QUEUE_AGES.map((age) => () => ({ age })),
];

/** Every read of every data file, asked for `desk` about ids that may be anybody's. A new one must be added here. */
const READS: Readonly<Record<string, (asked: Asked) => Promise<unknown>>> = {
  findArticle: ({ db, desk, articleId }) => findArticle(db, { deskId: desk.deskId, articleId }),
  findArticleResource: ({ db, desk, articleId }) => articlesData.findArticleResource(db, { deskId: desk.deskId, articleId }),
  listTopics: ({ db, desk }) => articlesData.listTopics(db, { deskId: desk.deskId }),
  findRevisionText: ({ db, desk, revisionId }) => findRevisionText(db, { deskId: desk.deskId, revisionId }),
  listClaims: ({ db, desk, articleId }) => listClaims(db, { deskId: desk.deskId, articleId }),
  listClaimsOf: ({ db, desk, articleId }) => claimsData.listClaimsOf(db.read, { deskId: desk.deskId, articleId }),
  listOriginGroups: ({ db, desk, articleId }) => attributionData.listOriginGroups(db.read, { deskId: desk.deskId, articleId }),
  findOriginGroupDesk: async ({ db, desk, articleId }) => {
    const { id } = await db.read.originGroup.findFirstOrThrow({ where: { articleId }, select: { id: true } });
    return attributionData.findOriginGroupDesk(db, { deskId: desk.deskId, groupId: id });
  },
  findClaim: ({ db, desk, claimId }) => findClaim(db, { deskId: desk.deskId, claimId }),
  findClaimResource: ({ db, desk, claimId }) => findClaimResource(db, { deskId: desk.deskId, claimId }),
  findDeskNote: ({ db, desk, claimId }) => deskNoteData.findDeskNote(db.read, { deskId: desk.deskId, claimId }),
  findSources: ({ db, desk, articleId }) =>
    Promise.all(['', 'mayor', 'theirs', '%'].map((query) => sourcesData.findSources(db, { deskId: desk.deskId, articleId }, query))),
  listSources: ({ db, desk, articleId }) =>
    Promise.all(['', 'mayor', '%'].map((query) => sourcesData.listSources(db, { deskId: desk.deskId, articleId }, { query, limit: 50 }))),
  findSource: ({ db, desk, sourceId }) => sourcesData.findSource(db.read, { deskId: desk.deskId, sourceId }),
  findSourceResource: ({ db, desk, sourceId }) => sourcesData.findSourceResource(db, { deskId: desk.deskId, sourceId }),
  listLeaning: ({ db, desk, sourceId }) => sourcesData.listLeaning(db, { deskId: desk.deskId, sourceId }),
  listSourceSteps: ({ db, desk, sourceId }) => sourcesData.listSourceSteps(db, { deskId: desk.deskId, sourceId }),
  countLeaning: ({ db, desk, sourceId }) => sourcePageData.countLeaning(db, { deskId: desk.deskId, sourceId }),
  listLeaningClaims: ({ db, desk, sourceId }) => sourcePageData.listLeaningClaims(db, { deskId: desk.deskId, sourceId }, null),
  listBehind: ({ db, desk, sourceId }) => sourcePageData.listBehind(db, { deskId: desk.deskId, sourceId }),
  listOriginMemberships: ({ db, desk, sourceId }) => sourcePageData.listOriginMemberships(db, { deskId: desk.deskId, sourceId }),
  listPresentations: async ({ db, desk }) => [...(await reliabilityData.listPresentations(db, { deskId: desk.deskId }))],
  countSourceless: async ({ db, desk, articleId }) => [...(await reliabilityData.countSourceless(db, { deskId: desk.deskId, articleId }))],
  listArticlesWithClaims: ({ db, desk }) => reliabilityData.listArticlesWithClaims(db, { deskId: desk.deskId }),
  readRecords: async ({ db, desk, sourceId }) => {
    const { places, ...records } = await recordsData.readRecords(db, { deskId: desk.deskId, sourceId }, 'record', {
      articles: [],
      topics: [],
    });
    return [records, [...places]];
  },
  readRecordClaims: ({ db, desk, articleId }) => recordsData.readRecordClaims(db, { deskId: desk.deskId, articleId }),
  listLeaningIds: async ({ db, desk, sourceId }) => [...(await sourcePageData.listLeaningIds(db, { deskId: desk.deskId, sourceId }))],
  listGradedClaims: ({ db, desk }) => reliabilityData.listGradedClaims(db, { deskId: desk.deskId }),
  listCheckedArticles: ({ db, desk, sourceId }) =>
    sourcePageData.listCheckedArticles(db, { deskId: desk.deskId, sourceId }, ['named_person', 'author']),
  readSourcing: ({ db, desk, articleId }) => provenanceData.readSourcing(db, { deskId: desk.deskId, articleId }),
  listQuotes: ({ db, desk, articleId, claimId }) => provenanceData.listQuotes(db, { deskId: desk.deskId, articleId }, [claimId]),
  listQueue: (asked) => Promise.all(FILTERS.map((filter) => listQueue(asked.db, { deskId: asked.desk.deskId, now: NOW }, filter(asked)))),
  findQueuePage: (asked) =>
    Promise.all(FILTERS.map((filter) => queueData.findQueuePage(asked.db, { deskId: asked.desk.deskId, now: NOW }, filter(asked)))),
  countQueue: (asked) =>
    Promise.all(FILTERS.map((filter) => queueData.countQueue(asked.db, { deskId: asked.desk.deskId, now: NOW }, filter(asked)))),
  listLongest: ({ db, desk }) => queueData.listLongest(db, { deskId: desk.deskId, kind: 'article', max: 10 }),
  readListed: ({ db, desk, claimId }) => listedData.readListed(db, { deskId: desk.deskId, claimIds: [claimId] }),
  listFixes: ({ db, desk, userId }) => fixesData.listFixes(db, { deskId: desk.deskId, userId, now: NOW }),
  listViews: ({ db, desk, userId }) => viewsData.listViews(db, { deskId: desk.deskId, userId }),
  findBearings: async ({ db, desk, claimId }) => {
    const { deskId } = await db.read.claim.findUniqueOrThrow({ where: { id: claimId }, select: { deskId: true } });
    const claim = await findClaim(db, { deskId, claimId });
    return [...(await bearingData.findBearings(db, { deskId: desk.deskId, claims: claim === null ? [] : [claim] }))];
  },
  listReturned: ({ db, desk, userId }) => listReturned(db, { deskId: desk.deskId, userId }),
  countClaimsIn: ({ db, desk, userId }) =>
    Promise.all(CLAIM_STATES.map((state) => countClaimsIn(db, { deskId: desk.deskId, state, createdById: userId }))),
  listArticles: ({ db, desk }) => listArticles(db, { deskId: desk.deskId }),
  listQueueOptions: ({ db, desk }) => listQueueOptions(db, { deskId: desk.deskId }),
  listTransitions: ({ db, desk, articleId }) => listTransitions(db, { deskId: desk.deskId, articleId }),
  listTransitionsOf: ({ db, desk, claimId }) => listTransitionsOf(db, { deskId: desk.deskId, claimIds: [claimId] }),
  readReport: async ({ db, desk, articleId }) => {
    const { readReport } = exportData;
    const scope = { deskId: desk.deskId, articleId, now: NOW };
    return [await readReport(db, scope, { kind: 'report' }), await readReport(db, scope, { kind: 'working_copy', states: CLAIM_STATES })];
  },
};

/** Exports that ask the database nothing, or only about people a scoped row already named. */
const NOT_READS = [
  // Inside a write, by the person whose it is.
  'findView',
  'partsOf',
  'standingOf',
  'linkSelect',
  'toChain',
  'originGroupSelect',
  'toOriginGroup',
  'claimSelect',
  'peopleOf',
  'toClaim',
  'toClaims',
  'toSource',
  'sourceSelect',
  'CLAIMS_PAGE',
  'findPeople',
  'nameOf',
  // A person's own, the same on every desk.
  'findPreferences',
  'toPreferences',
  'PREFERENCES_SELECT',
];

describe('reading', () => {
  it('is tested here for every function of every data file', () => {
    const files = [
      articlesData,
      attributionData,
      bearingData,
      claimsData,
      deskNoteData,
      exportData,
      listedData,
      peopleData,
      provenanceData,
      reliabilityData,
      queueData,
      recordsData,
      sourcePageData,
      reviewData,
      sourcesData,
      fixesData,
      viewsData,
    ];
    const names = files.flatMap((file) => Object.keys(file)).filter((name) => !NOT_READS.includes(name));
    expect(names.sort()).toEqual(Object.keys(READS).sort());
  });

  it.each(Object.entries(READS))('%s shows nothing of another desk, whoever’s ids it is given', async (_name, read) => {
    const { db, ours, theirs } = two;
    const foreign = await traces(db, theirs.desk.deskId, 'Theirs');
    const ask = (desk: TestDesk, about: typeof ours, claimId: string) =>
      read({
        db,
        desk,
        articleId: about.article.articleId,
        revisionId: about.article.revisionId,
        claimId,
        userId: about.desk.checker.userId,
        sourceId: about.claims[1]?.source?.id ?? '',
      });
    // Asked by its own desk first, so that nothing kept from that answer serves the other.
    const own = JSON.stringify(await ask(theirs.desk, theirs, theirs.claims[1]?.id ?? ''));
    expect(own, 'its own desk gets an answer').not.toBe('null');
    for (const claim of [...theirs.claims, theirs.deleted]) {
      const answer = JSON.stringify(await ask(ours.desk, theirs, claim.id)) ?? '';
      for (const trace of foreign) expect(answer).not.toContain(trace);
    }
    for (const claim of ours.claims) {
      const answer = JSON.stringify(await ask(ours.desk, ours, claim.id)) ?? '';
      for (const trace of foreign) expect(answer).not.toContain(trace);
    }
  });

  it('counts claims on another desk’s article for no source of ours', async () => {
    const { db, ours, theirs } = two;
    const found = await sourcesData.findSources(db, { deskId: ours.desk.deskId, articleId: theirs.article.articleId }, 'mayor');
    expect(found).toMatchObject([{ name: 'The Mayor', claimsHere: 0, claimsOnDesk: CLAIM_STATES.length }]);
  });
});

describe('writing', () => {
  const [DRAFT, SUBMITTED, , APPROVED] = [0, 1, 2, 3] as const;

  /** A scope whose permission table allows all: the desk must be kept by the write itself too. */
  const anything: typeof as = (db, actor, permission) => ({ ...as(db, actor, permission), permit: () => null });

  const sourceOf = (db: Database, { desk, claims }: Two['ours']) => recordOf(db, desk.admin, { id: claims[DRAFT]?.source?.id ?? '' });
  const versionOf = async (db: Database, side: Two['ours']) => toSourceVersion(await sourceOf(db, side));

  /** Every write about a claim or a source, as our administrator, at another desk’s. A new permission must be added here. */
  const WRITES: Readonly<Partial<Record<Permission, readonly ((two: Two) => Promise<unknown>)[]>>> = {
    'claim.create': [
      ({ db, ours, theirs }) => claimMutations.createClaim(anything(db, ours.desk.admin, 'claim.create'), toCreateInput(theirs.article)),
      ({ db, ours, theirs }) =>
        claimMutations.createClaim(
          anything(db, ours.desk.admin, 'claim.create'),
          toCreateInput(ours.article, { source: { id: theirs.claims[DRAFT]?.source?.id ?? '' } }),
        ),
    ],
    'claim.edit': [
      ({ db, ours, theirs }) =>
        claimMutations.editClaim(
          anything(db, ours.desk.admin, 'claim.edit'),
          toEditInput(theirs.claims[DRAFT] as never, { note: 'Ours now.' }),
        ),
      ({ db, ours, theirs }) =>
        claimMutations.editClaim(
          anything(db, ours.desk.admin, 'claim.edit'),
          toEditInput(ours.claims[DRAFT] as never, { source: { id: theirs.claims[DRAFT]?.source?.id ?? '' } }),
        ),
    ],
    'claim.delete': [
      ({ db, ours, theirs }) =>
        claimMutations.deleteClaim(anything(db, ours.desk.admin, 'claim.delete'), toVersion(theirs.claims[DRAFT] as never)),
      ({ db, ours, theirs }) => claimMutations.restoreClaim(anything(db, ours.desk.admin, 'claim.delete'), toVersion(theirs.deleted)),
    ],
    'claim.submit': [
      ({ db, ours, theirs }) => {
        const claims = [theirs.claims[DRAFT]].map((claim) => ({ id: claim?.id ?? '', version: claim?.version ?? 0 }));
        return reviewMutations.submitClaims(anything(db, ours.desk.admin, 'claim.submit'), {
          key: newKey(),
          articleId: theirs.article.articleId,
          claims,
        });
      },
    ],
    'claim.withdraw': [
      ({ db, ours, theirs }) =>
        reviewMutations.moveClaim(
          anything(db, ours.desk.admin, 'claim.withdraw'),
          'withdraw',
          toVersion(theirs.claims[SUBMITTED] as never),
        ),
    ],
    'claim.approve': [
      ({ db, ours, theirs }) =>
        reviewMutations.moveClaim(anything(db, ours.desk.admin, 'claim.approve'), 'approve', toVersion(theirs.claims[SUBMITTED] as never)),
      ({ db, ours, theirs }) =>
        reviewMutations.fixAndApprove(
          anything(db, ours.desk.admin, 'claim.approve'),
          toEditInput(theirs.claims[SUBMITTED] as never, { note: 'Ours now.' }),
        ),
    ],
    'claim.return': [
      ({ db, ours, theirs }) =>
        reviewMutations.moveClaim(anything(db, ours.desk.admin, 'claim.return'), 'return', {
          ...toVersion(theirs.claims[SUBMITTED] as never),
          reason: 'No.',
        }),
    ],
    'claim.reject': [
      ({ db, ours, theirs }) =>
        reviewMutations.moveClaim(anything(db, ours.desk.admin, 'claim.reject'), 'reject', {
          ...toVersion(theirs.claims[SUBMITTED] as never),
          reason: 'No.',
        }),
    ],
    'claim.undo_decision': [
      ({ db, ours, theirs }) =>
        reviewMutations.undoDecision(anything(db, ours.desk.admin, 'claim.undo_decision'), toVersion(theirs.claims[APPROVED] as never)),
    ],
    'article.edit': [
      ({ db, ours, theirs }) =>
        setTopic(anything(db, ours.desk.admin, 'article.edit'), {
          key: newKey(),
          articleId: theirs.article.articleId,
          version: 2,
          topic: 'Ours',
        }),
    ],
    'desk_note.edit': [
      ({ db, ours, theirs }) =>
        saveDeskNote(anything(db, ours.desk.admin, 'desk_note.edit'), {
          key: newKey(),
          claimId: theirs.claims[DRAFT]?.id ?? '',
          version: 1,
          text: 'Ours now.',
        }),
    ],
    'source.edit': [
      async ({ db, ours, theirs }) =>
        sourceMutations.editSource(
          anything(db, ours.desk.admin, 'source.edit'),
          toEditSource(await sourceOf(db, theirs), { role: 'Ours' }),
        ),
      async ({ db, ours, theirs }) => {
        const record = await sourceOf(db, ours);
        const parentId = (await sourceOf(db, theirs)).id;
        return sourceMutations.editSource(anything(db, ours.desk.admin, 'source.edit'), toEditSource(record, { parentId }));
      },
      async ({ db, ours, theirs }) =>
        sourceMutations.addAlias(anything(db, ours.desk.admin, 'source.edit'), { ...(await versionOf(db, theirs)), alias: 'Ours now' }),
      async ({ db, ours, theirs }) =>
        sourceMutations.removeAlias(anything(db, ours.desk.admin, 'source.edit'), { ...(await versionOf(db, theirs)), aliasId: newId() }),
    ],
    'source.grade': [
      async ({ db, ours, theirs }) => {
        const input = { ...(await versionOf(db, theirs)), grade: 'A', reason: 'Ours now.' } as const;
        return sourceMutations.gradeSource(anything(db, ours.desk.admin, 'source.grade'), input);
      },
    ],
    'source.merge': [
      async ({ db, ours, theirs }) => {
        const into = await sourceOf(db, ours);
        const input = { ...(await versionOf(db, theirs)), intoId: into.id, intoVersion: into.version };
        return merging.mergeSource(anything(db, ours.desk.admin, 'source.merge'), input);
      },
      async ({ db, ours, theirs }) => {
        const into = await sourceOf(db, theirs);
        const input = { ...(await versionOf(db, ours)), intoId: into.id, intoVersion: into.version };
        return merging.mergeSource(anything(db, ours.desk.admin, 'source.merge'), input);
      },
      async ({ db, ours, theirs }) => merging.splitSource(anything(db, ours.desk.admin, 'source.merge'), await versionOf(db, theirs)),
    ],
    'source.retract': [
      async ({ db, ours, theirs }) => {
        const input = { ...(await versionOf(db, theirs)), reason: 'Ours now.' };
        return sourceMutations.retractSource(anything(db, ours.desk.admin, 'source.retract'), input);
      },
      async ({ db, ours, theirs }) =>
        sourceMutations.unretractSource(anything(db, ours.desk.admin, 'source.retract'), await versionOf(db, theirs)),
    ],
  };

  it('is tested here for every permission to write about an article, a claim or a source', () => {
    expect(Object.keys(WRITES).sort()).toEqual(
      Object.keys(PERMISSIONS)
        .filter((name) => /^(claim|desk_note|source)\.|^article\.edit$/.test(name) && !name.endsWith('.view'))
        .sort(),
    );
  });

  it.each(Object.entries(WRITES))('%s finds nothing on another desk and changes nothing there', async (_name, writes) => {
    const tables = [
      'Article',
      'Revision',
      'Source',
      'SourceAlias',
      'SourceGrade',
      'Claim',
      'DeskNote',
      'ClaimSpan',
      'Transition',
      'AuditEvent',
      'IdempotencyKey',
    ];
    const snapshot = () => Promise.all(tables.map((table) => two.db.rows(`SELECT * FROM "${table}" ORDER BY 1, 2`, [])));
    const before = await snapshot();
    for (const write of writes) expect(await write(two)).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } });
    expect(await snapshot()).toEqual(before);
  });

  it('gives a source of the same name to each desk', async () => {
    const { db } = two;
    expect(await db.read.source.findMany({ where: { name: 'The Mayor' }, select: { deskId: true }, distinct: ['deskId'] })).toHaveLength(2);
  });
});
