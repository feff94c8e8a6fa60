import { gunzipSync, gzipSync } from 'node:zlib';
import Sqlite from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { SEES_ALL } from '@/lib/assignments/sight';
import { CLAIM_STATES } from '@/lib/claims/claim-state';
import { editClaim } from '@/lib/claims/mutations';
import { saveOriginGroup } from '@/lib/claims/origin-groups/mutations';
import type { Database } from '@/lib/db/database';
import { readReport } from '@/lib/export/data';
import { parseArticleJson } from '@/lib/export/json';
import { newId } from '@/lib/kernel/ids';
import { findPublication, findPublicPath } from '@/lib/publication/data';
import { toLabelWords } from '@/lib/publication/label-words';
import { readData, unpack } from '@/lib/publication/link/data';
import { restorePublication, revokePublication, setAccess } from '@/lib/publication/mutations';
import { publishedPage } from '@/lib/publication/page';
import { toPublicModel } from '@/lib/publication/public-model';
import { buildReport } from '@/lib/report/model';
import { moveClaim, submitClaims } from '@/lib/review/mutations';
import { verifyDatabase } from '@/lib/verify/data';
import { assignBlind, handInCheck } from '../../factories/assignments';
import { createTestClaimIn, toEditInput, toVersion, valueOf } from '../../factories/claims';
import { createClock } from '../../factories/database';
import { as, newKey } from '../../factories/people';
import { OPEN, publish } from '../../factories/publications';
import { createSampleDesk } from '../../factories/sample';
import { useDatabase, useDesk } from '../use-database';

async function useApproved() {
  const made = await useDesk();
  const { db, desk, article } = made;
  const claim = await createTestClaimIn(db, desk, article, 'approved', { note: 'Said on the steps.' });
  const { articleId } = article;
  const find = () => findPublication(db, { deskId: desk.deskId, articleId, sight: SEES_ALL });
  const version = async () => ({ key: newKey(), articleId, version: (await find())?.version ?? 0 });
  /** Somebody changes the claim, and an editor approves it again. */
  const change = async (note: string) => {
    const before = await db.read.claim.findUniqueOrThrow({ where: { id: claim.id }, select: { version: true } });
    const edited = valueOf(await editClaim(as(db, desk.checker, 'claim.edit'), toEditInput({ ...claim, ...before }, { note })));
    const sent = { key: newKey(), articleId, claims: [{ id: claim.id, version: edited.version }] };
    const [submitted] = valueOf(await submitClaims(as(db, desk.checker, 'claim.submit'), sent));
    if (submitted === undefined) throw new Error('Nothing was submitted.');
    valueOf(await moveClaim(as(db, desk.editor, 'claim.approve'), 'approve', toVersion(submitted)));
  };
  return { ...made, claim, articleId, find, version, change };
}

async function dataOf(db: Database, number: number) {
  const { id } = await db.read.publication.findFirstOrThrow({ select: { id: true } });
  return unpack(await readData(db, { publicationId: id, number }));
}

describe('publishing a report', () => {
  it('makes a link of title words and chance, and an edition that bears its hash', async () => {
    const { db, desk, articleId, find } = await useApproved();
    expect(await find()).toBeNull();
    const made = valueOf(await publish(db, desk.editor, articleId));
    expect(made.slug).toMatch(/^the-mayor-resigned-[0-9a-hjkmnp-tv-z]{16}$/);
    expect(await find()).toMatchObject({
      slug: made.slug,
      listed: false,
      locked: false,
      version: 1,
      editions: [{ number: 1, changes: [] }],
    });
    expect((await verifyDatabase(db)).problems).toEqual([]);
  });

  it('keeps what was published while the article goes on', async () => {
    const { db, desk, articleId, change } = await useApproved();
    valueOf(await publish(db, desk.editor, articleId));
    const before = await dataOf(db, 1);
    await change('Said in the hall.');
    expect(await dataOf(db, 1)).toBe(before);
    expect(before).toContain('Said on the steps.');
  });

  it('keeps to itself what the desk said on the way, who brought the text in, and the name of the file', async () => {
    const { db, desk, article, articleId } = await useApproved();
    const returned = await createTestClaimIn(db, desk, article, 'returned');
    const sent = { key: newKey(), articleId, claims: [{ id: returned.id, version: returned.version }] };
    const [again] = valueOf(await submitClaims(as(db, desk.checker, 'claim.submit'), sent));
    if (again === undefined) throw new Error('Nothing was submitted.');
    valueOf(await moveClaim(as(db, desk.editor, 'claim.approve'), 'approve', toVersion(again)));
    valueOf(await publish(db, desk.editor, articleId));
    const json = await dataOf(db, 1);
    expect(json).not.toContain('Who says so?');
    const model = valueOf(parseArticleJson(json));
    expect(model.claims).toHaveLength(2);
    expect(model.transitions.map(({ to }) => to)).toEqual(['approved', 'approved']);
    expect(model.revision).toMatchObject({ fileName: null, importedBy: { id: desk.deskId } });
  });

  it('adds a correction at the same link, with what changed by claim number', async () => {
    const { db, desk, article, articleId, claim, change, find } = await useApproved();
    const sourceIds = claim.source === null ? [] : [claim.source.id];
    const group = { key: newKey(), groupId: newId(), articleId, version: 0, name: 'One story', sourceIds, reason: '', attested: null };
    valueOf(await saveOriginGroup(as(db, desk.checker, 'origin_group.edit'), group));
    const { slug } = valueOf(await publish(db, desk.editor, articleId));
    await change('Said in the hall.');
    await createTestClaimIn(db, desk, article, 'approved');
    expect(valueOf(await publish(db, desk.otherEditor, articleId, { note: 'A place was wrong.' })).slug).toBe(slug);
    expect((await find())?.editions).toMatchObject([
      {
        number: 2,
        note: 'A place was wrong.',
        publishedBy: { name: desk.otherEditor.name },
        changes: [
          { number: 1, words: 'note was “Said on the steps.”, now “Said in the hall.”' },
          { number: 2, words: 'added' },
        ],
      },
      { number: 1 },
    ]);
  });

  it('refuses what is not as it was seen, what nobody approved, and what nothing was changed in', async () => {
    const { db, desk, articleId, change } = await useApproved();
    const empty = await useDesk();
    expect(await publish(empty.db, empty.desk.editor, empty.article.articleId)).toMatchObject({
      error: { message: 'There is no approved claim to publish yet.' },
    });
    expect(await publish(db, desk.editor, articleId, { fingerprint: 'a'.repeat(64) })).toMatchObject({ error: { code: 'STALE' } });
    expect(await publish(db, desk.editor, articleId, { version: 3 })).toMatchObject({ error: { code: 'STALE' } });
    valueOf(await publish(db, desk.editor, articleId));
    expect(await publish(db, desk.editor, articleId)).toMatchObject({ error: { code: 'INVALID', message: /Nothing .* has changed/ } });
    await change('Said on the steps.');
    expect(await publish(db, desk.editor, articleId, { version: 0 })).toMatchObject({ error: { code: 'STALE' } });
  });

  it('applies a write that is sent twice once', async () => {
    const { db, desk, articleId, find } = await useApproved();
    const key = newKey();
    const first = await publish(db, desk.editor, articleId, { key, version: 0 });
    expect(first).toMatchObject({ ok: true });
    expect(await publish(db, desk.editor, articleId, { key, version: 0 })).toEqual(first);
    expect((await find())?.editions).toHaveLength(1);
  });

  it('waits until everybody who checks the article blind has handed in', async () => {
    const { db, desk, article, articleId, find } = await useApproved();
    await assignBlind(db, desk, article, [desk.checker, desk.otherChecker]);
    expect(await publish(db, desk.editor, articleId)).toMatchObject({ error: { code: 'FORBIDDEN', message: /checked blind/ } });
    expect(await find()).toBeNull();
    for (const checker of [desk.checker, desk.otherChecker]) valueOf(await handInCheck(db, checker, article));
    expect(await publish(db, desk.editor, articleId)).toMatchObject({ ok: true });
  });

  it('is for editors, and for those of the article’s desk', async () => {
    const { db, desk, articleId } = await useApproved();
    expect(await publish(db, desk.checker, articleId)).toMatchObject({ error: { code: 'FORBIDDEN' } });
    expect(await publish(db, { ...desk.editor, deskId: newKey() }, articleId)).toMatchObject({ error: { code: 'NOT_FOUND' } });
  });
});

describe('the link', () => {
  it('is taken back and given back, the same, by nobody who has not seen how it stands', async () => {
    const { db, desk, articleId, find, version } = await useApproved();
    const { slug } = valueOf(await publish(db, desk.editor, articleId));
    const stale = await version();
    valueOf(await revokePublication(as(db, desk.editor, 'report.revoke'), await version()));
    expect((await find())?.revokedAt).not.toBeNull();
    expect(await revokePublication(as(db, desk.editor, 'report.revoke'), stale)).toMatchObject({ error: { code: 'STALE' } });
    expect(valueOf(await restorePublication(as(db, desk.editor, 'report.publish'), await version())).slug).toBe(slug);
    expect(await find()).toMatchObject({ revokedAt: null, version: 3, editions: [{ number: 1 }] });
  });

  it('comes back with a correction', async () => {
    const { db, desk, articleId, find, version, change } = await useApproved();
    const { slug } = valueOf(await publish(db, desk.editor, articleId));
    valueOf(await revokePublication(as(db, desk.editor, 'report.revoke'), await version()));
    await change('Said in the hall.');
    expect(valueOf(await publish(db, desk.editor, articleId)).slug).toBe(slug);
    expect(await find()).toMatchObject({ revokedAt: null });
  });

  it('is opened to others and closed again; what nobody said about it stays', async () => {
    const { db, desk, articleId, find, version } = await useApproved();
    const clock = createClock('2026-03-01T09:00:00.000Z');
    valueOf(await publish(db, desk.editor, articleId, { access: { ...OPEN, listed: true }, passwordHash: 'hash', clock }));
    expect(await find()).toMatchObject({ listed: true, locked: true });
    const scope = as(db, desk.editor, 'report.publish', { clock });
    const until = new Date('2026-04-01T00:00:00.000Z');
    const access = { listed: false, expiresAt: until, password: 'keep' } as const;
    valueOf(await setAccess(scope, { ...(await version()), access }, { passwordHash: undefined }));
    expect(await find()).toMatchObject({ listed: false, locked: true, expiresAt: until });
    const over = { ...access, expiresAt: new Date('2026-02-01T00:00:00.000Z') };
    expect(await setAccess(scope, { ...(await version()), access: over }, { passwordHash: undefined })).toMatchObject({
      error: { code: 'INVALID', field: 'access.expiresAt' },
    });
  });

  it('is given away to exports while everybody can read it, and not otherwise', async () => {
    const { db, desk, articleId, version } = await useApproved();
    const pathAt = (now: string, limited: readonly string[] = []) => {
      const sight = { ...SEES_ALL, limited: new Map(limited.map((id) => [id, []])) };
      return findPublicPath(db, { deskId: desk.deskId, articleId, sight, now: new Date(now) });
    };
    const clock = createClock('2026-03-01T09:00:00.000Z');
    const during = '2026-03-02T00:00:00.000Z';
    expect(await pathAt(during)).toBeNull();
    const expiresAt = new Date('2026-04-01T00:00:00.000Z');
    const { slug } = valueOf(await publish(db, desk.editor, articleId, { access: { ...OPEN, expiresAt }, clock }));
    expect(await pathAt(during)).toBe(`/reports/${slug}`);
    expect(await pathAt('2026-04-02T00:00:00.000Z'), 'run out').toBeNull();
    expect(await pathAt(during, [articleId]), 'to who checks it blind').toBeNull();
    const access = { listed: false, expiresAt, password: 'set' } as never;
    const scope = as(db, desk.editor, 'report.publish', { clock });
    valueOf(await setAccess(scope, { ...(await version()), access }, { passwordHash: 'hash' }));
    expect(await pathAt(during), 'locked').toBeNull();
    valueOf(await setAccess(scope, { ...(await version()), access: { ...OPEN, expiresAt } }, { passwordHash: null }));
    valueOf(await revokePublication(as(db, desk.editor, 'report.revoke', { clock }), await version()));
    expect(await pathAt(during), 'revoked').toBeNull();
  });

  it('and what was published are kept by the database itself', async () => {
    const { db, desk, articleId } = await useApproved();
    valueOf(await publish(db, desk.editor, articleId));
    const run = (sql: string) => db.transact(async (_tx, direct) => direct.rows(`${sql} RETURNING 1`, []));
    for (const column of ['sha256', 'data', 'page', 'changes', 'publishedAt'])
      await expect(run(`UPDATE "Edition" SET "${column}" = "${column}"`), column).rejects.toThrow(/never changes/);
    await expect(run('DELETE FROM "Edition"')).rejects.toThrow(/never deleted/);
    await expect(run('DELETE FROM "Publication"')).rejects.toThrow(/never removed/);
    await expect(run(`UPDATE "Publication" SET "slug" = 'another'`)).rejects.toThrow(/keeps its/);
  });
});

describe('verify', () => {
  it('finds an edition that is not as it was published', async () => {
    const { db, desk, articleId, file } = await useApproved();
    valueOf(await publish(db, desk.editor, articleId));
    const { data } = await db.read.edition.findFirstOrThrow({ select: { data: true } });
    const changed = gzipSync(gunzipSync(data).toString().replace('Said on the steps.', 'Said on the stairs'));
    const beside = new Sqlite(file);
    beside.exec('DROP TRIGGER "Edition_no_update"');
    beside.prepare('UPDATE "Edition" SET "data" = ?, "page" = ?').run(changed, Buffer.from('no gzip'));
    beside.close();
    expect((await verifyDatabase(db)).problems).toEqual([
      expect.stringMatching(/^Published report .*, edition 1: its data does not have the hash it was published with\.$/),
      expect.stringMatching(/^Published report .*, edition 1: its page does not have the hash it was stored with\.$/),
    ]);
  });
});

describe('the sample’s public page', () => {
  it('takes less than 50 kB on its way', async () => {
    const { db } = await useDatabase();
    const { desk, articleId } = await createSampleDesk(db);
    const copy = await readReport(
      db,
      { deskId: desk.deskId, articleId, sight: SEES_ALL, now: new Date(0) },
      { kind: 'working_copy', states: CLAIM_STATES },
    );
    if (copy === null) throw new Error('There is no sample.');
    const model = toPublicModel(
      buildReport({ ...copy, kind: 'report', claims: copy.claims.map((claim) => ({ ...claim, state: 'approved' })) }),
    );
    expect(model.claims).toHaveLength(26);
    const edition = { number: 1, sha256: '0'.repeat(64), publishedAt: new Date(0), note: '', changes: [] };
    const page = publishedPage(model, { slug: 'a-slug', label: toLabelWords(model), editions: [edition] });
    expect(gzipSync(page).length).toBeLessThan(50_000);
  });
});
