import { describe, expect, it } from 'vitest';
import * as articleMutations from '@/lib/articles/mutations';
import * as handingOn from '@/lib/assignments/handing-on/mutations';
import * as assignmentMutations from '@/lib/assignments/mutations';
import { SEES_ALL } from '@/lib/assignments/sight';
import * as accountMutations from '@/lib/auth/mutations';
import * as sessions from '@/lib/auth/session';
import { CLAIM_STATES } from '@/lib/claims/claim-state';
import * as deskNoteMutations from '@/lib/claims/desk-note/mutations';
import * as merging from '@/lib/claims/merging/mutations';
import * as claimMutations from '@/lib/claims/mutations';
import * as originGroupMutations from '@/lib/claims/origin-groups/mutations';
import * as versionMutations from '@/lib/claims/versions/mutations';
import * as commentMutations from '@/lib/comments/mutations';
import * as noticeMutations from '@/lib/comments/notices/mutations';
import type { Database } from '@/lib/db/database';
import { readReport } from '@/lib/export/data';
import { findLastEvent, listExportChanges } from '@/lib/export/many/changes/data';
import { newId } from '@/lib/kernel/ids';
import type { Result } from '@/lib/kernel/result';
import * as mailChoiceMutations from '@/lib/people/mail-choice/mutations';
import * as preferenceMutations from '@/lib/people/mutations';
import { findPublicPath } from '@/lib/publication/data';
import * as publicationMutations from '@/lib/publication/mutations';
import { WHOLE } from '@/lib/report/choices';
import * as houseMutations from '@/lib/report/house/mutations';
import { toBase64 } from '@/lib/report/house/picture';
import * as finishing from '@/lib/review/adjudicating/finishing/mutations';
import * as adjudicating from '@/lib/review/adjudicating/mutations';
import * as reviewMutations from '@/lib/review/mutations';
import * as reasonMutations from '@/lib/review/return-reasons/mutations';
import { FIRST_REASONS } from '@/lib/review/return-reasons/return-reason';
import * as viewMutations from '@/lib/review/views/mutations';
import * as sampleMutations from '@/lib/sample/mutations';
import * as sourceMutations from '@/lib/sources/mutations';
import { TRAIL_PREFIXES } from '@/lib/trail/entry';
import { isWorded } from '@/lib/trail/event-words';
import { adjudicationOf, checkTwice, decide, finish } from '../../factories/adjudications';
import type { TestArticle } from '../../factories/articles';
import { assign, handInCheck, take, toAssignmentInput } from '../../factories/assignments';
import { createTestClaimIn, toCreateInput, toEditInput, toVersion, valueOf } from '../../factories/claims';
import { say, toCommentVersion } from '../../factories/comments';
import { as, newKey, type TestDesk } from '../../factories/people';
import { aLogo } from '../../factories/pictures';
import { OPEN, publish } from '../../factories/publications';
import { createTestSource, recordOf, toEditSource, toSourceVersion } from '../../factories/sources';
import { useDesk } from '../use-database';

type Stage = { readonly db: Database; readonly desk: TestDesk; readonly article: TestArticle };
type Case = {
  readonly arrange?: (stage: Stage) => Promise<unknown>;
  readonly act: (stage: Stage, arranged: never) => Promise<Result<unknown>>;
  readonly events: readonly string[];
};

const submitted = ({ db, desk, article }: Stage) => createTestClaimIn(db, desk, article, 'submitted');
type Claim = Awaited<ReturnType<typeof submitted>>;

async function published({ db, desk, article }: Stage) {
  await createTestClaimIn(db, desk, article, 'approved');
  const { articleId, version } = valueOf(await publish(db, desk.editor, article.articleId));
  return { key: newKey(), articleId, version };
}
type Published = Awaited<ReturnType<typeof published>>;

/** A publication with an edition before its newest, as it is named for closing that. */
async function corrected(stage: Stage) {
  await published(stage);
  const choices = { ...WHOLE, withheld: ['people'] as const };
  const { version } = valueOf(await publish(stage.db, stage.desk.editor, stage.article.articleId, { choices }));
  return { key: newKey(), articleId: stage.article.articleId, version, number: 1 };
}
type Corrected = Awaited<ReturnType<typeof corrected>>;

async function account({ db, desk }: Stage) {
  const user = { deskId: desk.deskId, email: 'a@example.org', name: 'A', role: 'checker', password: 'long enough 1' } as const;
  return valueOf(await accountMutations.createUser(db, user));
}

/** A source of the desk, and another to merge it into. */
async function aSource({ db, desk }: Stage) {
  const [one, other] = [await createTestSource(db, desk.checker, 'Reuters'), await createTestSource(db, desk.checker, 'The agency')];
  return { record: await recordOf(db, desk.checker, one), other: await recordOf(db, desk.checker, other) };
}
type Sources = Awaited<ReturnType<typeof aSource>>;

function toMerge({ record, other }: Sources) {
  return { ...toSourceVersion(record), intoId: other.id, intoVersion: other.version };
}

async function aGroup({ db, desk, article }: Stage) {
  const source = await createTestSource(db, desk.checker, 'Reuters');
  const scope = as(db, desk.checker, 'origin_group.edit');
  return valueOf(
    await originGroupMutations.saveOriginGroup(scope, {
      key: newKey(),
      groupId: newId(),
      articleId: article.articleId,
      version: 0,
      name: 'One story',
      sourceIds: [source.id],
      reason: '',
      attested: null,
    }),
  );
}
type Group = Awaited<ReturnType<typeof aGroup>>;

function toGroupVersion({ id, version }: { readonly id: string; readonly version: number }) {
  return { key: newKey(), groupId: id, version };
}

const aComment = async (stage: Stage) => valueOf(await say(stage.db, stage.desk.editor, await submitted(stage), 'Why?'));
type Comment = Awaited<ReturnType<typeof aComment>>;

async function compared({ db, desk, article }: Stage): Promise<Compared> {
  await checkTwice(db, desk, article, [[{}], [{}]]);
  return (await adjudicationOf(db, desk, article)).comparisons[0] as Compared;
}
type Compared = Awaited<ReturnType<typeof adjudicationOf>>['comparisons'][number];

const taken = async ({ db, desk }: Stage) => valueOf(await take(db, desk.checker));
type Taken = { readonly articleId: string; readonly version: number };

/** Every function that writes, the events it leaves behind, in order. A new one must be added here. */
const MUTATIONS: Readonly<Record<string, readonly Case[]>> = {
  createDesk: [{ act: ({ db }) => accountMutations.createDesk(db, 'Second'), events: ['desk.created'] }],
  createUser: [
    {
      act: ({ db, desk }) =>
        accountMutations.createUser(db, {
          deskId: desk.deskId,
          email: 'b@example.org',
          name: 'B',
          role: 'admin',
          password: 'long enough 2',
        }),
      events: ['user.created'],
    },
  ],
  resetPassword: [
    {
      arrange: account,
      act: ({ db }) => accountMutations.resetPassword(db, 'a@example.org', 'long enough 3'),
      events: ['user.password_reset'],
    },
  ],
  setDisabled: [
    { arrange: account, act: ({ db }) => accountMutations.setDisabled(db, 'a@example.org', true, new Date()), events: ['user.disabled'] },
    { arrange: account, act: ({ db }) => accountMutations.setDisabled(db, 'a@example.org', false, new Date()), events: ['user.enabled'] },
  ],
  saveView: [
    {
      act: ({ db, desk }) =>
        viewMutations.saveView(as(db, desk.editor, 'queue.view'), { key: newKey(), viewId: newId(), version: 0, name: 'Mine', query: '' }),
      events: ['view.saved'],
    },
  ],
  deleteView: [
    {
      arrange: async ({ db, desk }) =>
        valueOf(
          await viewMutations.saveView(as(db, desk.editor, 'queue.view'), {
            key: newKey(),
            viewId: newId(),
            version: 0,
            name: 'Mine',
            query: '',
          }),
        ),
      act: ({ db, desk }, view: { id: string; version: number }) =>
        viewMutations.deleteView(as(db, desk.editor, 'queue.view'), { key: newKey(), viewId: view.id, version: view.version }),
      events: ['view.deleted'],
    },
  ],
  savePreferences: [
    {
      act: ({ db, desk }) =>
        preferenceMutations.savePreferences(as(db, desk.checker, 'preferences.edit'), {
          key: newKey(),
          version: 0,
          singleKeys: false,
          keys: { 'annotate.undo': ['q'] },
        }),
      events: ['preferences.saved'],
    },
  ],
  saveMailChoice: [
    {
      act: ({ db, desk }) =>
        mailChoiceMutations.saveMailChoice(as(db, desk.checker, 'preferences.edit'), { key: newKey(), version: 0, choice: 'none' }),
      events: ['preferences.mail_chosen'],
    },
  ],
  openSession: [
    {
      act: async (stage) => {
        const { db, desk } = stage;
        const { passwordHash } = await db.read.user.findUniqueOrThrow({
          where: { id: desk.checker.userId },
          select: { passwordHash: true },
        });
        return sessions.openSession(db, { userId: desk.checker.userId, deskId: desk.deskId }, passwordHash);
      },
      events: ['session.opened'],
    },
  ],
  closeSession: [
    {
      arrange: async ({ db, desk }) => valueOf(await sessions.openSession(db, { userId: desk.checker.userId, deskId: desk.deskId }, '!')),
      act: ({ db }, { sessionId }: { sessionId: string }) => sessions.closeSession(db, sessionId),
      events: ['session.closed'],
    },
  ],
  createArticle: [
    {
      act: ({ db, desk }) =>
        articleMutations.createArticle(as(db, desk.checker, 'article.create'), {
          title: 'T',
          text: 'T',
          origin: 'paste',
          fileName: null,
          encoding: null,
        }),
      events: ['article.created'],
    },
  ],
  publishReport: [
    {
      arrange: ({ db, desk, article }) => createTestClaimIn(db, desk, article, 'approved'),
      act: ({ db, desk, article }) => publish(db, desk.editor, article.articleId),
      events: ['report.published'],
    },
  ],
  setAccess: [
    {
      arrange: published,
      act: ({ db, desk }, version: Published) =>
        publicationMutations.setAccess(as(db, desk.editor, 'report.publish'), { ...version, access: OPEN }, { passwordHash: null }),
      events: ['report.access_set'],
    },
  ],
  revokePublication: [
    {
      arrange: published,
      act: ({ db, desk }, version: Published) => publicationMutations.revokePublication(as(db, desk.editor, 'report.revoke'), version),
      events: ['report.revoked'],
    },
  ],
  restorePublication: [
    {
      arrange: published,
      act: ({ db, desk }, version: Published) => publicationMutations.restorePublication(as(db, desk.editor, 'report.publish'), version),
      events: ['report.restored'],
    },
  ],
  closeEdition: [
    {
      arrange: corrected,
      act: ({ db, desk }, edition: Corrected) =>
        publicationMutations.closeEdition(as(db, desk.editor, 'edition.close'), { ...edition, reason: 'Asked for.' }),
      events: ['report.edition_closed'],
    },
  ],
  reopenEdition: [
    {
      arrange: async (stage: Stage) => {
        const edition = await corrected(stage);
        const close = { ...edition, reason: 'Asked for.' };
        const { version } = valueOf(await publicationMutations.closeEdition(as(stage.db, stage.desk.editor, 'edition.close'), close));
        return { ...edition, key: newKey(), version };
      },
      act: ({ db, desk }, edition: Corrected) => publicationMutations.reopenEdition(as(db, desk.editor, 'edition.reopen'), edition),
      events: ['report.edition_reopened'],
    },
  ],
  describeArticle: [
    {
      act: ({ db, desk, article: { articleId } }) =>
        articleMutations.describeArticle(as(db, desk.checker, 'article.edit'), { key: newKey(), articleId, version: 1, topic: 'Ports' }),
      events: ['article.described'],
    },
  ],
  addComment: [{ arrange: submitted, act: ({ db, desk }, claim: Claim) => say(db, desk.editor, claim, 'Why?'), events: ['comment.added'] }],
  editComment: [
    {
      arrange: aComment,
      act: ({ db, desk }, comment: Comment) => {
        const body = [{ kind: 'paragraph' as const, content: [{ text: 'Why so?' }] }];
        return commentMutations.editComment(as(db, desk.editor, 'comment.edit'), { ...toCommentVersion(comment), body });
      },
      events: ['comment.edited'],
    },
  ],
  deleteComment: [
    {
      arrange: aComment,
      act: ({ db, desk }, comment: Comment) =>
        commentMutations.deleteComment(as(db, desk.editor, 'comment.delete'), toCommentVersion(comment)),
      events: ['comment.deleted'],
    },
  ],
  resolveThread: [true, false].map((resolved) => ({
    arrange: aComment,
    act: ({ db, desk }: Stage, comment: Comment) => {
      const input = { ...toCommentVersion(comment), resolved };
      return commentMutations.resolveThread(as(db, desk.checker, 'comment.resolve'), input);
    },
    events: [resolved ? 'comment.resolved' : 'comment.reopened'],
  })),
  readNotices: [
    {
      act: ({ db, desk }) =>
        noticeMutations.readNotices(as(db, desk.checker, 'notices.read'), { key: newKey(), until: new Date('2026-05-01T00:00:00Z') }),
      events: ['notices.read'],
    },
  ],
  saveReturnReasons: [
    {
      act: ({ db, desk }) =>
        reasonMutations.saveReturnReasons(as(db, desk.editor, 'return_reasons.edit'), {
          key: newKey(),
          version: 0,
          reasons: [...FIRST_REASONS.reasons, { id: 'tone', label: 'Tone', retired: false }],
        }),
      events: ['desk.return_reasons_saved'],
    },
  ],
  saveHouse: [
    {
      act: ({ db, desk }) =>
        houseMutations.saveHouse(as(db, desk.editor, 'house.edit'), {
          key: newKey(),
          version: 0,
          name: 'The Daily',
          logo: { base64: toBase64(aLogo()) },
          alt: 'A square',
        }),
      events: ['desk.house_saved'],
    },
  ],
  saveAssignment: [
    {
      act: ({ db, desk, article: { articleId } }) =>
        assignmentMutations.saveAssignment(as(db, desk.editor, 'assignment.edit'), toAssignmentInput(articleId, { checkers: 2 })),
      events: ['assignment.saved'],
    },
  ],
  takeCheck: [{ act: ({ db, desk }) => take(db, desk.checker), events: ['check.taken'] }],
  giveBack: [
    {
      arrange: taken,
      act: ({ db, desk }, { articleId }: Taken) =>
        assignmentMutations.giveBack(as(db, desk.checker, 'check.take'), { key: newKey(), articleId }),
      events: ['check.given_back'],
    },
  ],
  handIn: [{ arrange: taken, act: ({ db, desk }, part: Taken) => handInCheck(db, desk.checker, part), events: ['check.handed_in'] }],
  endBlind: [
    {
      arrange: ({ db, desk, article }) => assign(db, desk, article, { checkers: 2 }),
      act: ({ db, desk }, { articleId, version }: Taken) => {
        const input = { key: newKey(), articleId, version, reason: 'Breaking news.' };
        return assignmentMutations.endBlind(as(db, desk.editor, 'assignment.edit'), input);
      },
      events: ['assignment.ended'],
    },
  ],
  reopenChecking: [
    {
      arrange: async (stage) => valueOf(await handInCheck(stage.db, stage.desk.checker, await taken(stage))),
      act: ({ db, desk }, { articleId, version }: Taken) => {
        const input = { key: newKey(), articleId, version, personId: desk.checker.userId };
        return assignmentMutations.reopenChecking(as(db, desk.editor, 'assignment.edit'), input);
      },
      events: ['assignment.reopened'],
    },
  ],
  decideDifferences: [
    {
      arrange: compared,
      act: ({ db, desk, article }, comparison: Compared) =>
        decide(db, desk.editor, article, [{ comparison, decision: { kind: 'agreed' } }]),
      events: ['adjudication.decided'],
    },
  ],
  finishAdjudication: [
    {
      arrange: async (stage) =>
        valueOf(
          await decide(stage.db, stage.desk.editor, stage.article, [{ comparison: await compared(stage), decision: { kind: 'agreed' } }]),
        ),
      act: ({ db, desk, article }) => finish(db, desk.editor, desk, article),
      events: ['claim.created', 'claim.moved', 'claim.superseded', 'claim.superseded', 'adjudication.finished'],
    },
    {
      arrange: async (stage) => {
        const decision = { kind: 'none', reason: 'No claim.' } as const;
        return valueOf(await decide(stage.db, stage.desk.editor, stage.article, [{ comparison: await compared(stage), decision }]));
      },
      act: ({ db, desk, article }) => finish(db, desk.editor, desk, article),
      events: ['claim.moved', 'claim.moved', 'adjudication.finished'],
    },
  ],
  handOn: [
    {
      arrange: taken,
      act: ({ db, desk }) => {
        const input = { key: newKey(), fromId: desk.checker.userId, toId: desk.otherChecker.userId };
        return handingOn.handOn(as(db, desk.editor, 'assignment.edit'), input);
      },
      events: ['check.handed_on'],
    },
  ],
  createClaim: [
    {
      act: ({ db, desk, article }) => claimMutations.createClaim(as(db, desk.checker, 'claim.create'), toCreateInput(article)),
      events: ['source.created', 'claim.created'],
    },
    {
      act: ({ db, desk, article }) =>
        claimMutations.createClaim(as(db, desk.checker, 'claim.create'), toCreateInput(article, { sourceType: 'author', source: null })),
      events: ['claim.created'],
    },
  ],
  editClaim: [
    {
      arrange: submitted,
      act: ({ db, desk }, claim: Claim) =>
        claimMutations.editClaim(as(db, desk.checker, 'claim.edit'), toEditInput(claim, { source: { name: 'New' } })),
      events: ['source.created', 'claim.edited'],
    },
    {
      arrange: ({ db, desk, article }) => createTestClaimIn(db, desk, article, 'approved'),
      act: ({ db, desk }, claim: Claim) =>
        claimMutations.editClaim(as(db, desk.checker, 'claim.edit'), toEditInput(claim, { note: 'New.' })),
      events: ['claim.edited', 'claim.moved'],
    },
  ],
  deleteClaim: [
    {
      arrange: submitted,
      act: ({ db, desk }, claim: Claim) => claimMutations.deleteClaim(as(db, desk.checker, 'claim.delete'), toVersion(claim)),
      events: ['claim.deleted'],
    },
  ],
  restoreVersion: [
    {
      arrange: async ({ db, desk, article }) => {
        const claim = await createTestClaimIn(db, desk, article, 'approved');
        const edited = valueOf(await claimMutations.editClaim(as(db, desk.checker, 'claim.edit'), toEditInput(claim, { note: 'Other.' })));
        return valueOf(await claimMutations.deleteClaim(as(db, desk.checker, 'claim.delete'), toVersion(edited)));
      },
      act: async ({ db, desk }, gone: { id: string; version: number }) => {
        const { id: eventId } = await db.read.auditEvent.findFirstOrThrow({ where: { subjectId: gone.id, type: 'claim.created' } });
        return versionMutations.restoreVersion(as(db, desk.checker, 'claim.restore_version'), { ...toVersion(gone), eventId });
      },
      events: ['claim.restored', 'claim.edited'],
    },
  ],
  restoreClaim: [
    {
      arrange: async (stage) =>
        valueOf(await claimMutations.deleteClaim(as(stage.db, stage.desk.checker, 'claim.delete'), toVersion(await submitted(stage)))),
      act: ({ db, desk }, deleted: { id: string; version: number }) =>
        claimMutations.restoreClaim(as(db, desk.checker, 'claim.delete'), toVersion(deleted)),
      events: ['claim.restored'],
    },
  ],
  saveDeskNote: [
    {
      arrange: submitted,
      act: ({ db, desk }, claim: Claim) =>
        deskNoteMutations.saveDeskNote(as(db, desk.editor, 'desk_note.edit'), {
          key: newKey(),
          claimId: claim.id,
          version: 0,
          text: 'Call her.',
        }),
      events: ['desk_note.saved'],
    },
  ],
  saveOriginGroup: [
    {
      arrange: aGroup,
      act: ({ db, desk }, group: Group) =>
        originGroupMutations.saveOriginGroup(as(db, desk.checker, 'origin_group.edit'), {
          ...toGroupVersion(group),
          articleId: group.articleId,
          name: 'Another name',
          sourceIds: [...group.sourceIds],
          reason: '',
          attested: 'They told us.',
        }),
      events: ['origin_group.saved'],
    },
  ],
  deleteOriginGroup: [
    {
      arrange: aGroup,
      act: ({ db, desk }, group: Group) =>
        originGroupMutations.deleteOriginGroup(as(db, desk.checker, 'origin_group.edit'), toGroupVersion(group)),
      events: ['origin_group.deleted'],
    },
  ],
  restoreOriginGroup: [
    {
      arrange: async (stage) => {
        const scope = as(stage.db, stage.desk.checker, 'origin_group.edit');
        return valueOf(await originGroupMutations.deleteOriginGroup(scope, toGroupVersion(await aGroup(stage))));
      },
      act: ({ db, desk }, deleted: { id: string; version: number }) =>
        originGroupMutations.restoreOriginGroup(as(db, desk.checker, 'origin_group.edit'), toGroupVersion(deleted)),
      events: ['origin_group.restored'],
    },
  ],
  submitClaims: [
    {
      arrange: async ({ db, desk, article }) => [
        await createTestClaimIn(db, desk, article, 'draft'),
        await createTestClaimIn(db, desk, article, 'returned'),
      ],
      act: ({ db, desk, article }, claims: readonly Claim[]) =>
        reviewMutations.submitClaims(as(db, desk.checker, 'claim.submit'), {
          key: newKey(),
          articleId: article.articleId,
          claims: claims.map(({ id, version }) => ({ id, version })),
        }),
      events: ['claim.moved', 'claim.moved'],
    },
  ],
  moveClaim: (['withdraw', 'approve', 'return', 'reject'] as const).map((event) => ({
    arrange: submitted,
    act: ({ db, desk }, claim: Claim) =>
      reviewMutations.moveClaim(as(db, desk.editor, 'claim.return'), event, { ...toVersion(claim), reason: 'Because.' }),
    events: ['claim.moved'],
  })),
  fixAndApprove: [
    {
      arrange: submitted,
      act: ({ db, desk }, claim: Claim) =>
        reviewMutations.fixAndApprove(as(db, desk.editor, 'claim.approve'), toEditInput(claim, { note: 'Fixed.' })),
      events: ['claim.edited', 'claim.moved'],
    },
  ],
  undoDecision: [
    {
      arrange: async (stage) =>
        valueOf(await reviewMutations.fixAndApprove(as(stage.db, stage.desk.editor, 'claim.approve'), toEditInput(await submitted(stage)))),
      act: ({ db, desk }, claim: Claim) => reviewMutations.undoDecision(as(db, desk.editor, 'claim.undo_decision'), toVersion(claim)),
      events: ['claim.edited', 'claim.moved'],
    },
  ],
  editSource: [
    {
      arrange: aSource,
      act: ({ db, desk }, { record }: Sources) =>
        sourceMutations.editSource(as(db, desk.checker, 'source.edit'), toEditSource(record, { role: 'Agency' })),
      events: ['source.edited'],
    },
  ],
  addAlias: [
    {
      arrange: aSource,
      act: ({ db, desk }, { record }: Sources) =>
        sourceMutations.addAlias(as(db, desk.checker, 'source.edit'), { ...toSourceVersion(record), alias: 'The wire' }),
      events: ['source.alias_added'],
    },
  ],
  removeAlias: [
    {
      arrange: async (stage) => {
        const input = { ...toSourceVersion((await aSource(stage)).record), alias: 'The wire' };
        return valueOf(await sourceMutations.addAlias(as(stage.db, stage.desk.checker, 'source.edit'), input));
      },
      act: ({ db, desk }, record: Sources['record']) => {
        const input = { ...toSourceVersion(record), aliasId: record.aliases[0]?.id ?? '' };
        return sourceMutations.removeAlias(as(db, desk.checker, 'source.edit'), input);
      },
      events: ['source.alias_removed'],
    },
  ],
  mergeSource: [
    {
      arrange: aSource,
      act: ({ db, desk }, sources: Sources) => merging.mergeSource(as(db, desk.editor, 'source.merge'), toMerge(sources)),
      events: ['source.merged'],
    },
  ],
  splitSource: [
    {
      arrange: async (stage) => {
        const scope = as(stage.db, stage.desk.editor, 'source.merge');
        return valueOf(await merging.mergeSource(scope, toMerge(await aSource(stage)))).merged;
      },
      act: ({ db, desk }, merged: { id: string; version: number }) =>
        merging.splitSource(as(db, desk.editor, 'source.merge'), toSourceVersion(merged)),
      events: ['source.split'],
    },
  ],
  gradeSource: [
    {
      arrange: aSource,
      act: ({ db, desk }, { record }: Sources) =>
        sourceMutations.gradeSource(as(db, desk.editor, 'source.grade'), { ...toSourceVersion(record), grade: 'B', reason: 'Traced.' }),
      events: ['source.graded'],
    },
  ],
  retractSource: [
    {
      arrange: aSource,
      act: ({ db, desk }, { record }: Sources) =>
        sourceMutations.retractSource(as(db, desk.editor, 'source.retract'), { ...toSourceVersion(record), reason: 'Made up.' }),
      events: ['source.retracted'],
    },
  ],
  unretractSource: [
    {
      arrange: async (stage) => {
        const input = { ...toSourceVersion((await aSource(stage)).record), reason: 'Made up.' };
        return valueOf(await sourceMutations.retractSource(as(stage.db, stage.desk.editor, 'source.retract'), input)).source;
      },
      act: ({ db, desk }, record: Sources['record']) =>
        sourceMutations.unretractSource(as(db, desk.editor, 'source.retract'), toSourceVersion(record)),
      events: ['source.unretracted'],
    },
  ],
};

/** Exports that are steps inside one of the writes above, or read only. */
const PARTS = [
  'tagOf',
  'applyTag',
  'bumpVersion',
  'findOrCreateSource',
  'findSessionActor',
  'readClaim',
  'recordStep',
  'raiseVersion',
  'recordSteps',
  'replaceTag',
  'requireClaim',
  'SESSION_SECONDS',
];
/** Made of the writes above; tests/integration/sample proves its trail. */
const COMPOSED = ['loadSample'];

async function useStage(): Promise<Stage> {
  const { db, desk, article } = await useDesk();
  return { db, desk, article };
}

const TABLES = [
  'Desk',
  'User',
  'Membership',
  'Session',
  'Article',
  'Revision',
  'Source',
  'SourceAlias',
  'SourceGrade',
  'Claim',
  'ClaimSpan',
  'ClaimLink',
  'Finding',
  'Evidence',
  'FlagMark',
  'ClaimRelation',
  'OriginGroup',
  'OriginMember',
  'Transition',
  'DeskNote',
  'Assignment',
  'CheckPart',
  'DeskSettings',
  'House',
  'Comment',
  'CommentVersion',
  'CommentMention',
  'NoticeReading',
  'Adjudication',
  'Decision',
  'IdempotencyKey',
];
const snapshot = (db: Database) => Promise.all(TABLES.map((table) => db.rows(`SELECT * FROM "${table}" ORDER BY 1, 2`, [])));

/** What the events begin with that a claim's history or an article's trail tells. */
const PREFIXES = Object.values(TRAIL_PREFIXES).flat();

const EVERYTHING = { format: 'zip', claims: { kind: 'working_copy', states: CLAIM_STATES }, choices: { ...WHOLE, withheld: [] } } as const;
const NOW = new Date('2100-01-01T00:00:00Z');

/** All that exports of the article are made from. */
async function exportOf({ db, desk, article: { articleId } }: Stage): Promise<string> {
  const scope = { deskId: desk.deskId, articleId, sight: SEES_ALL, now: NOW };
  return JSON.stringify([await readReport(db, scope, EVERYTHING.claims), await findPublicPath(db, { ...scope, now: new Date() })]);
}

async function changeOf({ db, desk, article }: Stage) {
  const changes = await listExportChanges(db, { deskId: desk.deskId, sight: SEES_ALL, since: new Date(0), now: NOW }, EVERYTHING);
  return changes.get(article.articleId);
}

describe('the audit trail', () => {
  it('is tested here for every function that writes', () => {
    const files = [
      accountMutations,
      assignmentMutations,
      handingOn,
      versionMutations,
      reasonMutations,
      houseMutations,
      commentMutations,
      adjudicating,
      finishing,
      noticeMutations,
      preferenceMutations,
      mailChoiceMutations,
      articleMutations,
      claimMutations,
      merging,
      deskNoteMutations,
      originGroupMutations,
      reviewMutations,
      viewMutations,
      publicationMutations,
      sampleMutations,
      sessions,
      sourceMutations,
    ];
    const names = files.flatMap((file) => Object.keys(file)).filter((name) => ![...PARTS, ...COMPOSED].includes(name));
    expect(names.sort()).toEqual(Object.keys(MUTATIONS).sort());
  });

  const cases = Object.entries(MUTATIONS).flatMap(([name, list]) => list.map((one) => [name, one.events.join(', '), one] as const));

  it.each(cases)(
    'holds what %s did (%s), which is not done when the trail cannot be written',
    async (_name, _events, { arrange, act, events }) => {
      const stage = await useStage();
      const arranged = (await arrange?.(stage)) as never;
      const run = (sql: string) => stage.db.transact((tx) => tx.$executeRawUnsafe(sql));

      const before = await snapshot(stage.db);
      await run(`CREATE TRIGGER "no_more" BEFORE INSERT ON "AuditEvent" BEGIN SELECT RAISE(ABORT, 'no more events'); END`);
      await expect(act(stage, arranged)).rejects.toThrow('no more events');
      expect(await snapshot(stage.db)).toEqual(before);
      await run('DROP TRIGGER "no_more"');

      const [exported, last] = [await exportOf(stage), await findLastEvent(stage.db)];
      const known = new Set((await stage.db.read.auditEvent.findMany({ select: { id: true } })).map(({ id }) => id));
      expect(await act(stage, arranged)).toMatchObject({ ok: true });
      const written = (await stage.db.read.auditEvent.findMany({ orderBy: { id: 'asc' } })).filter(({ id }) => !known.has(id));
      expect(written.map(({ type }) => type)).toEqual(events);
      for (const event of written) {
        expect(event.subjectId).toMatch(/^[0-9a-f-]{36}$/);
        expect(JSON.parse(event.data)).toBeTypeOf('object');
      }
      // What changed an article's export is found by it, for who exports what changed.
      if ((await exportOf(stage)) !== exported) expect((await changeOf(stage))?.event).toBeGreaterThan(last);
    },
  );

  it('is told in words, whatever of a claim or an article it tells', () => {
    const told = [...new Set(cases.flatMap(([, , { events }]) => events))].filter((type) =>
      PREFIXES.some((prefix) => type.startsWith(prefix)),
    );
    expect(told).toEqual(expect.arrayContaining(['claim.edited', 'comment.reopened', 'adjudication.finished']));
    expect(told.filter((type) => !isWorded(type))).toEqual([]);
  });

  it('says who, on which desk and when, and what the tag was before and after', async () => {
    const stage = await useStage();
    const claim = await submitted(stage);
    valueOf(
      await claimMutations.editClaim(
        as(stage.db, stage.desk.editor, 'claim.edit'),
        toEditInput(claim, { note: 'After.', confidence: 'low' }),
      ),
    );
    const event = await stage.db.read.auditEvent.findFirstOrThrow({ where: { type: 'claim.edited' } });
    expect(event).toMatchObject({ deskId: stage.desk.deskId, actorId: stage.desk.editor.userId, subjectId: claim.id });
    expect(JSON.parse(event.data)).toEqual({
      before: {
        spans: [{ start: 0, end: 9 }],
        sourceType: 'named_person',
        sourceId: claim.source?.id,
        confidence: 'high',
        note: '',
        details: {},
      },
      after: {
        spans: [{ start: 0, end: 9 }],
        sourceType: 'named_person',
        sourceId: claim.source?.id,
        confidence: 'low',
        note: 'After.',
        details: {},
      },
      lastEditedById: stage.desk.checker.userId,
      version: 3,
    });
  });

  it('never holds a password or its hash', async () => {
    const stage = await useStage();
    await account(stage);
    valueOf(await accountMutations.resetPassword(stage.db, 'a@example.org', 'a new secret 4'));
    const { passwordHash } = await stage.db.read.user.findUniqueOrThrow({ where: { email: 'a@example.org' } });
    const trail = JSON.stringify(await stage.db.read.auditEvent.findMany());
    for (const secret of ['long enough 1', 'a new secret 4', passwordHash]) expect(trail).not.toContain(secret);
  });
});
