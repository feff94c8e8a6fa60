import * as periodData from '@/lib/agreement/period/data';
import * as articlesData from '@/lib/articles/data';
import * as assignmentsData from '@/lib/assignments/data';
import type { Sight } from '@/lib/assignments/sight';
import * as attributionData from '@/lib/attribution/data';
import * as changesData from '@/lib/claims/changes/data';
import { CLAIM_STATES } from '@/lib/claims/claim-state';
import * as claimsData from '@/lib/claims/data';
import * as deskNoteData from '@/lib/claims/desk-note/data';
import * as goneData from '@/lib/claims/gone/data';
import * as listedData from '@/lib/claims/listed/data';
import * as tallyData from '@/lib/claims/tally/data';
import * as versionsData from '@/lib/claims/versions/data';
import * as commentsData from '@/lib/comments/data';
import * as noticesData from '@/lib/comments/notices/data';
import type { Database } from '@/lib/db/database';
import * as exportData from '@/lib/export/data';
import * as exportChangesData from '@/lib/export/many/changes/data';
import * as manyExportData from '@/lib/export/many/data';
import * as figuresData from '@/lib/figures/data';
import { STEP_KINDS } from '@/lib/figures/schema';
import { withoutPause } from '@/lib/kernel/pause';
import * as mailData from '@/lib/mail/data';
import * as peopleData from '@/lib/people/data';
import * as mailChoiceData from '@/lib/people/mail-choice/data';
import * as provenanceData from '@/lib/provenance/data';
import * as publicationData from '@/lib/publication/data';
import * as calibrationData from '@/lib/reliability/calibration/data';
import * as reliabilityData from '@/lib/reliability/data';
import * as recordsData from '@/lib/reliability/records/data';
import * as sourcePageData from '@/lib/reliability/source-page/data';
import { WHOLE } from '@/lib/report/choices';
import * as reportData from '@/lib/report/data';
import * as houseData from '@/lib/report/house/data';
import { WITHHELD } from '@/lib/report/withheld';
import * as adjudicatingData from '@/lib/review/adjudicating/data';
import * as outcomesData from '@/lib/review/adjudicating/outcomes/data';
import * as bearingData from '@/lib/review/bearing/data';
import * as reviewData from '@/lib/review/data';
import * as fixesData from '@/lib/review/fixes/data';
import * as queueData from '@/lib/review/queue/data';
import { QUEUE_SORTS } from '@/lib/review/queue/order';
import { QUEUE_AGES } from '@/lib/review/queue-choices';
import * as reasonsData from '@/lib/review/return-reasons/data';
import type { QueueFilter } from '@/lib/review/schema';
import { toFinder } from '@/lib/review/search/data';
import * as viewsData from '@/lib/review/views/data';
import * as workloadData from '@/lib/review/workload/data';
import * as searchData from '@/lib/search/data';
import { parseQuery } from '@/lib/search/words';
import * as sourcesData from '@/lib/sources/data';
import * as trailData from '@/lib/trail/data';
import { TRAIL_KINDS } from '@/lib/trail/entry';
import type { TestDesk } from '../../factories/people';

const { findArticle, findRevisionText } = articlesData;
const { findClaim, findClaimResource, listClaims } = claimsData;
const { countClaimsIn, listArticles, listQueue, listQueueOptions, listReturned, listTransitions, listTransitionsOf } = reviewData;

export type Asked = {
  readonly db: Database;
  readonly desk: TestDesk;
  readonly sight: Sight;
  readonly articleId: string;
  readonly revisionId: string;
  readonly claimId: string;
  readonly userId: string;
  readonly sourceId: string;
};

const NOW = new Date('2026-12-01T00:00:00.000Z');
const ALL_DAYS = { from: 0, to: 40_000 };
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

/** A search for each of these words, which the tests' claims, articles and sources hold. */
function everyWord<Found>(search: (wanted: { terms: ReturnType<typeof parseQuery>; after: null; limit: number }) => Promise<Found>) {
  const words = ['mayor', 'secret', 'somebody', 'agency', 'note', 'only', 'said'];
  return Promise.all(words.map((word) => search({ terms: parseQuery(word), after: null, limit: 100 })));
}

/** Every read of every data file, asked for `desk` about ids that may be anybody's. A new one must be added here. */
export const READS: Readonly<Record<string, (asked: Asked) => Promise<unknown>>> = {
  findArticle: ({ db, desk, articleId }) => findArticle(db, { deskId: desk.deskId, articleId }),
  findArticleResource: ({ db, desk, articleId }) => articlesData.findArticleResource(db, { deskId: desk.deskId, articleId }),
  listTopics: ({ db, desk }) => articlesData.listTopics(db, { deskId: desk.deskId }),
  findPublication: ({ db, desk, sight, articleId }) => publicationData.findPublication(db, { deskId: desk.deskId, sight, articleId }),
  findPublicPath: ({ db, desk, sight, articleId }) =>
    publicationData.findPublicPath(db, { deskId: desk.deskId, sight, articleId, now: NOW }),
  findPublicationResource: ({ db, desk, articleId }) => publicationData.findPublicationResource(db, { deskId: desk.deskId, articleId }),
  listPublications: ({ db, desk, sight }) => publicationData.listPublications(db, { deskId: desk.deskId, sight }),
  readDraft: ({ db, desk, sight, articleId }) => publicationData.readDraft(db, { deskId: desk.deskId, sight, articleId, now: NOW }),
  findLastChoices: ({ db, desk, sight, articleId }) => publicationData.findLastChoices(db, { deskId: desk.deskId, sight, articleId }),
  findRevisionText: ({ db, desk, revisionId }) => findRevisionText(db, { deskId: desk.deskId, revisionId }),
  listClaims: ({ db, desk, sight, articleId }) => listClaims(db, { sight, deskId: desk.deskId, articleId }),
  listClaimsOf: ({ db, desk, sight, articleId }) => claimsData.listClaimsOf(db.read, { sight, deskId: desk.deskId, articleId }),
  listOriginGroups: ({ db, desk, sight, articleId }) =>
    attributionData.listOriginGroups(db.read, { sight, deskId: desk.deskId, articleId }),
  findOriginGroupDesk: async ({ db, desk, articleId }) => {
    const { id } = await db.read.originGroup.findFirstOrThrow({ where: { articleId }, select: { id: true } });
    return attributionData.findOriginGroupDesk(db, { deskId: desk.deskId, groupId: id });
  },
  findClaim: ({ db, desk, sight, claimId }) => findClaim(db, { sight, deskId: desk.deskId, claimId }),
  findClaimResource: ({ db, desk, claimId }) => findClaimResource(db, { deskId: desk.deskId, claimId }),
  findDeskNote: ({ db, desk, sight, claimId }) => deskNoteData.findDeskNote(db.read, { sight, deskId: desk.deskId, claimId }),
  findSources: ({ db, desk, sight, articleId }) =>
    Promise.all(['', 'mayor', 'theirs', '%'].map((query) => sourcesData.findSources(db, { sight, deskId: desk.deskId, articleId }, query))),
  listSources: ({ db, desk, sight, articleId }) =>
    Promise.all(
      ['', 'mayor', '%'].map((query) => sourcesData.listSources(db, { sight, deskId: desk.deskId, articleId }, { query, limit: 50 })),
    ),
  findSource: ({ db, desk, sourceId }) => sourcesData.findSource(db.read, { deskId: desk.deskId, sourceId }),
  findSourceResource: ({ db, desk, sourceId }) => sourcesData.findSourceResource(db, { deskId: desk.deskId, sourceId }),
  listLeaning: ({ db, desk, sight, sourceId }) => sourcesData.listLeaning(db, { sight, deskId: desk.deskId, sourceId }),
  listSourceSteps: ({ db, desk, sourceId }) => sourcesData.listSourceSteps(db, { deskId: desk.deskId, sourceId }),
  countLeaning: ({ db, desk, sight, sourceId }) => sourcePageData.countLeaning(db, { sight, deskId: desk.deskId, sourceId }),
  listLeaningClaims: ({ db, desk, sight, sourceId }) =>
    sourcePageData.listLeaningClaims(db, { sight, deskId: desk.deskId, sourceId }, null),
  listBehind: ({ db, desk, sight, sourceId }) => sourcePageData.listBehind(db, { sight, deskId: desk.deskId, sourceId }),
  listOriginMemberships: ({ db, desk, sight, sourceId }) =>
    sourcePageData.listOriginMemberships(db, { sight, deskId: desk.deskId, sourceId }),
  listPresentations: async ({ db, desk, sight }) => [...(await reliabilityData.listPresentations(db, { sight, deskId: desk.deskId }))],
  countSourceless: async ({ db, desk, sight, articleId }) => [
    ...(await reliabilityData.countSourceless(db, { sight, deskId: desk.deskId, articleId })),
  ],
  listArticlesWithClaims: ({ db, desk, sight }) => reliabilityData.listArticlesWithClaims(db, { sight, deskId: desk.deskId }),
  readRecords: async ({ db, desk, sight, sourceId }) => {
    const { places, ...records } = await recordsData.readRecords(db, { sight, deskId: desk.deskId, sourceId }, 'record', {
      articles: [],
      topics: [],
    });
    return [records, [...places]];
  },
  readRecordClaims: ({ db, desk, sight, articleId }) => recordsData.readRecordClaims(db, { sight, deskId: desk.deskId, articleId }),
  readForecasts: async ({ db, desk, sight }) => [
    ...(await calibrationData.readForecasts(db, { deskId: desk.deskId, sight }, undefined, new Map())),
  ],
  readLastEvent: ({ db }) => calibrationData.readLastEvent(db),
  listForecastClaims: ({ db, desk, sight, claimId }) => calibrationData.listForecastClaims(db, { deskId: desk.deskId, sight }, [claimId]),
  listLeaningIds: async ({ db, desk, sight, sourceId }) => [
    ...(await sourcePageData.listLeaningIds(db, { sight, deskId: desk.deskId, sourceId })),
  ],
  listGradedClaims: ({ db, desk, sight }) => reliabilityData.listGradedClaims(db, { sight, deskId: desk.deskId }),
  listCheckedArticles: ({ db, desk, sight, sourceId }) =>
    sourcePageData.listCheckedArticles(db, { sight, deskId: desk.deskId, sourceId }, ['named_person', 'author']),
  readSourcing: ({ db, desk, sight, articleId }) => provenanceData.readSourcing(db, { sight, deskId: desk.deskId, articleId }),
  listQuotes: ({ db, desk, sight, articleId, claimId }) =>
    provenanceData.listQuotes(db, { sight, deskId: desk.deskId, articleId }, [claimId]),
  listQueue: (asked) => Promise.all(FILTERS.map((filter) => listQueue(asked.db, { deskId: asked.desk.deskId, now: NOW }, filter(asked)))),
  searchClaims: ({ db, desk, sight }) =>
    everyWord((wanted) => searchData.searchClaims(db, toFinder(db, { deskId: desk.deskId, sight }), wanted)),
  searchArticles: ({ db, desk, sight }) =>
    everyWord((wanted) => searchData.searchArticles(db, toFinder(db, { deskId: desk.deskId, sight }), wanted)),
  searchSources: ({ db, desk, sight }) =>
    everyWord((wanted) => searchData.searchSources(db, toFinder(db, { deskId: desk.deskId, sight }), wanted)),
  findQueuePage: (asked) =>
    Promise.all(FILTERS.map((filter) => queueData.findQueuePage(asked.db, { deskId: asked.desk.deskId, now: NOW }, filter(asked)))),
  countQueue: (asked) =>
    Promise.all(FILTERS.map((filter) => queueData.countQueue(asked.db, { deskId: asked.desk.deskId, now: NOW }, filter(asked)))),
  listLongest: ({ db, desk }) => queueData.listLongest(db, { deskId: desk.deskId, kind: 'article', max: 10 }),
  readListed: ({ db, desk, sight, claimId }) => listedData.readListed(db, { sight, deskId: desk.deskId, claimIds: [claimId] }),
  listFixes: ({ db, desk, userId }) => fixesData.listFixes(db, { deskId: desk.deskId, userId, now: NOW }),
  listViews: ({ db, desk, userId }) => viewsData.listViews(db, { deskId: desk.deskId, userId }),
  findBearings: async ({ db, desk, sight, claimId }) => {
    const { deskId } = await db.read.claim.findUniqueOrThrow({ where: { id: claimId }, select: { deskId: true } });
    const claim = await findClaim(db, { sight, deskId, claimId });
    return [...(await bearingData.findBearings(db, { deskId: desk.deskId, claims: claim === null ? [] : [claim] }))];
  },
  countByDay: ({ db, desk, sight }) => tallyData.countByDay(db, { deskId: desk.deskId, sight }, ALL_DAYS),
  countByList: ({ db, desk, sight }) => tallyData.countByList(db, { deskId: desk.deskId, sight }, ALL_DAYS),
  listTally: ({ db, desk, sight, userId }) =>
    Promise.all(
      ['', userId].map((ref) =>
        tallyData.listTally(
          db,
          { deskId: desk.deskId, sight },
          { lists: [{ kind: 'made', ref }], days: ALL_DAYS, after: null, limit: 100 },
        ),
      ),
    ),
  listWaits: ({ db, desk, sight }) => tallyData.listWaits(db, { deskId: desk.deskId, sight }, '0', ALL_DAYS),
  // The id that was asked for comes back; what must not is whose it is.
  readThroughput: ({ db, desk, sight, userId }) =>
    Promise.all(
      [null, userId].map(async (personId) => {
        const { person, ...told } = await figuresData.readThroughput(
          db,
          { deskId: desk.deskId, sight },
          { ...ALL_DAYS, by: 'month' },
          personId,
        );
        return [told, person?.name];
      }),
    ),
  listChecked: ({ db, desk, sight }) =>
    periodData.listChecked(db, { deskId: desk.deskId, sight }, { from: new Date(0), to: new Date('2100-01-01T00:00:00.000Z') }),
  readJudgements: async ({ db, desk, sight, articleId }) => [
    ...(await periodData.readJudgements(
      db,
      { deskId: desk.deskId, sight },
      new Map([[articleId, '']]),
      { pause: withoutPause, tell: () => {} },
      new Map(),
    )),
  ],
  readStates: async ({ db, desk, sight, articleId }) => [
    ...(await periodData.readStates(db, { deskId: desk.deskId, sight }, [articleId], withoutPause)),
  ],
  listCompared: ({ db, desk, sight }) => figuresData.listCompared(db, { deskId: desk.deskId, sight }, { ...ALL_DAYS, by: 'month' }),
  readWaiting: async ({ db, desk }) => {
    const { classes, ...waiting } = await figuresData.readWaiting(db, { deskId: desk.deskId, now: NOW });
    return [waiting, [...classes]];
  },
  listSteps: ({ db, desk, sight, userId }) =>
    Promise.all(
      [...STEP_KINDS.map((what) => ({ what })), { what: 'made' as const, person: userId }].map(async (filter) => {
        const scope = { deskId: desk.deskId, sight, now: NOW };
        const asked = { filter, period: { ...ALL_DAYS, by: 'month' as const }, after: null };
        const { filter: _, person, ...told } = await figuresData.listSteps(db, scope, asked);
        return [told, person?.name];
      }),
    ),
  listReturned: ({ db, desk, userId }) => listReturned(db, { deskId: desk.deskId, userId }),
  countClaimsIn: ({ db, desk, sight, userId }) =>
    Promise.all(CLAIM_STATES.map((state) => countClaimsIn(db, { sight, deskId: desk.deskId, state, createdById: userId }))),
  listArticles: ({ db, desk, sight }) => listArticles(db, { sight, deskId: desk.deskId }),
  readAdjudicated: async ({ db, desk, sight, articleId, revisionId }) => {
    const { comparisons, kept, people } = await adjudicatingData.readAdjudicated(
      db.read,
      { sight, deskId: desk.deskId, articleId },
      revisionId,
    );
    return [...comparisons, ...kept, ...people];
  },
  findAdjudication: async ({ db, desk, sight, articleId }) => {
    const found = await adjudicatingData.findAdjudication(db, { sight, deskId: desk.deskId, articleId });
    return found?.adjudicated.comparisons ?? null;
  },
  findLatestRevision: ({ db, desk, articleId }) => adjudicatingData.findLatestRevision(db, { deskId: desk.deskId, articleId }),
  findAdjudicationResource: ({ db, desk, articleId }) => adjudicatingData.findAdjudicationResource(db, { deskId: desk.deskId, articleId }),
  listAdjudicating: async ({ db, desk, sight }) => [...(await adjudicatingData.listAdjudicating(db, { sight, deskId: desk.deskId }))],
  listOutcomes: ({ db, desk, sight, userId, articleId }) =>
    outcomesData.listOutcomes(db, { sight, deskId: desk.deskId, userId, articleId, since: new Date(0) }),
  listQueueOptions: ({ db, desk }) => listQueueOptions(db, { deskId: desk.deskId }),
  listTransitions: ({ db, desk, sight, articleId }) => listTransitions(db, { sight, deskId: desk.deskId, articleId }),
  listTransitionsOf: ({ db, desk, sight, claimId }) => listTransitionsOf(db, { sight, deskId: desk.deskId, claimIds: [claimId] }),
  listWanted: ({ db, desk, sight }) => manyExportData.listWanted(db, { deskId: desk.deskId, sight }),
  listExportChanges: ({ db, desk, sight }) =>
    exportChangesData.listExportChanges(
      db,
      { deskId: desk.deskId, sight, since: new Date(0), now: NOW },
      { format: 'zip', choices: { ...WHOLE, withheld: WITHHELD } },
    ),
  readReport: async ({ db, desk, sight, articleId }) => {
    const { readReport } = exportData;
    const scope = { deskId: desk.deskId, articleId, now: NOW };
    return [
      await readReport(db, { ...scope, sight }, { kind: 'report' }),
      await readReport(db, { ...scope, sight }, { kind: 'working_copy', states: CLAIM_STATES }),
    ];
  },
  readSender: ({ db, desk }) => exportData.readSender(db, { deskId: desk.deskId }),
  listChanges: async ({ db, desk, sight, articleId }) => {
    const until = await changesData.findSeq(db);
    return changesData.listChanges(db, { deskId: desk.deskId, articleId, sight }, { since: 0, until });
  },
  findGoneClaim: async ({ db, desk, sight, articleId, claimId }) => [
    await goneData.findGoneClaim(db, { deskId: desk.deskId, articleId, sight, reference: { id: claimId } }),
  ],
  isSourceHidden: ({ db, desk, sight, sourceId }) => sourcesData.isSourceHidden(db, { deskId: desk.deskId, sourceId, sight }),
  countWaiting: ({ db, desk }) => reviewData.countWaiting(db, { deskId: desk.deskId }),
  findAssignment: ({ db, desk, articleId }) => assignmentsData.findAssignment(db.read, { deskId: desk.deskId, articleId }),
  listAssignments: ({ db, desk }) => assignmentsData.listAssignments(db, { deskId: desk.deskId }),
  listBlind: async ({ db, desk }) => [...(await assignmentsData.listBlind(db, { deskId: desk.deskId }))],
  findSight: async ({ db, desk, userId }) => {
    const { limited } = await assignmentsData.findSight(db, { deskId: desk.deskId, userId, seesThrough: false });
    return [...limited];
  },
  findDiscussion: async ({ db, desk, sight, claimId }) => [
    await commentsData.findDiscussion(db, { deskId: desk.deskId, claimId, sight }).then((found) => found?.threads ?? null),
  ],
  listTalked: async ({ db, desk, sight, articleId }) => {
    const until = await changesData.findSeq(db);
    return commentsData.listTalked(db, { deskId: desk.deskId, articleId, sight }, { since: 0, until });
  },
  findCommentResource: async ({ db, desk, claimId }) => {
    const { id } = (await db.read.comment.findFirst({ where: { claimId }, select: { id: true } })) ?? { id: claimId };
    return [await commentsData.findCommentResource(db, { deskId: desk.deskId, commentId: id })];
  },
  listNotices: ({ db, desk, sight, userId }) => noticesData.listNotices(db, { deskId: desk.deskId, userId, sight, now: new Date() }),
  listKnownNames: ({ db, desk, sight, articleId }) => reportData.listKnownNames(db, { deskId: desk.deskId, sight, articleId }),
  findHouse: ({ db, desk }) => houseData.findHouse(db.read, { deskId: desk.deskId }),
  findReturnReasons: ({ db, desk }) => reasonsData.findReturnReasons(db.read, { deskId: desk.deskId }),
  countByPerson: ({ db, desk, sight }) => workloadData.countByPerson(db, { deskId: desk.deskId, sight }),
  listInherited: ({ db, desk, userId }) => assignmentsData.listInherited(db, { deskId: desk.deskId, userId }),
  listColleagues: ({ db, desk }) => assignmentsData.listColleagues(db.read, { deskId: desk.deskId }),
  listOpen: ({ db, desk }) => assignmentsData.listOpen(db, { deskId: desk.deskId }),
  findRestorable: ({ db, desk, claimId }) => versionsData.findRestorable(db, { deskId: desk.deskId, claimId }),
  findTrailClaim: async ({ db, desk, sight, claimId }) => {
    const { resource: _, ...found } = (await trailData.findTrailClaim(db, { deskId: desk.deskId, sight, claimId })) ?? { resource: null };
    return [found];
  },
  listClaimTrail: async ({ db, desk, sight, claimId }) => {
    const claim = await trailData.findTrailClaim(db, { deskId: desk.deskId, sight, claimId });
    return claim === null ? [] : (await trailData.listClaimTrail(db, { deskId: desk.deskId, sight, claim, notes: true }, null)).entries;
  },
  listArticleTrail: async ({ db, desk, sight, articleId }) => {
    const scope = { deskId: desk.deskId, sight, articleId, notes: true };
    const kinds = [null, ...TRAIL_KINDS];
    const pages = await Promise.all(kinds.map((kind) => trailData.listArticleTrail(db, scope, { personId: null, kind }, null)));
    return pages.flatMap(({ entries }) => entries);
  },
  readOutbox: async ({ db, desk }) => [await mailData.readOutbox(db, { deskId: desk.deskId }).then(({ failed }) => failed)],
  listUntouched: ({ db, desk }) => assignmentsData.listUntouched(db, { deskId: desk.deskId }, 10),
};

/** The files they are of. */
export const READ_FILES = [
  mailData,
  mailChoiceData,
  trailData,
  versionsData,
  searchData,
  fixesData,
  listedData,
  queueData,
  tallyData,
  periodData,
  figuresData,
  viewsData,
  articlesData,
  attributionData,
  bearingData,
  claimsData,
  deskNoteData,
  exportData,
  exportChangesData,
  manyExportData,
  peopleData,
  provenanceData,
  publicationData,
  reliabilityData,
  recordsData,
  calibrationData,
  sourcePageData,
  reviewData,
  adjudicatingData,
  outcomesData,
  sourcesData,

  assignmentsData,
  reportData,
  houseData,
  reasonsData,
  commentsData,
  noticesData,
  workloadData,
  changesData,
  goneData,
];

/** Exports that ask the database nothing, or only about people a scoped row already named. */
export const NOT_READS = [
  // A number.
  'findLastEvent',
  // No read at all.
  'sha256',
  // Of the whole database, or of claims that were looked up.
  'workOutSteps',
  'isSameStep',
  'byClaim',
  'STORED_STEPS',
  'checkTally',
  'checkTallyCounts',
  'STEPS_PAGE',
  'COMPARED_MAX',
  // Inside a write, by the person whose it is.
  'findView',
  // By the tags of a scoped row.
  'findSourcesOf',
  'toDescribed',
  'partsOf',
  'standingOf',
  'toEditors',
  'linkSelect',
  'toChain',
  'originGroupSelect',
  'toOriginGroup',
  'claimSelect',
  'resourceSelect',
  'toResource',
  'toKept',
  // Inside a write, of an article that it looked up itself.
  'readAdjudicationResource',
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
  'findMailChoice',
  // Of the outbox: for nobody who asks, but for the runner that sends it.
  'findLetter',
  'isMailOn',
  'listDueMails',
  'toPreferences',
  'PREFERENCES_SELECT',
  // Of a claim's article, whichever desk: what the permission table is asked with.
  // A person's own on their desk.
  'findReading',
  'findChecking',
  'findCheckingIn',
  // Inside a write, of an article or a person that it looked up itself.
  'readChecking',
  'countUnsubmitted',
  'listUnfinished',
  // Of the whole database.
  'findSeq',
  'hasAccountChange',
  'CHANGES_MAX',
];
