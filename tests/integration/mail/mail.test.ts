import { describe, expect, it, onTestFinished } from 'vitest';
import { setDisabled } from '@/lib/auth/mutations';
import { deleteComment, editComment } from '@/lib/comments/mutations';
import { readNotices } from '@/lib/comments/notices/mutations';
import type { Database } from '@/lib/db/database';
import { type DeadLetter, readOutbox } from '@/lib/mail/data';
import { GATHER_MS, GIVE_UP_MS, type Post } from '@/lib/mail/mail';
import { runMail, sendDue, switchMail } from '@/lib/mail/mutations';
import { saveMailChoice } from '@/lib/people/mail-choice/mutations';
import type { Actor } from '@/lib/permissions/roles';
import { moveClaim } from '@/lib/review/mutations';
import { openPost } from '@/lib/smtp/transport';
import { createTestArticle } from '../../factories/articles';
import { assign, assignBlind } from '../../factories/assignments';
import { writtenBody } from '../../factories/bodies';
import { createTestClaim, createTestClaimIn, toVersion, valueOf } from '../../factories/claims';
import { say, toCommentVersion } from '../../factories/comments';
import { createClock } from '../../factories/database';
import { as, newKey } from '../../factories/people';
import { partOf, startSmtp } from '../../support/smtp';
import { useDesk } from '../use-database';

const HOME = 'https://desk.example';

/** A desk with mail set up, a mail server, and a clock; `later` goes on to when what came up until now is due, and sends it. */
async function useMail(options: Parameters<typeof startSmtp>[0] = {}) {
  const made = await useDesk();
  const smtp = await startSmtp(options);
  onTestFinished(smtp.stop);
  const clock = createClock(new Date().toISOString());
  await switchMail(made.db, true, clock);
  const failed: string[] = [];
  const post = openPost({ url: smtp.url, from: 'Hearsay <desk@example.org>' });
  const send = (by: Post = post) =>
    sendDue(made.db, { post: by, home: HOME, host: 'desk.example', clock, onFailed: ({ why }) => failed.push(why) });
  const later = async (ms: number = GATHER_MS, by: Post = post) => {
    clock.advance(ms);
    return send(by);
  };
  return { ...made, smtp, clock, failed, post, send, later };
}

const addressOf = async (db: Database, { userId }: Actor) =>
  (await db.read.user.findUniqueOrThrow({ where: { id: userId }, select: { email: true } })).email;
const statesOf = async (db: Database) => (await db.read.mail.findMany({ orderBy: { id: 'asc' } })).map(({ state }) => state);
const subjectOf = ({ source }: { readonly source: string }) => /^Subject: (.*)$/m.exec(source)?.[1]?.trim();

describe('mail', () => {
  it('goes to who is called, answered, handed back to or given an article, once, with a link and the words', async () => {
    const { db, desk, article, smtp, clock, later } = await useMail();
    const { checker, otherChecker, editor } = desk;
    await assign(db, desk, article, { people: [otherChecker.userId], clock });
    const claim = await createTestClaimIn(db, desk, article, 'submitted', { clock });
    const first = valueOf(await say(db, checker, claim, 'Is it <so> & "so"?', { clock }));
    clock.advance(1000);
    valueOf(await say(db, editor, claim, `@${otherChecker.name} knows.`, { threadId: first.id, people: [otherChecker], clock }));
    valueOf(await moveClaim(as(db, editor, 'claim.return', { clock }), 'return', { ...toVersion(claim), reason: 'Which mayor?' }));
    expect(await later(GATHER_MS - 1001), 'not before others could come up').toBe(0);
    expect(await later(1)).toBe(1);
    expect(await later(1000)).toBe(1);
    expect(await later()).toBe(0);
    const [toChecker, toOther] = await Promise.all(
      [checker, otherChecker].map(async (person) => {
        const address = await addressOf(db, person);
        return smtp.received.filter(({ to }) => to.includes(address));
      }),
    );
    expect([toChecker?.length, toOther?.length], 'several that come up together go in one').toEqual([1, 1]);
    const [mail] = toChecker ?? [];
    if (mail === undefined) throw new Error('There is no mail.');
    expect(mail.from).toBe('desk@example.org');
    expect(subjectOf(mail)).toBe('2 notices from your desk');
    const text = partOf(mail, 'text/plain');
    expect(text).toContain(
      `Edith of Desk answered in a thread of yours on C1 in “The mayor resigned”\n> @Otto of Desk knows.\n${HOME}/articles/`,
    );
    expect(text).toContain('Edith of Desk returned your C1 in “The mayor resigned”\n> Which mayor?');
    expect(text).toContain(`${HOME}/mail`);
    const given = partOf(toOther?.[0] ?? mail, 'text/plain');
    expect(given).toContain('gave you an article to check: “The mayor resigned”');
    expect(given).toContain('called you in a comment on C1');
    expect(await statesOf(db)).toEqual(['sent', 'sent']);
  });

  it('escapes what people wrote, in the markup, the text and the subject', async () => {
    const { db, desk, article, smtp, later, clock } = await useMail();
    await db.transact(async (tx) => {
      await tx.article.update({ where: { id: article.articleId }, data: { title: 'A\r\nBcc: all@example.org <b>title</b>' } });
    });
    const claim = await createTestClaim(db, desk.checker, article);
    valueOf(await say(db, desk.editor, claim, '<img src=x onerror=alert(1)> & “ok”', { clock }));
    expect(await later()).toBe(1);
    const [mail] = smtp.received;
    if (mail === undefined) throw new Error('There is no mail.');
    expect(mail.source).not.toMatch(/^Bcc:/m);
    expect(mail.to).toEqual([await addressOf(db, desk.checker)]);
    const html = partOf(mail, 'text/html');
    expect(html).toContain('&lt;img src=x onerror=alert(1)&gt; &amp; “ok”');
    expect(html).not.toMatch(/<img|<b>/);
    expect(partOf(mail, 'text/plain')).toContain('> <img src=x onerror=alert(1)> & “ok”');
  });

  it('says nothing of what somebody may not see, or that is gone, read or unwanted by then', async () => {
    const { db, desk, article, smtp, later, clock } = await useMail();
    const { checker, otherChecker, editor, admin } = desk;
    const claim = await createTestClaim(db, checker, article);
    const said = valueOf(await say(db, editor, claim, `@${otherChecker.name} look`, { people: [otherChecker], clock }));
    // Before it goes out, the article is given to both to check blind.
    await assignBlind(db, desk, article, [checker, otherChecker]);
    valueOf(await deleteComment(as(db, editor, 'comment.delete', { clock }), toCommentVersion(said)));
    valueOf(await say(db, editor, claim, 'A hint of the other one.', { clock }));
    await later();
    const told = smtp.received.map((mail) => partOf(mail, 'text/plain')).join('\n');
    expect(told).not.toContain('hint');
    expect(told).not.toContain('look');

    const open = await createTestClaim(db, admin, await createTestArticle(db, admin));
    valueOf(await saveMailChoice(as(db, admin, 'preferences.edit'), { key: newKey(), version: 0, choice: 'mentions' }));
    const before = smtp.received.length;
    valueOf(await say(db, editor, open, 'A comment on your claim.', { clock }));
    await later();
    expect(smtp.received).toHaveLength(before);
    valueOf(await say(db, editor, open, `@${admin.name}, really.`, { people: [admin], clock }));
    valueOf(await readNotices(as(db, admin, 'notices.read', { clock }), { key: newKey(), until: new Date(clock().getTime() + 1) }));
    await later();
    expect(smtp.received, 'what was read on the desk').toHaveLength(before);
    valueOf(await say(db, editor, open, `@${admin.name}, again.`, { people: [admin], clock }));
    expect(await later()).toBe(1);
    valueOf(await saveMailChoice(as(db, admin, 'preferences.edit'), { key: newKey(), version: 1, choice: 'none' }));
    valueOf(await say(db, editor, open, `@${admin.name}, once more.`, { people: [admin], clock }));
    await later();
    expect(smtp.received).toHaveLength(before + 1);
    expect(new Set(await statesOf(db))).toEqual(new Set(['sent', 'dropped']));
  });

  it('does not go out again because a comment was edited, nor to who left', async () => {
    const { db, desk, article, smtp, later, clock } = await useMail();
    const claim = await createTestClaim(db, desk.editor, article);
    const said = valueOf(await say(db, desk.editor, claim, `@${desk.checker.name} one`, { people: [desk.checker], clock }));
    expect(await later()).toBe(1);
    const body = [...writtenBody(`@${desk.checker.name} two`, [desk.checker])] as never;
    valueOf(await editComment(as(db, desk.editor, 'comment.edit', { clock }), { ...toCommentVersion(said), body }));
    expect(await later()).toBe(0);
    valueOf(await say(db, desk.editor, claim, `@${desk.checker.name} three`, { people: [desk.checker], clock }));
    valueOf(await setDisabled(db, await addressOf(db, desk.checker), true, new Date()));
    expect(await later()).toBe(0);
    expect(smtp.received).toHaveLength(1);
  });

  it('waits while the server is down, and goes out once when it is up again', async () => {
    const { db, desk, article, smtp, later, clock, failed } = await useMail();
    const claim = await createTestClaim(db, desk.checker, article);
    valueOf(await say(db, desk.editor, claim, 'Who says so?', { clock }));
    valueOf(await say(db, desk.editor, await createTestClaim(db, desk.admin, article), 'And who this?', { clock }));
    await smtp.stop();
    expect(await later()).toBe(0);
    const tries = await db.read.mail.findMany({ orderBy: { attempts: 'desc' }, select: { attempts: true, error: true, state: true } });
    expect(tries, 'one that finds nobody keeps the others from trying').toMatchObject([
      { attempts: 1, state: 'waiting', error: expect.stringContaining('ECONNREFUSED') },
      { attempts: 0, state: 'waiting' },
    ]);
    const again = await startSmtp({ port: smtp.port });
    onTestFinished(again.stop);
    expect(await later(60_000)).toBe(2);
    expect(await later(GATHER_MS)).toBe(0);
    expect(again.received).toHaveLength(2);
    expect(failed).toEqual([]);
  });

  it('gives a letter up that the server refuses for good, shows it to administrators, and tries one again that it refuses for now', async () => {
    let busy = true;
    let blocked = 'nobody yet';
    const { db, desk, article, smtp, later, clock, failed } = await useMail({
      onReceiver: (address) => (address.includes(blocked) ? { code: 550, words: 'No such person here' } : null),
      onLetter: () => (busy ? { code: 451, words: 'Try again later' } : null),
    });
    blocked = await addressOf(db, desk.checker);
    valueOf(await say(db, desk.editor, await createTestClaim(db, desk.checker, article), 'One?', { clock }));
    valueOf(await say(db, desk.editor, await createTestClaim(db, desk.admin, article), 'Two?', { clock }));
    expect(await later()).toBe(0);
    expect(failed).toEqual([expect.stringContaining('550')]);
    busy = false;
    expect(await later(29_000), 'not before its time').toBe(0);
    expect(await later(1000)).toBe(1);
    expect(smtp.received.map(({ to }) => to)).toEqual([[await addressOf(db, desk.admin)]]);
    const outbox = await readOutbox(db, { deskId: desk.deskId });
    const dead: Partial<DeadLetter> = { name: desk.checker.name, why: expect.stringContaining('No such person') as unknown as string };
    expect(outbox).toMatchObject({ waiting: 0, failed: [dead] });
  });

  it('goes out to others though one of them cannot be read', async () => {
    const { db, desk, article, smtp, later, clock } = await useMail();
    const broken = valueOf(await say(db, desk.editor, await createTestClaim(db, desk.checker, article), 'One?', { clock }));
    valueOf(await say(db, desk.editor, await createTestClaim(db, desk.admin, article), 'Two?', { clock }));
    await db.transact(async (tx) => {
      await tx.comment.update({ where: { id: broken.id }, data: { body: '{' } });
    });
    expect(await later()).toBe(1);
    expect(smtp.received.map(({ to }) => to)).toEqual([[await addressOf(db, desk.admin)]]);
    expect((await db.read.mail.findMany({ where: { state: 'waiting' } })).map(({ error }) => error)).toEqual([
      expect.stringContaining('could not be read'),
    ]);
  });

  it('gives up after three days in which nothing was taken', async () => {
    const { db, desk, article, later, clock, failed } = await useMail();
    valueOf(await say(db, desk.editor, await createTestClaim(db, desk.checker, article), 'Anybody?', { clock }));
    const nobody: Post = async () => ({ kind: 'unreachable', why: 'no route' });
    await later(GATHER_MS, nobody);
    expect(await statesOf(db)).toEqual(['waiting']);
    await later(GIVE_UP_MS + 1, nobody);
    expect(await statesOf(db)).toEqual(['failed']);
    expect(failed).toEqual(['no route']);
  });

  it('that was taken just as the program was killed goes out under the same Message-ID, as the same mail', async () => {
    const { db, desk, article, smtp, later, clock, post } = await useMail();
    const claim = await createTestClaim(db, desk.checker, article);
    valueOf(await say(db, desk.editor, claim, 'Who says so?', { clock }));
    const killed: Post = async (letter) => {
      await post(letter);
      throw new Error('killed');
    };
    await expect(later(GATHER_MS, killed)).rejects.toThrow('killed');
    valueOf(await say(db, desk.editor, claim, 'And what else?', { clock }));
    expect(await later(0)).toBe(1);
    const ids = smtp.received.map(({ source }) => /^Message-ID: (.*)$/im.exec(source)?.[1]);
    expect(ids[0]).toMatch(/^<[0-9a-f-]{36}@desk\.example>/);
    expect(ids[1]).toBe(ids[0]);
    expect(partOf(smtp.received[1] as never, 'text/plain'), 'what came up since goes in the next').not.toContain('what else');
    expect(await later(0)).toBe(0);
    expect(await later()).toBe(1);
  });

  it('that is not set up leaves no rows behind, and lets go of what waited when it is taken away', async () => {
    const { db, desk, article } = await useDesk();
    const claim = await createTestClaim(db, desk.checker, article);
    valueOf(await say(db, desk.editor, claim, 'Nobody is told.'));
    const count = async () => [await db.read.mailNotice.count(), await db.read.mail.count({ where: { state: 'waiting' } })];
    expect(await count()).toEqual([0, 0]);
    await switchMail(db, true);
    await switchMail(db, true);
    valueOf(await say(db, desk.editor, claim, 'Noted.'));
    expect(await count()).toEqual([1, 0]);
    await switchMail(db, false);
    expect(await count()).toEqual([0, 0]);
    valueOf(await say(db, desk.editor, claim, 'Not noted.'));
    expect(await count()).toEqual([0, 0]);
  });

  it('is noted in the transaction of what it is about, or not at all', async () => {
    const { db, desk, article } = await useMail();
    const claim = await createTestClaim(db, desk.checker, article);
    await db.transact(async (tx) => {
      await tx.$executeRawUnsafe(`CREATE TRIGGER "no_more" BEFORE INSERT ON "AuditEvent" BEGIN SELECT RAISE(ABORT, 'no more'); END`);
    });
    await expect(say(db, desk.editor, claim, 'Lost.')).rejects.toThrow('no more');
    expect(await db.read.mailNotice.count()).toBe(0);
  });

  it('is sent by a runner that looks now and then, and finishes what it has begun', async () => {
    const { db, desk, article, smtp, post } = await useMail();
    const claim = await createTestClaim(db, desk.checker, article);
    valueOf(await say(db, desk.editor, claim, 'Who says so?', { clock: createClock(new Date(Date.now() - GATHER_MS).toISOString()) }));
    const stop = runMail(db, { post, home: null, host: 'localhost' }, 20);
    await expect.poll(() => smtp.received.length).toBe(1);
    await stop();
    expect(await statesOf(db)).toEqual(['sent']);
    expect(partOf(smtp.received[0] as never, 'text/plain'), 'without an address there is nothing to link to').not.toContain('http');
  });
});
