import { describe, expect, it } from 'vitest';
import { hashPassword, verifyAgainstNobody, verifyPassword } from '@/lib/auth/password';
import { sessionCookieName, sessionCookieOptions } from '@/lib/auth/session-cookie';

describe('a password', () => {
  it('opens its own hash and no other, and no two hashes are the same', async () => {
    const [one, again] = await Promise.all([hashPassword('correct horse'), hashPassword('correct horse')]);
    expect(one).not.toBe(again);
    expect(await verifyPassword(one, 'correct horse')).toBe(true);
    for (const wrong of ['Correct horse', 'correct horse ', '', 'correct hors'])
      expect(await verifyPassword(one, wrong), wrong).toBe(false);
  });

  it('of nobody is always wrong', async () => {
    expect(await verifyAgainstNobody('nobody has this password')).toBe(false);
    expect(await verifyAgainstNobody('')).toBe(false);
  });
});

describe('the session cookie', () => {
  it('is bound to its host on https', () => {
    expect([sessionCookieName(true), sessionCookieName(false)]).toEqual(['__Host-hearsay.session', 'hearsay.session']);
    expect(sessionCookieOptions(true)).toEqual({ httpOnly: true, sameSite: 'lax', path: '/', secure: true });
  });

  it('is out of reach of scripts and of other sites on plain http too', () => {
    expect(sessionCookieOptions(false)).toEqual({ httpOnly: true, sameSite: 'lax', path: '/', secure: false });
  });
});
