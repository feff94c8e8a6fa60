import 'server-only';
import { checkRange } from '@/lib/anchoring/check-range';
import { describeSpan } from '@/lib/anchoring/describe-span';
import { findRevisionText } from '@/lib/articles/data';
import { kindForSourceType } from '@/lib/attribution/source-kind';
import type { AuditEvent } from '@/lib/audit/audit-event';
import type { Direct } from '@/lib/db/direct';
import { type ActorScope, refuse, type Writer, write } from '@/lib/db/write';
import type { Tx } from '@/lib/db/write-gate';
import { appError } from '@/lib/kernel/app-error';
import { newId } from '@/lib/kernel/ids';
import { type Result, refused } from '@/lib/kernel/result';
import { findOrCreateSource } from '@/lib/sources/mutations';
import type { Source } from '@/lib/sources/source';
import { type TextRange, toTextRange } from '@/lib/text/offset';
import { splitSentences } from '@/lib/text/sentences';
import type { Claim, ClaimSpan } from './claim';
import type { ClaimState } from './claim-state';
import { type ClaimRow, claimSelect, toClaims } from './data';
import type { ClaimAuditEvent, TagChange } from './events';
import type { ClaimVersionInput, CreateClaimInput, EditClaimInput } from './schema';
import type { Tag } from './tag';
import { type ClaimEvent, eventOfEdit, nextState } from './transitions';

/** What the permission table asks about a claim. */
export type ClaimFacts = {
  readonly deskId: string;
  readonly createdById: string;
  readonly lastEditedById: string;
  readonly state: ClaimState;
};

type ClaimScope = ActorScope<ClaimFacts>;

/** Writes a new draft. The id comes from the client, so that a retry can never make a second claim. */
export async function createClaim(scope: ActorScope<{ readonly deskId: string }>, input: CreateClaimInput): Promise<Result<Claim>> {
  const { actor, db } = scope;
  const revision = await findRevisionText(db, { deskId: actor.deskId, revisionId: input.revisionId });
  if (revision === null) return refused(appError('NOT_FOUND', 'This article does not exist on your desk.'));
  return write(scope, async (_tx, now, direct) => {
    const spans = describeSpans(revision.text, input.spans);
    const { source, events } = resolveSource(direct, actor, input, now);
    const [taken] = direct.rows('SELECT 1 FROM "Claim" WHERE "id" = ?', [input.claimId]);
    if (taken !== undefined) return refuse(appError('KEY_REUSED', 'A claim with this id exists already.', { field: 'claimId' }));
    const columns = {
      id: input.claimId,
      deskId: actor.deskId,
      articleId: revision.articleId,
      revisionId: revision.id,
      number: nextNumber(direct, revision.articleId),
      sourceType: input.sourceType,
      confidence: input.confidence,
      note: input.note,
      state: 'draft' as const,
      version: 1,
      createdAt: now,
      updatedAt: now,
      submittedAt: null,
      deletedAt: null,
    };
    direct.insert('Claim', { ...columns, sourceId: source?.id ?? null, createdById: actor.userId, lastEditedById: actor.userId });
    insertSpans(direct, input.claimId, spans);
    const me = { id: actor.userId, name: actor.name };
    const created: ClaimAuditEvent = { type: 'claim.created', subjectId: input.claimId, data: { after: toTag(input, source) } };
    const { deletedAt: _, ...facts } = columns;
    return { value: { ...facts, spans, source, createdBy: me, lastEditedBy: me, reason: null }, events: [...events, created] };
  });
}

/** Replaces the tag. An approved claim is reopened by it, in the same write. */
export async function editClaim(scope: ClaimScope, input: EditClaimInput): Promise<Result<Claim>> {
  return write(scope, async (tx, now, direct) => {
    const row = await requireClaim(tx, scope, input);
    const events: AuditEvent[] = [...(await applyTag(tx, direct, scope, { row, input, now }))];
    const event = eventOfEdit(row.state as ClaimState);
    if (event !== null) events.push(await recordStep(tx, scope.actor, { row, event, reason: '', version: row.version + 1, now }));
    return { value: await readClaim(tx, row.id), events };
  });
}

/** Takes a claim out of the article. It stays in the database, so that it can be brought back. */
export async function deleteClaim(
  scope: ClaimScope,
  input: ClaimVersionInput,
): Promise<Result<{ readonly id: string; readonly version: number }>> {
  return write(scope, async (tx, now) => {
    const row = await requireClaim(tx, scope, input);
    const version = row.version + 1;
    await tx.claim.update({ where: { id: row.id }, data: { deletedAt: now, updatedAt: now, version }, select: { id: true } });
    const event: ClaimAuditEvent = { type: 'claim.deleted', subjectId: row.id, data: { version } };
    return { value: { id: row.id, version }, events: [event] };
  });
}

/** Brings a deleted claim back as it was, with its number. */
export async function restoreClaim(scope: ClaimScope, input: ClaimVersionInput): Promise<Result<Claim>> {
  return write(scope, async (tx, now) => {
    const row = await requireClaim(tx, scope, input, 'deleted');
    const version = row.version + 1;
    await tx.claim.update({ where: { id: row.id }, data: { deletedAt: null, updatedAt: now, version }, select: { id: true } });
    const event: ClaimAuditEvent = { type: 'claim.restored', subjectId: row.id, data: { version } };
    return { value: await readClaim(tx, row.id), events: [event] };
  });
}

/**
 * The claim as it stands now, for a write that was meant for `input.version` of it. Refuses with
 * NOT_FOUND, STALE (carrying the newer claim, or null when it is gone) or what the permission table says.
 */
export async function requireClaim(
  tx: Tx,
  scope: ClaimScope,
  input: { readonly claimId: string; readonly version: number },
  expected: 'live' | 'deleted' = 'live',
): Promise<ClaimRow> {
  const row = await tx.claim.findFirst({ where: { id: input.claimId, deskId: scope.actor.deskId }, select: claimSelect });
  if (row === null) return refuse(appError('NOT_FOUND', 'This claim does not exist on your desk.'));
  const refusal = scope.permit({ ...row, state: row.state as ClaimState });
  if (refusal !== null) return refuse(refusal);
  const deleted = row.deletedAt !== null;
  if (row.version !== input.version || deleted !== (expected === 'deleted')) {
    const [current] = deleted ? [] : await toClaims(tx, [row]);
    const message = deleted ? 'Someone deleted this claim while you were working on it.' : undefined;
    return refuse(appError('STALE', message, { current: current ?? null }));
  }
  return row;
}

/** The person's new tag over the row's, one version up; sources named for the first time are created. */
export async function applyTag(
  tx: Tx,
  direct: Direct,
  { actor }: ClaimScope,
  { row, input, now }: { readonly row: ClaimRow; readonly input: EditClaimInput; readonly now: Date },
): Promise<readonly AuditEvent[]> {
  const { source, events } = resolveSource(direct, actor, input, now);
  const tag = toTag(input, source);
  return [...events, ...(await replaceTag(tx, direct, { row, tag, lastEditedById: actor.userId, version: row.version + 1, now }))];
}

/** Writes `tag` over the row's and says what changed. `version` is the claim's after this write. */
export async function replaceTag(
  tx: Tx,
  direct: Direct,
  change: { readonly row: ClaimRow; readonly tag: Tag; readonly lastEditedById: string; readonly version: number; readonly now: Date },
): Promise<readonly ClaimAuditEvent[]> {
  const { row, tag, lastEditedById, version, now } = change;
  const { text } = await tx.revision.findUniqueOrThrow({ where: { id: row.revisionId }, select: { text: true } });
  const spans = describeSpans(text, tag.spans);
  const { sourceType, sourceId, confidence, note } = tag;
  await tx.claim.update({
    where: { id: row.id },
    data: { sourceType, sourceId, confidence, note, lastEditedById, updatedAt: now, version },
    select: { id: true },
  });
  await tx.claimSpan.deleteMany({ where: { claimId: row.id } });
  insertSpans(direct, row.id, spans);
  const data: TagChange = { before: tagOf(row), after: tag, lastEditedById: row.lastEditedById, version };
  return [{ type: 'claim.edited', subjectId: row.id, data }];
}

/** Moves the claim to the state its event leads to and writes the step down. `version` is the claim's after this write. */
export async function recordStep(
  tx: Tx,
  actor: Writer,
  step: { readonly row: ClaimRow; readonly event: ClaimEvent; readonly reason: string; readonly version: number; readonly now: Date },
): Promise<ClaimAuditEvent> {
  const { row, event, reason, version, now } = step;
  const from = row.state as ClaimState;
  const to = nextState(from, event);
  if (to === null) return refuse(appError('ILLEGAL_TRANSITION', `A claim that is ${from} cannot take the step “${event}”.`));
  await tx.claim.update({
    where: { id: row.id },
    data: { state: to, updatedAt: now, version, ...(event === 'submit' ? { submittedAt: now } : {}) },
    select: { id: true },
  });
  await tx.transition.create({
    data: { id: newId(), claimId: row.id, event, from, to, actorId: actor.userId, at: now, reason, claimVersion: version },
    select: { id: true },
  });
  return { type: 'claim.moved', subjectId: row.id, data: { event, reason, version } };
}

export async function readClaim(tx: Tx, claimId: string): Promise<Claim> {
  const row = await tx.claim.findUniqueOrThrow({ where: { id: claimId }, select: claimSelect });
  const [claim] = await toClaims(tx, [row]);
  return claim as Claim;
}

/** Spans in text order with their quotes. Refuses a range that the text does not have, and spans that overlap each other. */
export function describeSpans(text: string, ranges: readonly { readonly start: number; readonly end: number }[]): readonly ClaimSpan[] {
  const ordered = ranges.map(({ start, end }) => toTextRange(start, end)).sort((a, b) => a.start - b.start);
  return ordered.map((range, index) => {
    const fault = checkRange(text, range);
    if (fault !== null) return refuse(appError('INVALID', fault, { field: 'spans' }));
    const previous = ordered[index - 1];
    if (previous !== undefined && previous.end > range.start) {
      return refuse(appError('INVALID', 'The spans of one claim may not overlap.', { field: 'spans' }));
    }
    return describeSpan(text, sentencesAround(text, range), range);
  });
}

/** How far around an edge sentences are looked for, in UTF-16 units: twice what is kept of them (CONTEXT_MAX). */
const REACH = 500;

/**
 * The sentences at the edges of a range, and no more: a save costs the same in an article that is one line of
 * two megabytes as in a short one. Edges that are near each other are looked at once.
 */
function sentencesAround(text: string, { start, end }: TextRange): readonly TextRange[] {
  const [first, last] = [windowAround(text, start), windowAround(text, end)];
  if (last.from <= first.to) return sentencesIn(text, first.from, last.to);
  return [...sentencesIn(text, first.from, first.to), ...sentencesIn(text, last.from, last.to)];
}

/** The part of the edge's line that is in reach of it: a line break always ends a sentence. */
function windowAround(text: string, edge: number): { readonly from: number; readonly to: number } {
  const lineEnd = text.indexOf('\n', edge);
  return {
    from: Math.max(text.lastIndexOf('\n', edge - 1) + 1, edge - REACH),
    to: Math.min(lineEnd === -1 ? text.length : lineEnd, edge + REACH),
  };
}

function sentencesIn(text: string, from: number, to: number): readonly TextRange[] {
  return splitSentences(text.slice(from, to)).map(({ start, end }) => toTextRange(start + from, end + from));
}

function nextNumber(direct: Direct, articleId: string): number {
  const [row] = direct.rows<{ last: number | null }>('SELECT MAX("number") AS "last" FROM "Claim" WHERE "articleId" = ?', [articleId]);
  return (row?.last ?? 0) + 1;
}

function insertSpans(direct: Direct, claimId: string, spans: readonly ClaimSpan[]): void {
  spans.forEach((span, ordinal) => {
    const { start, end, quote, before, after } = span;
    direct.insert('ClaimSpan', { claimId, ordinal, start, end, quote, before, after });
  });
}

function resolveSource(direct: Direct, actor: Writer, tag: Pick<EditClaimInput, 'source' | 'sourceType'>, now: Date) {
  const kind = kindForSourceType(tag.sourceType);
  if (tag.source === null || kind === null) return { source: null, events: [] };
  return findOrCreateSource(direct, { deskId: actor.deskId, actorId: actor.userId, now }, tag.source, kind);
}

function toTag(input: Pick<EditClaimInput, 'spans' | 'sourceType' | 'confidence' | 'note'>, source: Source | null): Tag {
  return { spans: input.spans, sourceType: input.sourceType, sourceId: source?.id ?? null, confidence: input.confidence, note: input.note };
}

function tagOf(row: ClaimRow): Tag {
  return {
    spans: row.spans.map(({ start, end }) => ({ start, end })),
    sourceType: row.sourceType as Tag['sourceType'],
    sourceId: row.source?.id ?? null,
    confidence: row.confidence as Tag['confidence'],
    note: row.note,
  };
}
