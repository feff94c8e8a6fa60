import { describe, expect, it } from 'vitest';
import { GET as getEdition } from '@/app/reports/[slug]/[edition]/route';
import { GET as getReport } from '@/app/reports/[slug]/route';
import { SEES_ALL } from '@/lib/assignments/sight';
import { editClaim } from '@/lib/claims/mutations';
import type { Database } from '@/lib/db/database';
import { findPublication } from '@/lib/publication/data';
import { loadPublishedPage } from '@/lib/publication/link/loaders';
import { closeEdition, reopenEdition } from '@/lib/publication/mutations';
import { closeEditionInput } from '@/lib/publication/schema';
import { WHOLE } from '@/lib/report/choices';
import { moveClaim, submitClaims } from '@/lib/review/mutations';
import { verifyDatabase } from '@/lib/verify/data';
import { createTestClaimIn, toEditInput, toVersion, valueOf } from '../../factories/claims';
import { as, newKey } from '../../factories/people';
import { publish } from '../../factories/publications';
import { useDesk } from '../use-database';

const NAME = 'Mira Marlow said so.';
const REASON = 'Her lawyer asked for it.';

/** A report whose first edition has a note that the second, a correction, has not. */
async function useCorrected() {
  const made = await useDesk();
  const { db, desk, article } = made;
  const { articleId } = article;
  (globalThis as { hearsayDatabase?: Database }).hearsayDatabase = db;
  const claim = await createTestClaimIn(db, desk, article, 'approved', { note: NAME });
  const { slug } = valueOf(await publish(db, desk.editor, articleId));
  const edited = valueOf(await editClaim(as(db, desk.checker, 'claim.edit'), toEditInput(claim, { note: 'Somebody said so.' })));
  const sent = { key: newKey(), articleId, claims: [{ id: claim.id, version: edited.version }] };
  const [submitted] = valueOf(await submitClaims(as(db, desk.checker, 'claim.submit'), sent));
  if (submitted === undefined) throw new Error('Nothing was submitted.');
  valueOf(await moveClaim(as(db, desk.editor, 'claim.approve'), 'approve', toVersion(submitted)));
  valueOf(await publish(db, desk.editor, articleId, { note: 'A name was taken out.' }));
  const find = async () => {
    const found = await findPublication(db, { deskId: desk.deskId, articleId, sight: SEES_ALL });
    if (found === null) throw new Error('It is published.');
    return found;
  };
  const at = async (number: number) => (await find()).editions.find((edition) => edition.number === number)?.sha256.slice(0, 16) ?? '';
  const one = async (number: number) => ({ key: newKey(), articleId, version: (await find()).version, number });
  const close = async (number: number) => closeEdition(as(db, desk.editor, 'edition.close'), { ...(await one(number)), reason: REASON });
  const reopen = async (number: number) => reopenEdition(as(db, desk.editor, 'edition.reopen'), await one(number));
  return { ...made, articleId, slug, find, at, one, close, reopen };
}

const HOST = 'http://desk.example.org';
const context = <Params>(params: Params) => ({ params: Promise.resolve(params) });
const read = (slug: string, headers: Record<string, string> = {}) =>
  getReport(new Request(`${HOST}/reports/${slug}`, { headers }), context({ slug }));
const readEdition = (slug: string, edition: string, headers: Record<string, string> = {}) =>
  getEdition(new Request(`${HOST}/reports/${slug}/${edition}`, { headers }), context({ slug, edition }));

async function whole(response: Response) {
  return { status: response.status, headers: [...response.headers], body: await response.text() };
}

describe('a closed edition', () => {
  it('is answered like one that never was, page and data, at once, and comes back as it was', async () => {
    const { slug, at, close, reopen } = await useCorrected();
    const place = await at(1);
    const before = await whole(await readEdition(slug, place));
    const data = await whole(await readEdition(slug, `${place}.json`));
    expect([before.body, data.body].every((body) => body.includes(NAME))).toBe(true);
    const etag = before.headers.find(([name]) => name === 'etag')?.[1] ?? '';
    valueOf(await close(1));
    const never = await whole(await readEdition(slug, '0123456789abcdef'));
    expect(never.status).toBe(404);
    expect(await whole(await readEdition(slug, place))).toEqual(never);
    expect(await whole(await readEdition(slug, place, { 'If-None-Match': etag })), 'whatever is kept').toEqual(never);
    expect(await whole(await readEdition(slug, `${place}.json`))).toEqual(never);
    valueOf(await reopen(1));
    expect(await whole(await readEdition(slug, place))).toEqual(before);
    expect(await whole(await readEdition(slug, `${place}.json`))).toEqual(data);
  });

  it('is not quoted by what was read while it was open for a moment', async () => {
    const { slug, close, reopen } = await useCorrected();
    valueOf(await close(1));
    const load = () => loadPublishedPage({ slug, grant: null, home: null }, null);
    const asked = await load();
    valueOf(await reopen(1));
    const meanwhile = asked.kind === 'found' ? Buffer.from(await asked.read()).toString() : '';
    valueOf(await close(1));
    const now = await load();
    const page = now.kind === 'found' ? Buffer.from(await now.read()).toString() : '';
    for (const one of [meanwhile, page]) {
      expect(one).toContain('What stood before (edition 1) can no longer be read.');
      expect(one).not.toContain('Marlow');
    }
  });

  it('is quoted and named by no other edition: corrections beside it are told by claim number', async () => {
    const { slug, at, close, reopen } = await useCorrected();
    const first = await at(1);
    const before = await whole(await read(slug));
    expect(before.body).toContain(`note was “${NAME}”, now “Somebody said so.”`);
    expect(before.body).toContain(first);
    const etag = before.headers.find(([name]) => name === 'etag')?.[1] ?? '';
    valueOf(await close(1));
    const page = await whole(await read(slug, { 'If-None-Match': etag }));
    expect(page.status, 'what a browser has is no longer what stands there').toBe(200);
    for (const gone of ['Marlow', first, REASON]) expect(page.body, gone).not.toContain(gone);
    for (const told of ['C1: changed.', 'What stood before (edition 1) can no longer be read.', 'A name was taken out.'])
      expect(page.body).toContain(told);
    expect(page.body.match(/<section class="published"/g)).toHaveLength(1);
    valueOf(await reopen(1));
    expect(await whole(await read(slug))).toEqual(before);
  });

  it('takes its remark with it, also from editions after it and from those published later', async () => {
    const { db, desk, article, articleId, slug, at, close } = await useCorrected();
    valueOf(await close(1));
    await createTestClaimIn(db, desk, article, 'approved');
    valueOf(await publish(db, desk.editor, articleId));
    valueOf(await close(2));
    for (const page of [await read(slug), await readEdition(slug, await at(3))]) {
      const text = await page.text();
      for (const gone of ['Marlow', 'A name was taken out.', await at(1), await at(2)]) expect(text, gone).not.toContain(gone);
      expect(text).toContain('C2: added.');
    }
    expect((await verifyDatabase(db)).problems).toEqual([]);
  });

  it('is never the newest, nor closed or opened twice, nor by somebody who has not seen how it stands', async () => {
    const { db, desk, close, reopen, one } = await useCorrected();
    const stale = await one(1);
    expect(await close(2)).toMatchObject({ error: { code: 'INVALID', message: /^This edition stands at the link .* Revoke the report/ } });
    expect(await close(3)).toMatchObject({ error: { code: 'NOT_FOUND' } });
    expect(await reopen(1)).toMatchObject({ error: { code: 'INVALID', message: 'This edition is open already.' } });
    valueOf(await close(1));
    expect(await close(1)).toMatchObject({ error: { code: 'INVALID', message: 'This edition is closed already.' } });
    expect(await reopenEdition(as(db, desk.editor, 'edition.reopen'), stale)).toMatchObject({ error: { code: 'STALE' } });
    expect(await closeEdition(as(db, desk.checker, 'edition.close'), { ...(await one(1)), reason: REASON })).toMatchObject({
      error: { code: 'FORBIDDEN' },
    });
    expect(closeEditionInput.safeParse({ ...stale, reason: ' ' })).toMatchObject({
      error: { issues: [{ message: 'Say why, for the desk.' }] },
    });
    const run = (sql: string) => db.transact(async (_tx, direct) => direct.rows(`${sql} RETURNING 1`, []));
    await expect(run(`UPDATE "EditionClosing" SET "reason" = 'Another.'`)).rejects.toThrow(/never changed/);
    await expect(
      run('INSERT INTO "EditionClosing" SELECT "publicationId", 2, "reason", "closedById", "closedAt" FROM "EditionClosing"'),
    ).rejects.toThrow(/The newest edition is not closed/);
  });

  it('is told to the desk, with who closed it and why', async () => {
    const { desk, find, close } = await useCorrected();
    valueOf(await close(1));
    const { editions } = await find();
    expect(editions.map(({ closed }) => closed)).toMatchObject([null, { by: { name: desk.editor.name }, reason: REASON }]);
  });
});

describe('a correction that withholds more', () => {
  it('closes the editions that still show it, where that is wanted, and leaves those that do not', async () => {
    const { db, desk, article, articleId, find } = await useCorrected();
    const withholding = (...withheld: ('people' | 'notes')[]) => ({ choices: { ...WHOLE, withheld } });
    valueOf(await publish(db, desk.editor, articleId, withholding('notes')));
    expect(
      (await find()).editions.map(({ closed }) => closed?.reason ?? null),
      'nobody asked for it',
    ).toEqual([null, null, null]);
    await createTestClaimIn(db, desk, article, 'approved');
    const key = newKey();
    const before = await find();
    const sent = { ...withholding('notes'), closeEarlier: true, key, version: before.version };
    const done = valueOf(await publish(db, desk.editor, articleId, sent));
    expect(valueOf(await publish(db, desk.editor, articleId, sent))).toEqual(done);
    const reason = 'It shows what edition 4 withholds.';
    const after = await find();
    expect(after.editions.map(({ number, closed }) => [number, closed?.reason ?? null])).toEqual([
      [4, null],
      [3, null],
      [2, reason],
      [1, reason],
    ]);
    expect(after.version, 'one write').toBe(before.version + 1);
  });
});
