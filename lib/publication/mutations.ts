import 'server-only';
import { randomBytes } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { findCheckingIn } from '@/lib/assignments/data';
import { SEES_ALL } from '@/lib/assignments/sight';
import type { AuditEvent } from '@/lib/audit/audit-event';
import { type ActorScope, findApplied, refuse, write } from '@/lib/db/write';
import type { Tx } from '@/lib/db/write-gate';
import { parseAsked, type WrittenChoice, writeAsked } from '@/lib/export/choice';
import { articleJsonPieces, readKeptJson } from '@/lib/export/json';
import { joinTexts } from '@/lib/export/pieces';
import { appError } from '@/lib/kernel/app-error';
import { systemClock } from '@/lib/kernel/clock';
import { newId } from '@/lib/kernel/ids';
import { ok, type Result, refused } from '@/lib/kernel/result';
import type { ArticleResource } from '@/lib/permissions/permissions';
import { type Change, changesBetween, withoutDetails } from './changes';
import { type Draft, readDraft, sha256 } from './data';
import { toLabelWords } from './label-words';
import { readData, unpack } from './link/data';
import { publishedPage } from './page';
import type { AccessInput, PublicationVersionInput, PublishReportInput, SetAccessInput } from './schema';
import { SLUG_BYTES, toSlug } from './slug';

type Scope = ActorScope<ArticleResource>;

/** The link as a write leaves it. */
export type SavedPublication = { readonly articleId: string; readonly slug: string; readonly version: number };

/** A password as it is kept: not here as it was typed. `undefined` leaves it as it is. */
export type Locked = { readonly passwordHash: string | null | undefined };

type WrittenAccess = { readonly listed: boolean; readonly expiresAt: string | null; readonly locked: boolean };

export type PublicationAuditEvent =
  | AuditEvent<'report.published', { readonly slug: string; readonly edition: number; readonly sha256: string; readonly version: number }>
  | AuditEvent<'report.access_set', { readonly before: WrittenAccess; readonly after: WrittenAccess; readonly version: number }>
  | AuditEvent<'report.revoked' | 'report.restored', { readonly slug: string; readonly version: number }>;

const publicationSelect = {
  id: true,
  articleId: true,
  slug: true,
  listed: true,
  passwordHash: true,
  expiresAt: true,
  revokedAt: true,
  version: true,
} as const;

type Row = NonNullable<Awaited<ReturnType<typeof findRow>>>;

/**
 * Publishes the report of an article: the first edition makes the link, each further one is a correction and gives a revoked
 * link back. Refused where it is no longer what the person saw, where no claim is approved, and where nothing changed since
 * the last edition. Report, page and what changed are made before the gate, which holds the version against what came between.
 *
 * @param locked the password of `access`, hashed
 */
export async function publishReport(scope: Scope, input: PublishReportInput, locked: Locked): Promise<Result<SavedPublication>> {
  const { db, actor, once, clock = systemClock } = scope;
  const { articleId, fingerprint, note, access, choices } = input;
  const { deskId, userId } = actor;
  const now = clock();
  // Asked here already: what was just published has not changed since, and that would be the answer to the retry.
  const applied = once === undefined ? null : await findApplied<SavedPublication>(db, actor, once);
  if (applied !== null) return applied;
  const draft = await readDraft(db, { deskId, articleId, sight: SEES_ALL, now }, choices);
  if (draft === null) return refused(appError('NOT_FOUND'));
  if (draft.seen !== fingerprint) {
    return refused(
      appError('STALE', 'The report has changed since you looked at it. The page now shows what it holds: publish again if that is right.'),
    );
  }
  const standing = await findRow(db.read, { deskId, articleId });
  const slug = standing?.slug ?? toSlug(draft.model.article.title, randomBytes(SLUG_BYTES));
  const edition = await prepare(scope, { draft, standing, slug, note });
  if (!edition.ok) return edition;
  return write(scope, async (tx) => {
    const before = await requireVersion(tx, scope, input);
    const version = (before?.version ?? 0) + 1;
    const publicationId = before?.id ?? newId();
    if (before === null) {
      const begun = { id: publicationId, deskId, articleId, slug, createdById: userId, createdAt: now };
      const open = { listed: false, passwordHash: null, expiresAt: null };
      const data = { ...begun, ...open, ...toAccess(access, locked, now), revokedAt: null, version, updatedAt: now };
      await tx.publication.create({ data, select: { id: true } });
    } else {
      const data = { ...toAccess(access, locked, now), revokedAt: null, version, updatedAt: now };
      await tx.publication.update({ where: { id: publicationId }, data, select: { id: true } });
    }
    await tx.edition.create({
      data: { publicationId, ...edition.value, publishedById: userId, publishedAt: now },
      select: { number: true },
    });
    const { number, sha256: hash } = edition.value;
    const event: PublicationAuditEvent = {
      type: 'report.published',
      subjectId: articleId,
      data: { slug, edition: number, sha256: hash, version },
    };
    return { value: { articleId, slug, version }, events: [event] };
  });
}

/** Says who may read a published report and until when. */
export async function setAccess(scope: Scope, input: SetAccessInput, locked: Locked): Promise<Result<SavedPublication>> {
  return write(scope, async (tx, now) => {
    const before = await requirePublication(tx, scope, input);
    const version = before.version + 1;
    const data = { ...toAccess(input.access, locked, now), version, updatedAt: now };
    const after = await tx.publication.update({ where: { id: before.id }, data, select: publicationSelect });
    const event: PublicationAuditEvent = {
      type: 'report.access_set',
      subjectId: input.articleId,
      data: { before: toWritten(before), after: toWritten(after), version },
    };
    return { value: toSaved(after), events: [event] };
  });
}

/** Takes the link back: from now on it tells nobody anything. What was published is kept. */
export async function revokePublication(scope: Scope, input: PublicationVersionInput): Promise<Result<SavedPublication>> {
  return setRevoked(scope, input, 'report.revoked');
}

/** Gives a revoked link back, with the edition it led to. */
export async function restorePublication(scope: Scope, input: PublicationVersionInput): Promise<Result<SavedPublication>> {
  return setRevoked(scope, input, 'report.restored');
}

function setRevoked(
  scope: Scope,
  input: PublicationVersionInput,
  type: 'report.revoked' | 'report.restored',
): Promise<Result<SavedPublication>> {
  return write(scope, async (tx, now) => {
    const before = await requirePublication(tx, scope, input);
    const version = before.version + 1;
    const data = { revokedAt: type === 'report.revoked' ? now : null, version, updatedAt: now };
    const after = await tx.publication.update({ where: { id: before.id }, data, select: publicationSelect });
    const event: PublicationAuditEvent = { type, subjectId: input.articleId, data: { slug: after.slug, version } };
    return { value: toSaved(after), events: [event] };
  });
}

const NO_CLAIMS = 'There is no approved claim to publish yet.';
const UNCHANGED = 'Nothing that would be published has changed since the last edition.';

/** The columns of the edition to come, before the gate: writing a long report takes its time. */
async function prepare({ db }: Scope, { draft, standing, slug, note }: { draft: Draft; standing: Row | null; slug: string; note: string }) {
  const { model, fingerprint, known } = draft;
  if (model.claims.length === 0) return refused(appError('INVALID', NO_CLAIMS));
  const earlier = standing === null ? [] : await listEarlier(db, standing.id);
  const [last] = earlier;
  if (last?.fingerprint === fingerprint) return refused(appError('INVALID', UNCHANGED));
  const json = joinTexts(articleJsonPieces(model));
  const hash = sha256(json);
  const changes: readonly Change[] =
    standing === null || last === undefined
      ? []
      : toChanges(unpack(await readData(db, { publicationId: standing.id, number: last.number })), json, known);
  const label = toLabelWords(model);
  const fresh = { number: earlier.length + 1, sha256: hash, publishedAt: model.generatedAt, note, changes };
  const repeated = earlier.map(({ withheld, ...edition }) =>
    model.choices.withheld.every((one) => withheld.includes(one))
      ? edition
      : { ...edition, note: '', changes: withoutDetails(edition.changes) },
  );
  const page = publishedPage(model, { slug, label, editions: [fresh, ...repeated] });
  return ok({
    number: fresh.number,
    sha256: hash,
    fingerprint,
    data: pack(json),
    page: pack(page),
    pageSha256: sha256(page),
    label: JSON.stringify(label),
    changes: JSON.stringify(changes),
    note,
    choices: JSON.stringify(writeAsked(model.choices)),
  });
}

async function listEarlier(db: Scope['db'], publicationId: string) {
  const rows = await db.read.edition.findMany({
    where: { publicationId },
    select: { number: true, sha256: true, fingerprint: true, publishedAt: true, note: true, changes: true, choices: true },
    orderBy: { number: 'desc' },
  });
  return rows.map(({ choices, ...row }) => {
    const asked = parseAsked(JSON.parse(choices) as WrittenChoice);
    return { ...row, changes: JSON.parse(row.changes) as readonly Change[], withheld: asked.ok ? asked.value.withheld : [] };
  });
}

/**
 * Both sides of a comparison are read from their files: what a file leaves out is no change. An edition that cannot be read any
 * more is no reason to leave a report uncorrected.
 */
function toChanges(earlier: string, later: string, known: Draft['known']): readonly Change[] {
  const [was, is] = [readKeptJson(earlier), readKeptJson(later)];
  if (was.ok && is.ok) return changesBetween(was.value, is.value, known);
  return [{ number: null, words: 'What was changed is not listed, since the two editions cannot be compared' }];
}

function pack(text: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(gzipSync(text, { level: 9 }));
}

function findRow(client: Pick<Tx, 'publication'>, where: { readonly deskId: string; readonly articleId: string }) {
  return client.publication.findFirst({ where, select: publicationSelect });
}

/** The publication as it stands, null where there is none yet; in the version the person was looking at, and allowed. */
async function requireVersion(tx: Tx, scope: Scope, { articleId, version }: PublicationVersionInput): Promise<Row | null> {
  const { deskId } = scope.actor;
  if ((await tx.article.count({ where: { id: articleId, deskId } })) === 0) return refuse(appError('NOT_FOUND'));
  const refusal = scope.permit({ deskId, checking: await findCheckingIn(tx, articleId) });
  if (refusal !== null) return refuse(refusal);
  const row = await findRow(tx, { deskId, articleId });
  if ((row?.version ?? 0) === version) return row;
  return refuse(appError('STALE', 'Somebody else changed this publication meanwhile. The page now shows how it stands.'));
}

async function requirePublication(tx: Tx, scope: Scope, input: PublicationVersionInput): Promise<Row> {
  return (await requireVersion(tx, scope, input)) ?? refuse(appError('NOT_FOUND', 'This article’s report is not published.'));
}

/** The columns that say who may read. A day that is over would publish to nobody. */
function toAccess(access: AccessInput | null, { passwordHash }: Locked, now: Date) {
  if (access === null) return {};
  const { listed, expiresAt } = access;
  if (expiresAt !== null && expiresAt <= now) {
    return refuse(appError('INVALID', 'The link would have run out already. Choose a later day.', { field: 'access.expiresAt' }));
  }
  return { listed, expiresAt, ...(passwordHash === undefined ? {} : { passwordHash }) };
}

function toWritten({ listed, expiresAt, passwordHash }: Pick<Row, 'listed' | 'expiresAt' | 'passwordHash'>): WrittenAccess {
  return { listed, expiresAt: expiresAt?.toISOString() ?? null, locked: passwordHash !== null };
}

function toSaved({ articleId, slug, version }: Pick<Row, 'articleId' | 'slug' | 'version'>): SavedPublication {
  return { articleId, slug, version };
}
