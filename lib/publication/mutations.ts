import 'server-only';
import { randomBytes } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { findCheckingIn } from '@/lib/assignments/data';
import { SEES_ALL } from '@/lib/assignments/sight';
import type { AuditEvent } from '@/lib/audit/audit-event';
import { type ActorScope, findApplied, refuse, write } from '@/lib/db/write';
import type { Tx } from '@/lib/db/write-gate';
import { writeAsked } from '@/lib/export/choice';
import { articleJsonPieces, readKeptJson } from '@/lib/export/json';
import { joinTexts } from '@/lib/export/pieces';
import { appError } from '@/lib/kernel/app-error';
import { systemClock } from '@/lib/kernel/clock';
import { newId } from '@/lib/kernel/ids';
import { ok, type Result, refused } from '@/lib/kernel/result';
import type { ArticleResource } from '@/lib/permissions/permissions';
import type { Withheld } from '@/lib/report/withheld';
import { cardPicture } from './card/card';
import { type Change, changesBetween } from './changes';
import { type Draft, readDraft, sha256 } from './data';
import { toLabelWords } from './label-words';
import { listEditions, readData, readWithheld, unpack } from './link/data';
import { toListed, withholdsAll } from './listed';
import { publishedPage } from './page';
import type { AccessInput, CloseEditionInput, EditionInput, PublicationVersionInput, PublishReportInput, SetAccessInput } from './schema';
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
  | AuditEvent<'report.revoked' | 'report.restored', { readonly slug: string; readonly version: number }>
  | AuditEvent<'report.edition_closed', { readonly edition: number; readonly reason: string; readonly version: number }>
  | AuditEvent<'report.edition_reopened', { readonly edition: number; readonly version: number }>;

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
 * With `closeEarlier` the editions that still show what this one withholds are closed in the same moment.
 *
 * @param locked the password of `access`, hashed
 */
export async function publishReport(scope: Scope, input: PublishReportInput, locked: Locked): Promise<Result<SavedPublication>> {
  const { db, actor, once, clock = systemClock } = scope;
  const { articleId, fingerprint, note, access, choices, closeEarlier } = input;
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
    const shown = closeEarlier ? await listStillShowing(tx, { publicationId, number, withheld: choices.withheld }) : [];
    const reason = `It shows what edition ${number} withholds.`;
    const closed = await closeAll(tx, scope, { articleId, publicationId, numbers: shown, reason, version, now });
    return { value: { articleId, slug, version }, events: [event, ...closed] };
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

/** Takes one earlier edition back: its address answers as if it had never been, and no other edition repeats its words. */
export async function closeEdition(scope: Scope, input: CloseEditionInput): Promise<Result<SavedPublication>> {
  return write(scope, async (tx, now) => {
    const { articleId, number, reason } = input;
    const { before, closed, newest } = await requireEdition(tx, scope, input);
    if (number === newest) return refuse(appError('INVALID', AT_THE_LINK));
    if (closed) return refuse(appError('INVALID', 'This edition is closed already.'));
    const after = await touch(tx, before, now);
    const events = await closeAll(tx, scope, {
      articleId,
      publicationId: before.id,
      numbers: [number],
      reason,
      version: after.version,
      now,
    });
    return { value: toSaved(after), events };
  });
}

/** Gives a closed edition back as it was published. */
export async function reopenEdition(scope: Scope, input: EditionInput): Promise<Result<SavedPublication>> {
  return write(scope, async (tx, now) => {
    const { before, closed } = await requireEdition(tx, scope, input);
    if (!closed) return refuse(appError('INVALID', 'This edition is open already.'));
    const place = { publicationId: before.id, number: input.number };
    await tx.editionClosing.delete({ where: { publicationId_number: place }, select: { number: true } });
    const after = await touch(tx, before, now);
    const event: PublicationAuditEvent = {
      type: 'report.edition_reopened',
      subjectId: input.articleId,
      data: { edition: input.number, version: after.version },
    };
    return { value: toSaved(after), events: [event] };
  });
}

const AT_THE_LINK =
  'This edition stands at the link and cannot be closed. Revoke the report, or publish a correction and close this one then.';

async function requireEdition(tx: Tx, scope: Scope, input: EditionInput) {
  const before = await requirePublication(tx, scope, input);
  const editions = await tx.edition.findMany({
    where: { publicationId: before.id },
    select: { number: true, closing: { select: { number: true } } },
  });
  const found = editions.find(({ number }) => number === input.number);
  if (found === undefined) return refuse(appError('NOT_FOUND', 'There is no such edition.'));
  return { before, closed: found.closing !== null, newest: editions.length };
}

/** The numbers of the open editions before `number` that show what `withheld` takes back. */
async function listStillShowing(
  tx: Tx,
  { publicationId, number, withheld }: { readonly publicationId: string; readonly number: number; readonly withheld: readonly Withheld[] },
): Promise<readonly number[]> {
  const open = await tx.edition.findMany({
    where: { publicationId, number: { lt: number }, closing: null },
    select: { number: true, choices: true },
    orderBy: { number: 'asc' },
  });
  return open.filter(({ choices }) => !withholdsAll(readWithheld(choices), withheld)).map((edition) => edition.number);
}

type ToClose = {
  readonly articleId: string;
  readonly publicationId: string;
  readonly numbers: readonly number[];
  readonly reason: string;
  readonly version: number;
  readonly now: Date;
};

async function closeAll(tx: Tx, { actor }: Scope, { articleId, publicationId, numbers, reason, version, now }: ToClose) {
  for (const number of numbers) {
    const data = { publicationId, number, reason, closedById: actor.userId, closedAt: now };
    await tx.editionClosing.create({ data, select: { number: true } });
  }
  return numbers.map(
    (edition): PublicationAuditEvent => ({ type: 'report.edition_closed', subjectId: articleId, data: { edition, reason, version } }),
  );
}

function touch(tx: Tx, { id, version }: Row, now: Date): Promise<Row> {
  return tx.publication.update({ where: { id }, data: { version: version + 1, updatedAt: now }, select: publicationSelect });
}

const NO_CLAIMS = 'There is no approved claim to publish yet.';
const UNCHANGED = 'Nothing that would be published has changed since the last edition.';

/** The columns of the edition to come, before the gate: writing a long report takes its time. */
async function prepare({ db }: Scope, { draft, standing, slug, note }: { draft: Draft; standing: Row | null; slug: string; note: string }) {
  const { model, fingerprint } = draft;
  if (model.claims.length === 0) return refused(appError('INVALID', NO_CLAIMS));
  const earlier = standing === null ? [] : await listEditions(db, { publicationId: standing.id });
  const [last] = earlier;
  if (last?.fingerprint === fingerprint) return refused(appError('INVALID', UNCHANGED));
  const json = joinTexts(articleJsonPieces(model));
  const hash = sha256(json);
  const changes: readonly Change[] =
    standing === null || last === undefined
      ? []
      : toChanges(unpack(await readData(db, { publicationId: standing.id, number: last.number })), json, draft);
  const label = toLabelWords(model);
  const { withheld } = model.choices;
  const fresh = { number: earlier.length + 1, sha256: hash, publishedAt: model.generatedAt, note, changes, withheld, closed: false };
  // As if none were closed: what that takes away is taken away when the page is read, and comes back with the edition.
  const editions = toListed([fresh, ...earlier.map((edition) => ({ ...edition, closed: false }))], model.frame);
  const page = publishedPage(model, { slug, label, editions });
  return ok({
    number: fresh.number,
    sha256: hash,
    fingerprint,
    data: pack(json),
    page: pack(page),
    pageSha256: sha256(page),
    label: JSON.stringify(label),
    card: new Uint8Array(cardPicture(label)),
    changes: JSON.stringify(changes),
    note,
    choices: JSON.stringify(writeAsked(model.choices)),
  });
}

/**
 * Both sides of a comparison are read from their files, which have no frame: what a file leaves out is no change. An edition that cannot be read any
 * more is no reason to leave a report uncorrected.
 */
function toChanges(earlier: string, later: string, { model: { frame }, known }: Pick<Draft, 'model' | 'known'>): readonly Change[] {
  const [was, is] = [readKeptJson(earlier), readKeptJson(later)];
  if (was.ok && is.ok) return changesBetween({ ...was.value, frame }, { ...is.value, frame }, known);
  return [{ number: null, words: frame.published.changes.unknown }];
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
