import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { GET as getEdition } from '@/app/reports/[slug]/[edition]/route';
import { GET as getCard } from '@/app/reports/[slug]/card.png/route';
import { GET as getEmbed } from '@/app/reports/[slug]/embed/route';
import { GET as getReport, POST as postReport } from '@/app/reports/[slug]/route';
import { hashPassword } from '@/lib/auth/password';
import { countAttempt } from '@/lib/auth/throttle';
import type { Database } from '@/lib/db/database';
import { DAY } from '@/lib/kernel/clock';
import { revokePublication, setAccess } from '@/lib/publication/mutations';
import { createTestClaimIn, valueOf } from '../../factories/claims';
import { createClock } from '../../factories/database';
import { as, newKey } from '../../factories/people';
import { OPEN, publish } from '../../factories/publications';
import { useDesk } from '../use-database';

/** The routes ask the process's database: here, the one of the test. */
function serve(db: Database): void {
  (globalThis as { hearsayDatabase?: Database }).hearsayDatabase = db;
}

async function usePublished(access: Partial<Parameters<typeof publish>[3]> = {}) {
  const made = await useDesk();
  const { db, desk, article } = made;
  serve(db);
  const claim = await createTestClaimIn(db, desk, article, 'approved', { note: 'Said on the steps.' });
  const { articleId } = article;
  const published = valueOf(await publish(db, desk.editor, articleId, access));
  const revoke = () =>
    revokePublication(as(db, desk.editor, 'report.revoke'), { key: newKey(), articleId, version: published.version }).then(valueOf);
  return { ...made, claim, articleId, slug: published.slug, version: published.version, revoke };
}

const HOST = 'http://desk.example.org';
const context = <Params>(params: Params) => ({ params: Promise.resolve(params) });
const request = (path: string, headers: Record<string, string> = {}) => new Request(`${HOST}${path}`, { headers });

const read = (slug: string, headers: Record<string, string> = {}) => getReport(request(`/reports/${slug}`, headers), context({ slug }));
const readEdition = (slug: string, edition: string, headers: Record<string, string> = {}) =>
  getEdition(request(`/reports/${slug}/${edition}`, headers), context({ slug, edition }));
const readEmbed = (slug: string) => getEmbed(request(`/reports/${slug}/embed`), context({ slug }));

const readCard = (slug: string) => getCard(request(`/reports/${slug}/card.png`), context({ slug }));

let tries = 0;

function enter(slug: string, password: string, { peer = `peer ${++tries}`, from = HOST } = {}): Promise<Response> {
  const headers = { Origin: from, Host: 'desk.example.org', 'x-hearsay-peer': peer, 'Content-Type': 'application/x-www-form-urlencoded' };
  const body = new URLSearchParams({ password }).toString();
  return postReport(new Request(`${HOST}/reports/${slug}`, { method: 'POST', headers, body }), context({ slug }));
}

/** All that somebody outside can compare. */
async function whole(response: Response) {
  return { status: response.status, headers: [...response.headers], body: await response.text() };
}

const UNKNOWN = 'the-mayor-resigned-0000000000000000';
const PASSWORD = 'the river is high';
let passwordHash: string;
beforeAll(async () => {
  passwordHash = await hashPassword(PASSWORD);
});

const EXPIRED = () => ({
  access: { ...OPEN, expiresAt: new Date(Date.now() - DAY) },
  clock: createClock(new Date(Date.now() - 2 * DAY).toISOString()),
});

describe('a published report', () => {
  it('is one page that needs nobody signed in, tells a card what the label says, and is asked for anew each time', async () => {
    const { slug } = await usePublished();
    const answer = await read(slug);
    const page = await answer.text();
    expect([answer.status, answer.headers.get('cache-control'), answer.headers.get('x-robots-tag')]).toEqual([
      200,
      'public, no-cache',
      'noindex',
    ]);
    expect(page).toContain(`<link rel="canonical" href="/reports/${slug}">`);
    expect(page).toMatch(/<meta property="og:description" content="1 claim\. One attribution\. /);
    expect(page).not.toContain('<script');
    const etag = answer.headers.get('etag') ?? '';
    const again = await read(slug, { 'If-None-Match': etag });
    expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', etag]);
  });

  it('gives its data with the hash that stands on the page', async () => {
    const { slug } = await usePublished();
    const [, path, sha256] =
      /href="(\/reports\/[^"]+\.json)">its data<\/a> has the <span class="nb">SHA-256<\/span> <span class="mono">([0-9a-f]{64})/.exec(
        await (await read(slug)).text(),
      ) ?? [];
    const data = await readEdition(slug, path?.split('/').at(-1) ?? '');
    expect(data.headers.get('content-type')).toBe('application/json');
    expect(
      createHash('sha256')
        .update(await data.text())
        .digest('hex'),
    ).toBe(sha256);
  });

  it('stays at its hash when it is corrected, and says that it was', async () => {
    const { db, desk, article, articleId, slug } = await usePublished();
    const first = await (await read(slug)).text();
    const etag = (await read(slug)).headers.get('etag') ?? '';
    await createTestClaimIn(db, desk, article, 'approved');
    expect(await (await read(slug)).text(), 'the article has changed, the report has not').toBe(first);
    valueOf(await publish(db, desk.editor, articleId, { note: 'One more.' }));
    const corrected = await (await read(slug, { 'If-None-Match': etag })).text();
    expect(corrected).toContain('<h2>Corrections</h2>');
    expect(corrected).toContain('C2: added.');
    expect(corrected).toContain('One more.');
    const prefix = /href="\/reports\/[^/"]+\/([0-9a-f]{16})">What stood before/.exec(corrected)?.[1] ?? '';
    const earlier = await (await readEdition(slug, prefix)).text();
    expect(earlier).toContain('This is an earlier edition.');
    expect(earlier.replace(/\n<p class="copy later">.*<\/p>/, ''), 'else as it was').toBe(first);
    for (const odd of ['0'.repeat(16), prefix.slice(0, 8), '%', '__proto__', `${prefix}.html`])
      expect((await readEdition(slug, odd)).status, odd).toBe(404);
  });

  it('may be listed by search engines where an editor says so, but not while it is locked', async () => {
    const { slug } = await usePublished({ access: { ...OPEN, listed: true } });
    expect((await read(slug)).headers.get('x-robots-tag')).toBeNull();
    const locked = await usePublished({ access: { ...OPEN, listed: true }, passwordHash });
    expect((await read(locked.slug)).headers.get('x-robots-tag')).toBe('noindex');
  });

  it('has a picture for cards, the same until it is corrected', async () => {
    const { slug } = await usePublished();
    const card = await readCard(slug);
    expect([card.status, card.headers.get('content-type')]).toEqual([200, 'image/png']);
    const bytes = Buffer.from(await card.arrayBuffer());
    expect(bytes.subarray(1, 4).toString()).toBe('PNG');
    const again = await readCard(slug);
    expect(again.headers.get('etag')).toBe(card.headers.get('etag'));
    expect(Buffer.from(await again.arrayBuffer()).equals(bytes)).toBe(true);
  });

  it('lends its label to other pages', async () => {
    const { slug } = await usePublished();
    const embed = await readEmbed(slug);
    expect(embed.status).toBe(200);
    const page = await embed.text();
    expect(page).toContain('On the record');
    expect(page).not.toContain('<script');
  });
});

describe('a link that cannot be read', () => {
  it('is answered like one that never was, whyever', async () => {
    const revoked = await usePublished();
    const never = { page: await whole(await read(UNKNOWN)), embed: await whole(await readEmbed(UNKNOWN)) };
    const edition = await whole(await readEdition(UNKNOWN, '0123456789abcdef'));
    expect(never.page.status).toBe(404);
    expect([never.embed, edition]).toEqual([never.page, never.page]);
    const etag = (await read(revoked.slug)).headers.get('etag') ?? '';
    const at = etag.slice(3, 19);
    expect((await readEdition(revoked.slug, at)).status).toBe(200);
    await revoked.revoke();
    expect(await whole(await read(revoked.slug, { 'If-None-Match': etag })), 'at once, whatever is kept').toEqual(never.page);
    for (const place of [at, `${at}.json`]) expect(await whole(await readEdition(revoked.slug, place)), place).toEqual(never.page);
    expect(await whole(await readEmbed(revoked.slug))).toEqual(never.page);
    for (const slug of [UNKNOWN, revoked.slug]) expect(await whole(await readCard(slug))).toEqual(never.page);
    const expired = await usePublished(EXPIRED());
    expect(await whole(await read(expired.slug))).toEqual(never.page);
    expect(await whole(await readEmbed(expired.slug))).toEqual(never.page);
    const both = await usePublished({ ...EXPIRED(), passwordHash });
    expect(await whole(await read(both.slug)), 'it does not even ask for the password').toEqual(never.page);
  });

  it('takes every password, right or wrong, like one that never was', async () => {
    const expired = await usePublished({ ...EXPIRED(), passwordHash });
    const never = await whole(await enter(UNKNOWN, PASSWORD));
    expect(never.status).toBe(404);
    for (const password of [PASSWORD, 'wrong', '']) expect(await whole(await enter(expired.slug, password)), password).toEqual(never);
    const revoked = await usePublished({ passwordHash, access: OPEN });
    await revoked.revoke();
    for (const password of [PASSWORD, 'wrong']) expect(await whole(await enter(revoked.slug, password)), password).toEqual(never);
  });
});

describe('a report with a password', () => {
  it('asks for it, says nothing before, and is open to the browser that gave it', async () => {
    const { slug, db, desk, articleId, version } = await usePublished({ passwordHash, access: OPEN });
    const asked = await whole(await read(slug));
    expect(asked.status).toBe(200);
    expect(asked.body).toContain('This report has a password.');
    expect(asked.body).not.toContain('mayor resigned');
    for (const away of [readEmbed, readCard]) expect((await away(slug)).status).toBe(404);
    const wrong = await enter(slug, 'the river is low');
    expect([wrong.status, wrong.headers.get('set-cookie')]).toEqual([403, null]);
    const right = await enter(slug, PASSWORD);
    expect([right.status, right.headers.get('location')]).toEqual([303, `/reports/${slug}`]);
    const set = right.headers.get('set-cookie') ?? '';
    expect(set).toMatch(new RegExp(`Path=/reports/${slug}; Max-Age=43200; HttpOnly; SameSite=Lax$`));
    const Cookie = set.split(';')[0] ?? '';
    const page = await read(slug, { Cookie });
    expect(await page.text()).toContain('Said on the steps.');
    expect([page.headers.get('cache-control'), page.headers.get('vary')]).toEqual(['private, no-cache', 'Cookie']);
    const at = page.headers.get('etag')?.slice(3, 19) ?? '';
    expect((await readEdition(slug, at, { Cookie })).headers.get('etag')).not.toBeNull();
    expect((await readEdition(slug, at)).headers.get('etag'), 'its editions ask too').toBeNull();
    const forged = Cookie.replace(/\d{13}/, (until) => `${Number(until) + 1}`);
    expect(await (await read(slug, { Cookie: forged })).text()).toContain('has a password');
    const input = { key: newKey(), articleId, version, access: { ...OPEN, password: 'keep' as const } };
    valueOf(await setAccess(as(db, desk.editor, 'report.publish'), input, { passwordHash: await hashPassword('another one now') }));
    expect(await (await read(slug, { Cookie })).text(), 'another password closes it').toContain('has a password');
  });

  it('takes nothing that another site sends', async () => {
    const { slug } = await usePublished({ passwordHash, access: OPEN });
    expect(await whole(await enter(slug, PASSWORD, { from: 'https://elsewhere.example.org' }))).toEqual(await whole(await read(UNKNOWN)));
  });

  it('is not to be had by trying, and neither is it told by the limit that there is one', async () => {
    const { slug } = await usePublished({ passwordHash, access: OPEN });
    // Each address has so many guesses at each link.
    const peer = 'one who guesses';
    const statuses = async (at: string) => {
      const seen: number[] = [];
      for (let attempt = 0; attempt < 10; attempt++) seen.push((await enter(at, `guess ${attempt}`, { peer })).status);
      return seen;
    };
    expect(await statuses(slug)).toEqual([...Array(8).fill(403), 429, 429]);
    expect(await statuses(`${UNKNOWN}-x`)).toEqual([...Array(8).fill(404), 429, 429]);
    expect((await enter(slug, PASSWORD, { peer })).status, 'not even with the right one').toBe(429);
  });

  it('keeps nobody from signing in who sits where somebody guesses', async () => {
    await usePublished({ passwordHash, access: OPEN });
    const peer = 'a house with one address';
    for (let attempt = 0; attempt < 41; attempt++) await enter(`${UNKNOWN}-${attempt}`, 'guess', { peer });
    expect((await enter(`${UNKNOWN}-y`, 'guess', { peer })).status).toBe(429);
    expect(await countAttempt('somebody@desk.example.org', peer)).toBeNull();
  });
});
