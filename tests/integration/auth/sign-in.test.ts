import { describe, expect, it } from 'vitest';
import { createUser, resetPassword, setDisabled } from '@/lib/auth/mutations';
import { closeSession, findSessionActor, SESSION_SECONDS } from '@/lib/auth/session';
import { signIn } from '@/lib/auth/sign-in';
import type { Database } from '@/lib/db/database';
import type { Role } from '@/lib/permissions/roles';
import { valueOf } from '../../factories/claims';
import { createTestDesk } from '../../factories/people';
import { useDatabase } from '../use-database';

const PASSWORD = 'correct horse 1';
let addresses = 0;
/** Attempts are counted for the whole process, so each test comes from an address, and brings accounts, of its own. */
const newAddress = () => `192.0.2.${++addresses}`;

async function useAccounts() {
  const { db } = await useDatabase();
  const { deskId } = await createTestDesk(db);
  const address = newAddress();
  const account = async (name: string, role: Role = 'checker') => {
    const email = `${name}-${address}@example.org`;
    const { userId } = valueOf(await createUser(db, { deskId, email, name, role, password: PASSWORD }));
    return { email, userId };
  };
  const enter = (email: string, password = PASSWORD, from = address) => signIn(db, { email, password }, from);
  return { db, deskId, account, enter };
}

const actorOf = (db: Database, sessionId: string, now = new Date()) => findSessionActor(db, sessionId, now);

describe('signing in', () => {
  it('opens a session of the account, with its desk and role', async () => {
    const { db, deskId, account, enter } = await useAccounts();
    const { email, userId } = await account('Edith', 'editor');
    const { sessionId } = valueOf(await enter(email));
    expect(await actorOf(db, sessionId)).toEqual({ userId, name: 'Edith', deskId, role: 'editor' });
    const row = await db.read.session.findUniqueOrThrow({ where: { id: sessionId } });
    expect(row.expiresAt.getTime() - row.createdAt.getTime()).toBe(SESSION_SECONDS * 1000);
  });

  it('does not mind case or spaces around the address', async () => {
    const { account, enter } = await useAccounts();
    const { email } = await account('Cleo');
    expect(await enter(`  ${email.toUpperCase()} `)).toMatchObject({ ok: true });
  });

  it('answers a wrong password and an unknown account alike, and opens nothing', async () => {
    const { db, account, enter } = await useAccounts();
    const { email } = await account('Cleo');
    const [wrong, unknown] = [await enter(email, 'wrong password'), await enter('nobody@example.org', PASSWORD)];
    expect(wrong).toMatchObject({ ok: false, error: { code: 'INVALID' } });
    expect(unknown).toEqual(wrong);
    expect(await db.read.session.count()).toBe(0);
  });

  it.each([
    ['nothing', undefined],
    ['a number', 7],
    ['no password', { email: 'a@example.org' }],
    ['an empty password', { email: 'a@example.org', password: '' }],
    ['a password of 201 characters', { email: 'a@example.org', password: 'x'.repeat(201) }],
    ['a query for an address', { email: { contains: '' }, password: PASSWORD }],
    ['a list for a password', { email: 'a@example.org', password: [PASSWORD] }],
  ])('refuses %s as credentials', async (_what, credentials) => {
    const { db } = await useAccounts();
    expect(await signIn(db, credentials, newAddress())).toMatchObject({ ok: false, error: { code: 'INVALID' } });
  });

  it('is refused to a disabled account, which only the right password can learn', async () => {
    const { db, account, enter } = await useAccounts();
    const { email } = await account('Cleo');
    valueOf(await setDisabled(db, email, true, new Date()));
    expect(await enter(email)).toMatchObject({ ok: false, error: { code: 'FORBIDDEN' } });
    expect(await enter(email, 'wrong password')).toMatchObject({ ok: false, error: { code: 'INVALID' } });
    valueOf(await setDisabled(db, email, false, new Date()));
    expect(await enter(email)).toMatchObject({ ok: true });
  });

  it('is refused to an account that is on no desk', async () => {
    const { db, account, enter } = await useAccounts();
    const { email, userId } = await account('Cleo');
    await db.transact((tx) => tx.membership.deleteMany({ where: { userId } }));
    expect(await enter(email)).toMatchObject({ ok: false, error: { code: 'FORBIDDEN' } });
  });

  it.each([
    ['gets another password', { passwordHash: 'another' }],
    ['is disabled', { disabledAt: new Date() }],
  ])('opens no session when the account %s between the check of the password and the session', async (_what, change) => {
    const { db, account, enter } = await useAccounts();
    const { email, userId } = await account('Cleo');
    const entering = await db.transact(async (tx) => {
      const waiting = enter(email);
      // Long enough to check the password, which was right, and to queue behind this write.
      await new Promise((resolve) => setTimeout(resolve, 150));
      await tx.user.update({ where: { id: userId }, data: change });
      return { waiting };
    });
    expect(await entering.waiting).toMatchObject({ ok: false, error: { code: expect.stringMatching('INVALID|FORBIDDEN') } });
    expect(await db.read.session.count({ where: { userId } })).toBe(0);
  });
});

describe('failed sign-ins', () => {
  it('are let through 8 times an account from one place, then refused there even with the right password, and nowhere else', async () => {
    const { account, enter } = await useAccounts();
    const [{ email }, other] = [await account('Cleo'), await account('Otto')];
    for (let attempt = 1; attempt <= 8; attempt += 1)
      expect(await enter(email, 'wrong'), `attempt ${attempt}`).toMatchObject({ error: { code: 'INVALID' } });
    const refused = await enter(email);
    expect(refused).toMatchObject({
      ok: false,
      error: { code: 'THROTTLED', message: expect.stringMatching(/Try again in \d+ (minutes|seconds)/) },
    });
    expect(await enter(email, PASSWORD, newAddress()), 'from another address').toMatchObject({ ok: true });
    expect(await enter(other.email)).toMatchObject({ ok: true });
  });

  it('are forgotten after a successful one', async () => {
    const { account, enter } = await useAccounts();
    const { email } = await account('Cleo');
    for (let round = 0; round < 3; round += 1) {
      for (let attempt = 0; attempt < 7; attempt += 1) await enter(email, 'wrong');
      expect(await enter(email), `round ${round}`).toMatchObject({ ok: true });
    }
  });

  it('are counted before the password is looked at: of 50 at once 8 are checked', async () => {
    const { account, enter } = await useAccounts();
    const { email } = await account('Cleo');
    const answers = await Promise.all(Array.from({ length: 50 }, () => enter(email, 'wrong')));
    const codes = answers.map((answer) => (answer.ok ? 'OK' : answer.error.code));
    expect(codes.filter((code) => code === 'INVALID')).toHaveLength(8);
    expect(codes.filter((code) => code === 'THROTTLED')).toHaveLength(42);
  });

  it('do not let the right password through when it is among too many at once', async () => {
    const { db, account, enter } = await useAccounts();
    const { email } = await account('Cleo');
    const answers = await Promise.all(Array.from({ length: 50 }, (_, attempt) => enter(email, attempt === 30 ? PASSWORD : 'wrong')));
    expect(answers.some((answer) => answer.ok)).toBe(false);
    expect(await db.read.session.count()).toBe(0);
  });

  it('are let through 40 times an address, whatever the accounts: of 50 at once 40 are checked', async () => {
    const { enter } = await useAccounts();
    const from = newAddress();
    const answers = await Promise.all(Array.from({ length: 50 }, (_, guess) => enter(`guess-${guess}-${from}@example.org`, 'wrong', from)));
    const codes = answers.map((answer) => (answer.ok ? 'OK' : answer.error.code));
    expect(codes.filter((code) => code === 'INVALID')).toHaveLength(40);
    expect(codes.filter((code) => code === 'THROTTLED')).toHaveLength(10);
    expect(await enter(`elsewhere-${from}@example.org`, 'wrong', newAddress())).toMatchObject({ error: { code: 'INVALID' } });
  });

  it('count no success against the address: a newsroom behind one address signs in all day', async () => {
    const { account, enter } = await useAccounts();
    const { email } = await account('Cleo');
    for (let round = 0; round < 45; round += 1) expect(await enter(email), `round ${round}`).toMatchObject({ ok: true });
  });
});

describe('a session', () => {
  it('ends at once when it is closed, and no other session of the account', async () => {
    const { db, account, enter } = await useAccounts();
    const { email } = await account('Cleo');
    const [here, there] = [valueOf(await enter(email)), valueOf(await enter(email))];
    valueOf(await closeSession(db, here.sessionId));
    expect([await actorOf(db, here.sessionId), (await actorOf(db, there.sessionId))?.name]).toEqual([null, 'Cleo']);
    expect(await closeSession(db, here.sessionId), 'closing twice is no fault').toMatchObject({ ok: true });
    expect(await db.read.auditEvent.count({ where: { type: 'session.closed' } })).toBe(1);
  });

  it.each([
    ['the account is disabled', (db: Database, email: string) => setDisabled(db, email, true, new Date())],
    ['the password is reset', (db: Database, email: string) => resetPassword(db, email, 'a new password 2')],
  ])('ends at once when %s, wherever it was opened', async (_what, change) => {
    const { db, account, enter } = await useAccounts();
    const [{ email }, other] = [await account('Cleo'), await account('Otto')];
    const open = [valueOf(await enter(email)), valueOf(await enter(email))];
    const others = valueOf(await enter(other.email));
    valueOf(await change(db, email));
    expect(await Promise.all(open.map(({ sessionId }) => actorOf(db, sessionId)))).toEqual([null, null]);
    expect(await actorOf(db, others.sessionId)).not.toBeNull();
  });

  it('does not come back when the account is enabled again', async () => {
    const { db, account, enter } = await useAccounts();
    const { email } = await account('Cleo');
    const { sessionId } = valueOf(await enter(email));
    valueOf(await setDisabled(db, email, true, new Date()));
    valueOf(await setDisabled(db, email, false, new Date()));
    expect(await actorOf(db, sessionId)).toBeNull();
  });

  it('ends when its week is over, to the millisecond', async () => {
    const { db, account, enter } = await useAccounts();
    const { sessionId } = valueOf(await enter((await account('Cleo')).email));
    const { expiresAt } = await db.read.session.findUniqueOrThrow({ where: { id: sessionId } });
    expect(await actorOf(db, sessionId, new Date(expiresAt.getTime() - 1))).not.toBeNull();
    expect(await actorOf(db, sessionId, expiresAt)).toBeNull();
  });

  it('has the role the person has now, and none once they left the desk', async () => {
    const { db, account, enter } = await useAccounts();
    const { email, userId } = await account('Cleo', 'editor');
    const { sessionId } = valueOf(await enter(email));
    await db.transact((tx) => tx.membership.updateMany({ where: { userId }, data: { role: 'checker' } }));
    expect(await actorOf(db, sessionId)).toMatchObject({ role: 'checker' });
    await db.transact((tx) => tx.membership.deleteMany({ where: { userId } }));
    expect(await actorOf(db, sessionId)).toBeNull();
  });

  it('does not exist under another id, however it is spelled', async () => {
    const { db, account, enter } = await useAccounts();
    const { sessionId } = valueOf(await enter((await account('Cleo')).email));
    for (const id of ['', "' OR 1=1 --", '%', `${sessionId} `, sessionId.toUpperCase()]) expect(await actorOf(db, id), id).toBeNull();
  });
});

describe('accounts', () => {
  it('keep their password as an argon2id hash with the parameters OWASP asks for', async () => {
    const { db, account } = await useAccounts();
    const { userId } = await account('Cleo');
    const { passwordHash } = await db.read.user.findUniqueOrThrow({ where: { id: userId } });
    expect(passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  it('are refused a second time for one address, in any case, also at once', async () => {
    const { db, deskId } = await useAccounts();
    const make = (email: string) => createUser(db, { deskId, email, name: 'N', role: 'checker', password: PASSWORD });
    const answers = await Promise.all([make('same@example.org'), make(' SAME@example.org')]);
    expect(answers.map((answer) => answer.ok).sort()).toEqual([false, true]);
    expect(await db.read.user.count({ where: { email: 'same@example.org' } })).toBe(1);
  });

  it.each(['', 'no-at', 'two@@example.org', 'a b@example.org', '@example.org'])(
    'are refused for %j, which is no address',
    async (email) => {
      const { db, deskId } = await useAccounts();
      const user = { deskId, email, name: 'N', role: 'checker', password: PASSWORD } as const;
      expect(await createUser(db, user)).toMatchObject({ ok: false, error: { code: 'INVALID', field: 'email' } });
    },
  );

  it('are refused a password of nine characters, new or reset', async () => {
    const { db, deskId, account } = await useAccounts();
    const { email } = await account('Cleo');
    const user = { deskId, email: 'b@example.org', name: 'N', role: 'checker', password: '123456789' } as const;
    expect(await createUser(db, user)).toMatchObject({ ok: false, error: { code: 'INVALID', field: 'password' } });
    expect(await resetPassword(db, email, '123456789')).toMatchObject({ ok: false, error: { code: 'INVALID', field: 'password' } });
  });

  it('answer with not found where there is none to change', async () => {
    const { db } = await useAccounts();
    expect(await resetPassword(db, 'nobody@example.org', PASSWORD)).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } });
    expect(await setDisabled(db, 'nobody@example.org', true, new Date())).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } });
  });
});
