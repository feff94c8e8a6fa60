import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeArticle } from '@/lib/articles/mutations';
import { saveAssignment } from '@/lib/assignments/mutations';
import { SEES_ALL } from '@/lib/assignments/sight';
import type { Claim } from '@/lib/claims/claim';
import { CLAIM_STATES } from '@/lib/claims/claim-state';
import { saveDeskNote } from '@/lib/claims/desk-note/mutations';
import * as merging from '@/lib/claims/merging/mutations';
import * as claimMutations from '@/lib/claims/mutations';
import { saveOriginGroup } from '@/lib/claims/origin-groups/mutations';
import { restoreVersion } from '@/lib/claims/versions/mutations';
import * as commentMutations from '@/lib/comments/mutations';
import type { Database } from '@/lib/db/database';
import { newId } from '@/lib/kernel/ids';
import { PERMISSIONS, type Permission } from '@/lib/permissions/permissions';
import * as publicationMutations from '@/lib/publication/mutations';
import * as finishing from '@/lib/review/adjudicating/finishing/mutations';
import * as adjudicating from '@/lib/review/adjudicating/mutations';
import * as reviewMutations from '@/lib/review/mutations';
import * as sourcesData from '@/lib/sources/data';
import * as sourceMutations from '@/lib/sources/mutations';
import { toDecideInput } from '../../factories/adjudications';
import { createTestArticle } from '../../factories/articles';
import { toAssignmentInput } from '../../factories/assignments';
import { createTestClaim, createTestClaimIn, toCreateInput, toEditInput, toVersion, valueOf } from '../../factories/claims';
import { say, toCommentVersion } from '../../factories/comments';
import { createTestDatabase } from '../../factories/database';
import { as, createTestDesk, newKey, type TestDesk } from '../../factories/people';
import { OPEN, publish, toPublishInput } from '../../factories/publications';
import { recordOf, toEditSource, toSourceVersion } from '../../factories/sources';
import { NOT_READS, READ_FILES, READS } from './reads';

/** A desk with an article and a claim in every state, one more deleted; sources bear the same names on every desk. */
async function fill(db: Database, name: string) {
  const desk = await createTestDesk(db, name);
  const article = await createTestArticle(db, desk.checker, `The mayor of ${name} resigned. It rained.`);
  const topic = { key: newKey(), articleId: article.articleId, version: 1, topic: `Topic of ${name}` };
  valueOf(await describeArticle(as(db, desk.checker, 'article.edit'), topic));
  const assignment = toAssignmentInput(article.articleId, { people: [desk.checker.userId] });
  valueOf(await saveAssignment(as(db, desk.editor, 'assignment.edit'), assignment));
  const claims: Claim[] = [];
  for (const state of CLAIM_STATES) claims.push(await createTestClaimIn(db, desk, article, state, { note: `A note of ${name}.` }));
  for (const { id } of claims) {
    const note = { key: newKey(), claimId: id, version: 0, text: `A desk note of ${name}` };
    valueOf(await saveDeskNote(as(db, desk.checker, 'desk_note.edit'), note));
    valueOf(await say(db, desk.editor, { id }, `A comment of ${name}`));
  }
  const gone = await createTestClaim(db, desk.checker, article, { source: { name: `Only in ${name}` } });
  const graded = { id: newId(), sourceId: claims[1]?.source?.id ?? '', grade: 'B', reason: `Graded in ${name}.` };
  await db.transact(async (tx, direct) => {
    await tx.sourceGrade.create({ data: { ...graded, byId: desk.editor.userId, at: new Date('2026-01-02T00:00:00.000Z') } });
    const finding = {
      contentCheck: 'confirmed',
      attributionCheck: 'accurate',
      credibility: 2,
      likelihood: null,
      correction: '',
      question: '',
    };
    for (const { id } of claims) direct.insert('Finding', { claimId: id, ...finding, rationale: `Found in ${name}.` });
  });
  const group = { key: newKey(), groupId: newId(), articleId: article.articleId, version: 0, sourceIds: [], reason: '', attested: null };
  valueOf(await saveOriginGroup(as(db, desk.checker, 'origin_group.edit'), { ...group, name: `Origin of ${name}` }));
  valueOf(await publish(db, desk.editor, article.articleId, { note: `A remark of ${name}.` }));
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

describe('reading', () => {
  it('is tested here for every function of every data file', () => {
    const names = READ_FILES.flatMap((file) => Object.keys(file)).filter((name) => !NOT_READS.includes(name));
    expect(names.sort()).toEqual(Object.keys(READS).sort());
  });

  it.each(Object.entries(READS))('%s shows nothing of another desk, whoever’s ids it is given', async (_name, read) => {
    const { db, ours, theirs } = two;
    const foreign = await traces(db, theirs.desk.deskId, 'Theirs');
    const ask = (desk: TestDesk, about: typeof ours, claimId: string) =>
      read({
        db,
        desk,
        sight: SEES_ALL,
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
    const found = await sourcesData.findSources(
      db,
      { sight: SEES_ALL, deskId: ours.desk.deskId, articleId: theirs.article.articleId },
      'mayor',
    );
    expect(found).toMatchObject([{ name: 'The Mayor', claimsHere: 0, claimsOnDesk: CLAIM_STATES.length }]);
  });
});

describe('writing', () => {
  const [DRAFT, SUBMITTED, , APPROVED] = [0, 1, 2, 3] as const;

  /** A scope whose permission table allows all: the desk must be kept by the write itself too. */
  const anything: typeof as = (db, actor, permission) => ({ ...as(db, actor, permission), permit: () => null });

  const sourceOf = (db: Database, { desk, claims }: Two['ours']) => recordOf(db, desk.admin, { id: claims[DRAFT]?.source?.id ?? '' });
  const versionOf = async (db: Database, side: Two['ours']) => toSourceVersion(await sourceOf(db, side));

  const commentOf = async ({ db, theirs }: Two) => {
    const where = { claimId: theirs.claims[DRAFT]?.id ?? '' };
    return toCommentVersion(await db.read.comment.findFirstOrThrow({ where, select: { id: true, version: true } }));
  };

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
    'claim.restore_version': [
      ({ db, ours, theirs }) =>
        restoreVersion(anything(db, ours.desk.admin, 'claim.restore_version'), {
          ...toVersion(theirs.claims[DRAFT] as never),
          eventId: newId(),
        }),
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
        describeArticle(anything(db, ours.desk.admin, 'article.edit'), {
          key: newKey(),
          articleId: theirs.article.articleId,
          version: 2,
          topic: 'Ours',
        }),
    ],
    'report.publish': [
      async ({ db, ours, theirs }) => {
        const input = await toPublishInput(db, theirs.desk.editor, theirs.article.articleId);
        return publicationMutations.publishReport(anything(db, ours.desk.admin, 'report.publish'), input, { passwordHash: null });
      },
      ({ db, ours, theirs }) => {
        const input = { key: newKey(), articleId: theirs.article.articleId, version: 1, access: { ...OPEN, listed: true } };
        return publicationMutations.setAccess(anything(db, ours.desk.admin, 'report.publish'), input, { passwordHash: null });
      },
      ({ db, ours, theirs }) =>
        publicationMutations.restorePublication(anything(db, ours.desk.admin, 'report.publish'), {
          key: newKey(),
          articleId: theirs.article.articleId,
          version: 1,
        }),
    ],
    'report.revoke': [
      ({ db, ours, theirs }) =>
        publicationMutations.revokePublication(anything(db, ours.desk.admin, 'report.revoke'), {
          key: newKey(),
          articleId: theirs.article.articleId,
          version: 1,
        }),
    ],
    'edition.close': [
      ({ db, ours, theirs }) =>
        publicationMutations.closeEdition(anything(db, ours.desk.admin, 'edition.close'), {
          key: newKey(),
          articleId: theirs.article.articleId,
          version: 1,
          number: 1,
          reason: 'Ours.',
        }),
    ],
    'edition.reopen': [
      ({ db, ours, theirs }) =>
        publicationMutations.reopenEdition(anything(db, ours.desk.admin, 'edition.reopen'), {
          key: newKey(),
          articleId: theirs.article.articleId,
          version: 1,
          number: 1,
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
    'comment.add': [({ db, ours, theirs }) => say(db, ours.desk.admin, { id: theirs.claims[DRAFT]?.id ?? '' }, 'Ours now.')],
    'comment.edit': [
      async (two) => {
        const input = { ...(await commentOf(two)), body: [{ kind: 'paragraph' as const, content: [{ text: 'Ours now.' }] }] };
        return commentMutations.editComment(anything(two.db, two.ours.desk.admin, 'comment.edit'), input);
      },
    ],
    'comment.delete': [
      async (two) => commentMutations.deleteComment(anything(two.db, two.ours.desk.admin, 'comment.delete'), await commentOf(two)),
    ],
    'comment.resolve': [
      async (two) => {
        const input = { ...(await commentOf(two)), resolved: true };
        return commentMutations.resolveThread(anything(two.db, two.ours.desk.admin, 'comment.resolve'), input);
      },
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
    'article.adjudicate': [
      ({ db, ours, theirs }) => {
        const input = toDecideInput(theirs.article, [{ comparison: { parents: [theirs.claims[SUBMITTED] as never] }, decision: null }]);
        return adjudicating.decideDifferences(anything(db, ours.desk.admin, 'article.adjudicate'), input);
      },
      ({ db, ours, theirs }) => {
        const input = { key: newKey(), articleId: theirs.article.articleId, version: 1 };
        return finishing.finishAdjudication(anything(db, ours.desk.admin, 'article.adjudicate'), input);
      },
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
        .filter(
          (name) => /^(claim|comment|desk_note|edition|source|report)\.|^article\.(edit|adjudicate)$/.test(name) && !name.endsWith('.view'),
        )
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
      'Comment',
      'CommentVersion',
      'CommentMention',
      'ClaimSpan',
      'Transition',
      'AuditEvent',
      'IdempotencyKey',
      'Adjudication',
      'Decision',
      'Publication',
      'Edition',
      'EditionClosing',
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
