import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseEnv } from '@/lib/env';

const SECRET = 's'.repeat(32);

describe('the environment', () => {
  it('needs nothing: everything has a default but the session secret', () => {
    expect(parseEnv({})).toEqual({
      mode: 'development',
      dataFolder: path.resolve('data'),
      databaseFile: path.resolve('data/hearsay.db'),
      sessionSecret: null,
      https: false,
      home: null,
      mail: null,
    });
  });

  it('puts the database into the data folder unless it has a place of its own', () => {
    expect(parseEnv({ HEARSAY_DATA: '/srv/hearsay' }).databaseFile).toBe('/srv/hearsay/hearsay.db');
    expect(parseEnv({ HEARSAY_DATA: '/srv/hearsay', DATABASE_URL: 'file:/mnt/other.db' })).toMatchObject({
      dataFolder: '/srv/hearsay',
      databaseFile: '/mnt/other.db',
    });
    expect(parseEnv({ DATABASE_URL: 'file:here.db' }).databaseFile).toBe(path.resolve('here.db'));
  });

  it.each([
    ['https://desk.example', true],
    ['http://127.0.0.1:3000', false],
    ['HTTPS://desk.example', true],
  ])('marks cookies secure for %s: %s', (NEXTAUTH_URL, https) => {
    expect(parseEnv({ NEXTAUTH_URL }).https).toBe(https);
  });

  it.each([
    ['DATABASE_URL', 'postgres://localhost/hearsay'],
    ['DATABASE_URL', 'file:'],
    ['DATABASE_URL', ''],
    ['NEXTAUTH_SECRET', 's'.repeat(31)],
    ['NEXTAUTH_URL', 'desk'],
    ['NODE_ENV', 'staging'],
    ['HEARSAY_DATA', ''],
  ])('is refused with one sentence that names %s when it is %j', (name, value) => {
    expect(() => parseEnv({ [name]: value })).toThrow(new RegExp(`^${name}: [^\\n]+$`));
  });

  it('is refused with one sentence for each variable that is wrong', () => {
    expect(() => parseEnv({ DATABASE_URL: 'x', NEXTAUTH_SECRET: 'short' })).toThrow(/^DATABASE_URL: .+\nNEXTAUTH_SECRET: .+$/);
  });

  it('ignores everybody else’s variables', () => {
    expect(parseEnv({ PATH: '/bin', NEXTAUTH_SECRET: SECRET }).sessionSecret).toBe(SECRET);
  });

  it('has mail where a server and an address to send from are named, both or neither', () => {
    const [url, from] = ['smtps://desk:secret@mail.example.org:465', 'Hearsay <desk@example.org>'];
    expect(parseEnv({ HEARSAY_SMTP_URL: url, HEARSAY_MAIL_FROM: from }).mail).toEqual({ url, from });
    expect(parseEnv({ HEARSAY_SMTP_URL: '', HEARSAY_MAIL_FROM: '' }).mail).toBeNull();
    expect(() => parseEnv({ HEARSAY_SMTP_URL: url })).toThrow(/go together/);
    expect(() => parseEnv({ HEARSAY_SMTP_URL: 'mail.example.org', HEARSAY_MAIL_FROM: from })).toThrow(/must start with smtp/);
    expect(() => parseEnv({ HEARSAY_SMTP_URL: url, HEARSAY_MAIL_FROM: 'nobody\r\nBcc: a@b.c' })).toThrow(/must be an address/);
    expect(parseEnv({ NEXTAUTH_URL: 'https://desk.example/' }).home).toBe('https://desk.example');
  });
});
