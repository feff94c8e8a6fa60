import { describe, expect, it } from 'vitest';
import * as articleMutations from '@/lib/articles/mutations';
import * as accountMutations from '@/lib/auth/mutations';
import * as sessions from '@/lib/auth/session';
import * as claimMutations from '@/lib/claims/mutations';
import type { Database } from '@/lib/db/database';
import type { Result } from '@/lib/kernel/result';
import * as reviewMutations from '@/lib/review/mutations';
import * as sampleMutations from '@/lib/sample/mutations';
import * as sourceMutations from '@/lib/sources/mutations';
import type { TestArticle } from '../../factories/articles';
import { createTestClaimIn, toCreateInput, toEditInput, toVersion, valueOf } from '../../factories/claims';
import { as, newKey, type TestDesk } from '../../factories/people';
import { useDesk } from '../use-database';

type Stage = { readonly db: Database; readonly desk: TestDesk; readonly article: TestArticle };
type Case = {
  readonly arrange?: (stage: Stage) => Promise<unknown>;
  readonly act: (stage: Stage, arranged: never) => Promise<Result<unknown>>;
  readonly events: readonly string[];
};

const submitted = ({ db, desk, article }: Stage) => createTestClaimIn(db, desk, article, 'submitted');
type Claim = Awaited<ReturnType<typeof submitted>>;

async function account({ db, desk }: Stage) {
  const user = { deskId: desk.deskId, email: 'a@example.org', name: 'A', role: 'checker', password: 'long enough 1' } as const;
  return valueOf(await accountMutations.createUser(db, user));
}

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
  restoreClaim: [
    {
      arrange: async (stage) =>
        valueOf(await claimMutations.deleteClaim(as(stage.db, stage.desk.checker, 'claim.delete'), toVersion(await submitted(stage)))),
      act: ({ db, desk }, deleted: { id: string; version: number }) =>
        claimMutations.restoreClaim(as(db, desk.checker, 'claim.delete'), toVersion(deleted)),
      events: ['claim.restored'],
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
};

/** Exports that are steps inside one of the writes above, or read only. */
const PARTS = [
  'applyTag',
  'describeSpans',
  'findOrCreateSource',
  'findSessionActor',
  'readClaim',
  'recordStep',
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
  'Claim',
  'ClaimSpan',
  'Transition',
  'IdempotencyKey',
];
const snapshot = (db: Database) => Promise.all(TABLES.map((table) => db.rows(`SELECT * FROM "${table}" ORDER BY 1, 2`, [])));

describe('the audit trail', () => {
  it('is tested here for every function that writes', () => {
    const files = [accountMutations, articleMutations, claimMutations, reviewMutations, sampleMutations, sessions, sourceMutations];
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

      const known = new Set((await stage.db.read.auditEvent.findMany({ select: { id: true } })).map(({ id }) => id));
      expect(await act(stage, arranged)).toMatchObject({ ok: true });
      const written = (await stage.db.read.auditEvent.findMany({ orderBy: { id: 'asc' } })).filter(({ id }) => !known.has(id));
      expect(written.map(({ type }) => type)).toEqual(events);
      for (const event of written) {
        expect(event.subjectId).toMatch(/^[0-9a-f-]{36}$/);
        expect(JSON.parse(event.data)).toBeTypeOf('object');
      }
    },
  );

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
      before: { spans: [{ start: 0, end: 9 }], sourceType: 'named_person', sourceId: claim.source?.id, confidence: 'high', note: '' },
      after: { spans: [{ start: 0, end: 9 }], sourceType: 'named_person', sourceId: claim.source?.id, confidence: 'low', note: 'After.' },
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
