import { describe, expect, it } from 'vitest';
import { describeArticle } from '@/lib/articles/mutations';
import { handOn } from '@/lib/assignments/handing-on/mutations';
import { SEES_ALL } from '@/lib/assignments/sight';
import { saveDeskNote } from '@/lib/claims/desk-note/mutations';
import { deleteClaim, editClaim, restoreClaim } from '@/lib/claims/mutations';
import { saveOriginGroup } from '@/lib/claims/origin-groups/mutations';
import { deleteComment, editComment, resolveThread } from '@/lib/comments/mutations';
import type { Database } from '@/lib/db/database';
import { newId } from '@/lib/kernel/ids';
import { moveClaim } from '@/lib/review/mutations';
import type { DiffPart } from '@/lib/text/diff';
import { findTrailClaim, listArticleTrail, listClaimTrail } from '@/lib/trail/data';
import { TRAIL_AT_ONCE, TRAIL_KINDS, type TrailEntry } from '@/lib/trail/entry';
import { isWorded } from '@/lib/trail/event-words';
import type { TestArticle } from '../../factories/articles';
import { assign, handInCheck, take } from '../../factories/assignments';
import { createTestClaim, createTestClaimIn, insertSubmittedClaims, toEditInput, toVersion, valueOf } from '../../factories/claims';
import { say, toCommentVersion } from '../../factories/comments';
import { as, newKey, type TestDesk } from '../../factories/people';
import { createTestSource } from '../../factories/sources';
import { useDesk } from '../use-database';

const ALL = { personId: null, kind: null };

async function historyOf(db: Database, desk: TestDesk, claimId: string, { before = null as number | null, notes = true } = {}) {
  const scope = { deskId: desk.deskId, sight: SEES_ALL };
  const claim = await findTrailClaim(db, { ...scope, claimId });
  if (claim === null) throw new Error('There is no such claim.');
  return listClaimTrail(db, { ...scope, claim, notes }, before);
}

const drawn = (parts: readonly DiffPart[]) =>
  parts.map(({ kind, text }) => (kind === 'same' ? text : kind === 'gone' ? `[-${text}-]` : `{+${text}+}`)).join('');
const changesOf = (entry: TrailEntry | undefined) =>
  Object.fromEntries((entry?.changes ?? []).map(({ field, lines }) => [field, lines.map(drawn)]));

/** A claim to which everything happened that can. */
async function everything(db: Database, desk: TestDesk, article: TestArticle) {
  const [checker, editor] = [as(db, desk.checker, 'claim.edit'), as(db, desk.editor, 'claim.return')];
  await assign(db, desk, article, { people: [desk.checker.userId], reviewerId: desk.editor.userId });
  valueOf(
    await describeArticle(as(db, desk.checker, 'article.edit'), { key: newKey(), articleId: article.articleId, version: 1, topic: 'Rain' }),
  );
  const other = await createTestClaim(db, desk.checker, article, { spans: [{ start: 38, end: 46 }] });
  const claim = await createTestClaimIn(db, desk, article, 'submitted', { note: 'He said so on Monday.' });
  const returned = valueOf(await moveClaim(editor, 'return', { ...toVersion(claim), reason: 'Which Monday?' }));
  const edited = valueOf(
    await editClaim(
      checker,
      toEditInput(returned, {
        note: 'He said so on Tuesday.',
        confidence: 'low',
        details: { relations: [{ kind: 'contradicts', claimId: other.id, note: '' }] },
      }),
    ),
  );
  const gone = valueOf(await deleteClaim(as(db, desk.checker, 'claim.delete'), toVersion(edited)));
  const back = valueOf(await restoreClaim(as(db, desk.checker, 'claim.delete'), toVersion(gone)));
  const note = { key: newKey(), claimId: claim.id, version: 0, text: 'Call the secret number.' };
  valueOf(await saveDeskNote(as(db, desk.checker, 'desk_note.edit'), note));
  const said = valueOf(await say(db, desk.editor, claim, 'The secret word?'));
  const body = [{ kind: 'paragraph' as const, content: [{ text: 'Another secret word?' }] }];
  const changed = valueOf(await editComment(as(db, desk.editor, 'comment.edit'), { ...toCommentVersion(said), body }));
  const settled = valueOf(await resolveThread(as(db, desk.editor, 'comment.resolve'), { ...toCommentVersion(changed), resolved: true }));
  const opened = valueOf(await resolveThread(as(db, desk.editor, 'comment.resolve'), { ...toCommentVersion(settled), resolved: false }));
  valueOf(await deleteComment(as(db, desk.editor, 'comment.delete'), toCommentVersion(opened)));
  const source = await createTestSource(db, desk.checker, 'Reuters');
  const group = { key: newKey(), groupId: newId(), articleId: article.articleId, version: 0, name: 'One wire' };
  valueOf(
    await saveOriginGroup(as(db, desk.checker, 'origin_group.edit'), { ...group, sourceIds: [source.id], reason: '', attested: null }),
  );
  return { claim: back, other };
}

describe('a claim’s history', () => {
  it('tells everything that happened to it, the newest first, with who, why and what changed', async () => {
    const { db, desk, article } = await useDesk();
    const { claim } = await everything(db, desk, article);
    const { entries, before } = await historyOf(db, desk, claim.id);
    expect(before).toBeNull();
    expect(entries.map(({ by, did }) => `${by?.name.split(' ')[0]} ${did}`)).toEqual([
      'Edith deleted a comment on it',
      'Edith opened a thread about it again',
      'Edith settled a thread about it',
      'Edith changed a comment on it',
      'Edith commented on it',
      'Cleo changed the desk note',
      'Cleo brought it back',
      'Cleo deleted it',
      'Cleo edited it',
      'Edith returned it',
      'Cleo submitted it',
      'Cleo made it',
    ]);
    const edited = entries.find(({ did }) => did === 'edited it');
    expect(changesOf(edited)).toEqual({
      Confidence: ['[-High-]{+Low+}'],
      Note: ['He said so on [-Monday-]{+Tuesday+}.'],
      'Other claims': ['{+Contradicts C1+}'],
    });
    expect(entries.find(({ did }) => did === 'returned it')?.reason).toBe('Which Monday?');
    expect(changesOf(entries.at(-1))).toMatchObject({ Words: ['{+The mayor+}'], 'Presented as': ['{+Named person+}'] });
    expect(entries.filter(({ wasVersion }) => wasVersion).map(({ version }) => version)).toEqual([4, 1]);
  });

  it('never says what a comment or a desk note says, and of the note nothing to who may not read it', async () => {
    const { db, desk, article } = await useDesk();
    const { claim } = await everything(db, desk, article);
    const all = await historyOf(db, desk, claim.id);
    expect(JSON.stringify(all)).not.toMatch(/secret/);
    const without = await historyOf(db, desk, claim.id, { notes: false });
    expect(without.entries).toHaveLength(all.entries.length - 1);
    expect(JSON.stringify(without)).not.toMatch(/note the|desk note/);
  });

  it('tells an event that it has no words for by its name', async () => {
    const { db, desk, article } = await useDesk();
    const claim = await createTestClaim(db, desk.checker, article);
    await db.transact(async (_tx, direct) => {
      const event = { deskId: desk.deskId, actorId: desk.editor.userId, at: new Date(), subjectId: claim.id, hash: '' };
      direct.insert('AuditEvent', { id: newId(), ...event, type: 'claim.weighed', data: '{"version":2,"ounces":"secret"}' });
    });
    const { entries } = await historyOf(db, desk, claim.id);
    expect(entries[0]).toMatchObject({ did: 'did something that this version has no words for: claim.weighed', changes: [] });
    expect(JSON.stringify(entries)).not.toContain('secret');
    const { deskId } = desk;
    const scope = { deskId, articleId: article.articleId, sight: SEES_ALL, notes: true };
    const other = await listArticleTrail(db, scope, { personId: null, kind: 'other' }, null);
    expect(other.entries.map(({ did }) => did)).toEqual([entries[0]?.did]);
  });

  it('sets a chain, its words, evidence, flags and a finding against what they were, line by line', async () => {
    const { db, desk, article } = await useDesk();
    const claim = await createTestClaim(db, desk.checker, article);
    const voice = {
      tagged: false,
      sourceType: 'author',
      source: null,
      relation: 'publishes',
      stated: 'in_text',
      reading: 'on_trust',
    } as const;
    const none = { cue: null, hedges: [], anonymity: null };
    const relay = { ...voice, sourceType: 'news_organization', source: { name: 'The Herald' }, relation: 'reports' } as const;
    const tagged = { ...voice, tagged: true, sourceType: null, relation: 'says' } as const;
    const piece = { id: newId(), kind: 'url', title: 'Minutes', url: null, archivedUrl: null, locator: 'p. 3' as string } as const;
    const details = {
      chain: [
        { ...voice, ...none },
        { ...relay, ...none },
        { ...tagged, ...none },
      ],
      evidence: [{ ...piece, retrievedOn: null, originGroupId: null, stance: 'supports' as const }],
      flags: [{ flag: 'superlative' as const, verdict: 'added' as const, note: 'the only' }],
      finding: {
        ...({ attributionCheck: 'accurate', contentCheck: 'confirmed', credibility: 2, likelihood: 'likely' } as const),
        rationale: 'Two saw it.',
        correction: '',
        question: '',
      },
    };
    const first = valueOf(await editClaim(as(db, desk.checker, 'claim.edit'), toEditInput(claim, { details })));
    const second = {
      chain: [details.chain[0], { ...relay, ...none, reading: 'read' as const }, details.chain[2]] as typeof details.chain,
      evidence: [{ ...details.evidence[0], locator: 'p. 4' }] as typeof details.evidence,
    };
    valueOf(await editClaim(as(db, desk.checker, 'claim.edit'), toEditInput(first, { details: second })));
    const { entries } = await historyOf(db, desk, claim.id);
    expect(changesOf(entries[0])).toEqual({
      Chain: [
        'article ← The Herald ([-taken on trust-]{+read by us+}) ← The Mayor',
        'The Herald: news organisation, reports, [-taken on trust-]{+read by us+}',
      ],
      Evidence: ['Supports: Minutes (web page), p. [-3-]{+4+}'],
    });
    expect(changesOf(entries[1])).toMatchObject({
      Chain: expect.arrayContaining([expect.stringContaining('The Herald')]),
      'Did they say so?': ['{+Accurate+}'],
      Credibility: ['{+2+}'],
      Because: ['{+Two saw it.+}'],
      Flags: ['{+Superlative: the only+}'],
    });
  });

  it('tells who gave the maker’s work to whom, and not what other checkers did', async () => {
    const { db, desk, article } = await useDesk();
    await assign(db, desk, article, { checkers: 3, people: [desk.otherChecker.userId] });
    valueOf(await take(db, desk.checker, undefined, article.articleId));
    const claim = await createTestClaim(db, desk.checker, article);
    valueOf(await handInCheck(db, desk.otherChecker, article));
    const scope = as(db, desk.editor, 'assignment.edit');
    valueOf(await handOn(scope, { key: newKey(), fromId: desk.checker.userId, toId: desk.admin.userId }));
    const { entries } = await historyOf(db, desk, claim.id);
    expect(entries.map(({ did }) => did)).toEqual(['handed the work of Cleo of Desk on to Ada of Desk', 'made it']);
  });

  it('comes by pages, each event once and in order', async () => {
    const { db, desk, article } = await useDesk();
    const claim = await createTestClaim(db, desk.checker, article);
    await db.transact(async (_tx, direct) => {
      for (let at = 0; at < 500; at++) {
        const event = { deskId: desk.deskId, actorId: desk.editor.userId, at: new Date(), subjectId: claim.id, hash: '' };
        const data = JSON.stringify({ event: 'submit', reason: `step ${at}`, version: at + 2 });
        direct.insert('AuditEvent', { id: newId(), ...event, type: 'claim.moved', data });
      }
    });
    const told: string[] = [];
    let before: number | null = null;
    let pages = 0;
    do {
      const page: Awaited<ReturnType<typeof historyOf>> = await historyOf(db, desk, claim.id, { before });
      expect(page.entries.length).toBeLessThanOrEqual(TRAIL_AT_ONCE);
      told.push(...page.entries.map(({ reason, did }) => reason || did));
      before = page.before;
      pages += 1;
    } while (before !== null);
    expect(told).toEqual([...Array.from({ length: 500 }, (_, at) => `step ${499 - at}`), 'made it']);
    expect(pages).toBe(11);
  });
});

describe('an article’s trail', () => {
  it('has words for every event there is about it, and tells each under one kind', async () => {
    const { db, desk, article } = await useDesk();
    await everything(db, desk, article);
    const scope = { deskId: desk.deskId, articleId: article.articleId, sight: SEES_ALL, notes: true };
    const { entries } = await listArticleTrail(db, scope, ALL, null);
    const written = await db.read.auditEvent.findMany({ where: { type: { not: { startsWith: 'source.' } } } });
    expect(entries.map(({ id }) => id)).toEqual(written.map(({ id }) => id).reverse());
    expect(written.filter(({ type }) => !isWorded(type))).toEqual([]);
    const byKind = await Promise.all(TRAIL_KINDS.map((kind) => listArticleTrail(db, scope, { personId: null, kind }, null)));
    expect(byKind.flatMap((page) => page.entries.map(({ id }) => id)).sort()).toEqual(entries.map(({ id }) => id).sort());
    expect(byKind.at(-1)?.entries).toEqual([]);
    const { entries: hers } = await listArticleTrail(db, scope, { personId: desk.editor.userId, kind: null }, null);
    expect(hers.length).toBeGreaterThan(0);
    expect(hers.every(({ by }) => by?.id === desk.editor.userId)).toBe(true);
    const { entries: saved } = await listArticleTrail(db, scope, { personId: null, kind: 'checking' }, null);
    expect(changesOf(saved.at(-1))).toMatchObject({ 'Given to': ['{+Cleo of Desk+}'], Reviewer: ['{+Edith of Desk+}'] });
  });
});

it('names the consensus claim that stands for one', async () => {
  const { db, desk, article } = await useDesk();
  const [parent, consensus] = [await createTestClaim(db, desk.checker, article), await createTestClaim(db, desk.editor, article)];
  await db.transact(async (tx) => {
    await tx.claim.update({ where: { id: parent.id }, data: { supersededById: consensus.id, deletedAt: new Date() } });
  });
  const scope = { deskId: desk.deskId, sight: SEES_ALL };
  expect(await findTrailClaim(db, { ...scope, claimId: parent.id })).toMatchObject({
    deleted: true,
    supersededBy: { number: consensus.number },
  });
  expect(await findTrailClaim(db, { ...scope, claimId: consensus.id })).toMatchObject({ deleted: false, supersededBy: null });
});

it('has nothing to tell of a claim of which nothing was written down', async () => {
  const { db, desk, article } = await useDesk();
  const [claim] = await insertSubmittedClaims(db, desk, article, 1, new Date());
  expect(await historyOf(db, desk, claim?.id ?? '')).toEqual({ entries: [], before: null });
});
