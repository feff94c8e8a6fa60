import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findSight } from '@/lib/assignments/data';
import { giveBack } from '@/lib/assignments/mutations';
import type { Claim } from '@/lib/claims/claim';
import { findClaim } from '@/lib/claims/data';
import { saveDeskNote } from '@/lib/claims/desk-note/mutations';
import { createClaim, deleteClaim, editClaim } from '@/lib/claims/mutations';
import type { Database } from '@/lib/db/database';
import { newId } from '@/lib/kernel/ids';
import type { Actor } from '@/lib/permissions/roles';
import { toViewer } from '@/lib/permissions/viewer';
import { moveClaim, submitClaims } from '@/lib/review/mutations';
import { createTestArticle, type TestArticle } from '../../factories/articles';
import { addPeople, assignBlind, handInCheck, take } from '../../factories/assignments';
import { createTestClaim, toCreateInput, toEditInput, toVersion, valueOf } from '../../factories/claims';
import { say } from '../../factories/comments';
import { createTestDatabase } from '../../factories/database';
import { as, createTestDesk, newKey, type TestDesk } from '../../factories/people';
import { type Asked, READS } from '../desks/reads';
import { useDesk } from '../use-database';

/** What one person does on an article. */
type Doing = {
  readonly sentence: number;
  readonly fate: 'draft' | 'submitted' | 'deleted' | 'edited';
  readonly source: 'new' | 'known' | 'none';
  readonly detailed: boolean;
};

const SENTENCES = ['The mayor said no.', 'It rained.', 'The agency reported a flood.', 'Nobody knew why.'] as const;

const doing: fc.Arbitrary<Doing> = fc.record({
  sentence: fc.nat({ max: SENTENCES.length - 1 }),
  fate: fc.constantFrom('draft', 'submitted', 'deleted', 'edited'),
  source: fc.constantFrom('new', 'known', 'none'),
  detailed: fc.boolean(),
});
const doings = fc.array(doing, { minLength: 1, maxLength: 2 });

/** A word that stands nowhere else. */
const secret = (): string => `secret-${newId()}`;

/** Does it, by the writes people would use; returns every word and id that only these claims hold. */
async function work(db: Database, actor: Actor, article: TestArticle, doings: readonly Doing[]) {
  const words: string[] = [];
  const claims: Claim[] = [];
  for (const { sentence, fate, source, detailed } of doings) {
    const quote = SENTENCES[sentence] as string;
    const start = article.text.indexOf(quote);
    const [note, name, rationale, evidence] = [secret(), `Somebody ${secret()}`, secret(), secret()];
    const named = source === 'none' ? null : { name: source === 'new' ? name : 'The Agency' };
    const details = {
      finding: {
        attributionCheck: 'accurate' as const,
        contentCheck: 'confirmed' as const,
        credibility: 2 as const,
        likelihood: 'likely' as const,
        rationale,
        correction: '',
        question: '',
      },
      evidence: [
        {
          ...{ id: newId(), kind: 'document' as const, title: evidence, url: null, archivedUrl: null, locator: 'p. 2' },
          ...{ retrievedOn: null, originGroupId: null, stance: 'supports' as const },
        },
      ],
    };
    const claim = await createTestClaim(db, actor, article, {
      spans: [{ start, end: start + quote.length }],
      sourceType: source === 'none' ? 'author' : 'named_organization',
      source: named,
      note,
      ...(detailed ? { details } : {}),
    });
    words.push(claim.id, note, name, rationale, evidence);
    if (source === 'new' && claim.source !== null) words.push(claim.source.id);
    const deskNote = secret();
    words.push(deskNote);
    const said = secret();
    words.push(said);
    valueOf(await say(db, actor, claim, said));
    const noted = { key: newKey(), claimId: claim.id, version: 0, text: deskNote };
    valueOf(await saveDeskNote(as(db, actor, 'desk_note.edit'), noted));
    claims.push(await carryOn(db, actor, claim, fate));
  }
  return { words, claims };
}

async function carryOn(db: Database, actor: Actor, claim: Claim, fate: Doing['fate']): Promise<Claim> {
  if (fate === 'draft') return claim;
  if (fate === 'edited') return valueOf(await editClaim(as(db, actor, 'claim.edit'), toEditInput(claim, { confidence: 'low' })));
  if (fate === 'deleted') {
    valueOf(await deleteClaim(as(db, actor, 'claim.delete'), toVersion(claim)));
    return claim;
  }
  const claims = [{ id: claim.id, version: claim.version }];
  const [submitted] = valueOf(await submitClaims(as(db, actor, 'claim.submit'), { key: newKey(), articleId: claim.articleId, claims }));
  return submitted as Claim;
}

/** Reads that tell no page of claims: what the rule itself is made of, or what is asked inside of what asks it first. */
const NOT_FOR_EYES = [
  'findAssignment',
  'listAssignments',
  'listOpen',
  'listBlind',
  // The permission table is asked with them.
  'findClaimResource',
  'findOriginGroupDesk',
  'findSourceResource',
  'findCommentResource',
  'findPublicationResource',
  // Of a source that isSourceHidden lets through (lib/reliability/loaders.ts).
  'findSource',
  'listSourceSteps',
  // Of claims that the queue gave it, which holds none of an article that is checked blind.
  'findBearings',
  'readListed',
  // Part of a key that work is kept under: nobody is told.
  'readLastEvent',
];

/** Everything somebody can read about these claims, by every function there is. */
async function readAll(db: Database, desk: TestDesk, viewer: Actor, article: TestArticle, claims: readonly Pick<Claim, 'id' | 'source'>[]) {
  const sight = await findSight(db, { deskId: viewer.deskId, ...toViewer(viewer) });
  const asked = { db, desk, sight, articleId: article.articleId, revisionId: article.revisionId, userId: viewer.userId };
  const answers: Record<string, unknown> = {};
  for (const [name, read] of Object.entries(READS)) {
    if (NOT_FOR_EYES.includes(name)) continue;
    answers[name] = [];
    for (const { id, source } of claims) {
      (answers[name] as unknown[]).push(await read({ ...asked, claimId: id, sourceId: source?.id ?? newId() } satisfies Asked));
    }
  }
  return answers;
}

const plain = (answers: unknown): unknown =>
  JSON.parse(JSON.stringify(answers, (_key, value) => (value instanceof Map || value instanceof Set ? [...value] : value)));

describe('an article that is checked blind', () => {
  it('shows each of its checkers, and everybody else who may not see through, the same as if the others did nothing', async () => {
    await fc.assert(
      fc.asyncProperty(fc.tuple(doings, doings, doings), fc.integer({ min: 2, max: 3 }), async ([own, second, third], k) => {
        const { db, remove } = await createTestDatabase();
        try {
          const desk = await createTestDesk(db);
          const article = await createTestArticle(db, desk.admin, `A title\n${SENTENCES.join(' ')}`);
          const other = await createTestArticle(db, desk.admin, `Another title\n${SENTENCES.join(' ')}`);
          await work(db, desk.admin, other, [{ sentence: 0, fate: 'submitted', source: 'known', detailed: true }]);
          // An editor can be one of them, and then sees no more than the others.
          const [me, ...others] = [desk.checker, desk.otherChecker, desk.editor].slice(0, k) as [Actor, ...Actor[]];
          await assignBlind(db, desk, article, [me, ...others]);
          const mine = await work(db, me, article, own);
          const viewers = [me, ...(k === 3 ? [desk.editor] : []), await outsiderOf(db, desk)];
          const before = [];
          for (const viewer of viewers) before.push(plain(await readAll(db, desk, viewer, article, mine.claims)));
          const hidden = await work(db, desk.otherChecker, article, second);
          if (k === 3) await work(db, desk.editor, article, third);
          for (const [at, viewer] of viewers.entries()) {
            if (viewer.userId !== desk.editor.userId) {
              expect(plain(await readAll(db, desk, viewer, article, mine.claims)), viewer.name).toEqual(before[at]);
            }
            const told = JSON.stringify(plain(await readAll(db, desk, viewer, article, hidden.claims)));
            for (const word of hidden.words) expect(told, viewer.name).not.toContain(word);
          }
          // What follows for the next claim of one's own does not hang on theirs either.
          const next = await createTestClaim(db, me, article, { source: { name: `Somebody ${secret()}` } });
          expect(next.number).toBe(mine.claims.length + 1);
          for (const person of [me, ...others]) await finish(db, person, article);
          const all = JSON.stringify(plain(await readAll(db, desk, me, article, hidden.claims)));
          for (const { id } of hidden.claims) expect(all).toContain(id);
        } finally {
          await remove();
        }
      }),
      { numRuns: 4 },
    );
  });

  async function outsiderOf(db: Database, { deskId }: TestDesk): Promise<Actor> {
    const [outsider] = await addPeople(db, deskId, 'checker', 1);
    return outsider as Actor;
  }

  /** Submits what is open and hands in. */
  async function finish(db: Database, actor: Actor, article: TestArticle): Promise<void> {
    const open = await db.read.claim.findMany({
      where: { articleId: article.articleId, createdById: actor.userId, state: 'draft', deletedAt: null },
      select: { id: true, version: true },
    });
    const input = { key: newKey(), articleId: article.articleId, claims: open };
    if (open.length > 0) valueOf(await submitClaims(as(db, actor, 'claim.submit'), input));
    valueOf(await handInCheck(db, actor, article));
  }

  it('answers every write to another’s claim as if there were no such claim', async () => {
    const { db, desk, article } = await useDesk();
    const { checker, otherChecker } = desk;
    await assignBlind(db, desk, article, [checker, otherChecker]);
    const theirs = await createTestClaim(db, otherChecker, article);
    const own = await createTestClaim(db, checker, article);
    const nowhere = { ...theirs, id: newId() };
    const writes = [
      (claim: Claim) => editClaim(as(db, checker, 'claim.edit'), toEditInput(claim, { note: 'Mine now.' })),
      (claim: Claim) => deleteClaim(as(db, checker, 'claim.delete'), toVersion(claim)),
      (claim: Claim) => moveClaim(as(db, checker, 'claim.withdraw'), 'withdraw', toVersion(claim)),
      (claim: Claim) =>
        saveDeskNote(as(db, checker, 'desk_note.edit'), { key: newKey(), claimId: claim.id, version: 0, text: 'Is it there?' }),
      (claim: Claim) =>
        submitClaims(as(db, checker, 'claim.submit'), {
          key: newKey(),
          articleId: article.articleId,
          claims: [{ id: claim.id, version: claim.version }],
        }),
      (claim: Claim) =>
        editClaim(
          as(db, checker, 'claim.edit'),
          toEditInput(own, { details: { relations: [{ kind: 'contradicts', claimId: claim.id, note: '' }] } }),
        ),
    ];
    for (const write of writes) {
      const [hidden, absent] = [await write(theirs), await write(nowhere)];
      expect(hidden).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } });
      expect((hidden as { error: { code: string } }).error.code).toBe((absent as { error: { code: string } }).error.code);
    }
  });

  it('shows an editor who gave their part back no more than before, since they can take it again', async () => {
    const { db, desk, article } = await useDesk();
    const { checker, editor } = desk;
    await assignBlind(db, desk, article, [checker, editor]);
    const claim = await createTestClaim(db, checker, article);
    const find = async (actor: Actor) =>
      findClaim(db, { deskId: desk.deskId, claimId: claim.id, sight: await findSight(db, { deskId: desk.deskId, ...toViewer(actor) }) });
    valueOf(await giveBack(as(db, editor, 'check.take'), { key: newKey(), articleId: article.articleId }));
    expect([await find(editor), (await find(desk.otherEditor))?.id]).toEqual([null, claim.id]);
    valueOf(await take(db, editor, undefined, article.articleId));
    expect(await find(editor)).toBeNull();
  });

  it('takes new claims from its checkers only, and decides about none until all have handed in', async () => {
    const { db, desk, article } = await useDesk();
    const { checker, otherChecker, editor } = desk;
    await assignBlind(db, desk, article, [checker, editor]);
    for (const actor of [otherChecker, desk.otherEditor, desk.admin]) {
      const refused = await createClaim(as(db, actor, 'claim.create'), toCreateInput(article));
      expect(refused).toMatchObject({ error: { code: 'FORBIDDEN', message: /checked blind/ } });
    }
    const claim = await carryOn(db, checker, await createTestClaim(db, checker, article), 'submitted');
    const approve = () => moveClaim(as(db, desk.otherEditor, 'claim.approve'), 'approve', toVersion(claim));
    expect(await approve()).toMatchObject({ error: { code: 'FORBIDDEN', message: /still being checked blind/ } });
    const waiting = () => READS.listQueue?.({ db, desk, ...asked(claim) } as Asked);
    expect(JSON.stringify(await waiting())).not.toContain(claim.id);
    await finish(db, checker, article);
    await finish(db, editor, article);
    expect(JSON.stringify(await waiting())).toContain(claim.id);
    expect(await approve()).toMatchObject({ ok: true });
  });

  const asked = ({ id, articleId }: Claim) => ({ articleId, claimId: id, userId: newId(), sourceId: newId(), revisionId: newId() });

  it('goes on with numbers after the highest once all have handed in', async () => {
    const { db, desk, article } = await useDesk();
    await createTestClaim(db, desk.checker, article);
    await assignBlind(db, desk, article, [desk.checker, desk.otherChecker]);
    const numbers: number[] = [];
    for (const actor of [desk.otherChecker, desk.checker, desk.otherChecker, desk.checker]) {
      numbers.push((await createTestClaim(db, actor, article)).number);
    }
    expect([...numbers].sort((a, b) => a - b)).toEqual([2, 3, 1001, 1002]);
    for (const actor of [desk.checker, desk.otherChecker]) await finish(db, actor, article);
    expect((await createTestClaim(db, desk.checker, article)).number).toBe(1003);
  });
});
