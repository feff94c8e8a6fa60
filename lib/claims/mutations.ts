import 'server-only';
import '@/lib/search/mutations'; // who writes claims keeps the search; the queue and the tally, by way of details/mutations
import { findRevisionText } from '@/lib/articles/data';
import type { Checking } from '@/lib/assignments/checking';
import { readChecking } from '@/lib/assignments/data';
import { keepLease } from '@/lib/assignments/steps/mutations';
import { toChain } from '@/lib/attribution/data';
import type { SourceType } from '@/lib/attribution/source-type';
import { keepRows } from '@/lib/attribution/stored-link';
import type { AuditEvent } from '@/lib/audit/audit-event';
import type { Direct } from '@/lib/db/direct';
import { type ActorScope, refuse, type Writer, write } from '@/lib/db/write';
import type { Tx } from '@/lib/db/write-gate';
import { appError } from '@/lib/kernel/app-error';
import { required } from '@/lib/kernel/assert';
import { newId } from '@/lib/kernel/ids';
import { type Result, refused } from '@/lib/kernel/result';
import { toSource } from '@/lib/sources/data';
import { inBatches } from './batches';
import type { Claim, ClaimResource } from './claim';
import type { ClaimState } from './claim-state';
import { readClaim, requireClaim } from './current/data';
import { type ClaimRow, partsOf, standingOf, toEditors } from './data';
import { plainDetails } from './details/details';
import { requireCredibility, resolveDetails, writeDetails } from './details/mutations';
import { type Editors, editorsAfterEdit } from './editors';
import type { ClaimAuditEvent, TagChange } from './events';
import { describeSpans, insertSpans, makeClaim, resolveSource, toTag } from './making/mutations';
import type { Relation } from './relation';
import type { ClaimVersionInput, CreateClaimInput, EditClaimInput } from './schema';
import type { StoredDetails, Tag } from './tag';
import { type ClaimEvent, eventOfEdit, nextState } from './transitions';

type ClaimScope = ActorScope<ClaimResource>;
type ArticleResource = { readonly deskId: string; readonly checking: Checking };

/** Writes a new draft. The id comes from the client, so that a retry can never make a second claim. */
export async function createClaim(scope: ActorScope<ArticleResource>, input: CreateClaimInput): Promise<Result<Claim>> {
  const { actor, db } = scope;
  const revision = await findRevisionText(db, { deskId: actor.deskId, revisionId: input.revisionId });
  if (revision === null) return refused(appError('NOT_FOUND', 'This article does not exist on your desk.'));
  return write(scope, async (tx, now, direct) => {
    const { articleId } = revision;
    const checking = readChecking(direct, articleId);
    const refusal = scope.permit({ deskId: actor.deskId, checking });
    if (refusal !== null) return refuse(refusal);
    // Most articles are nobody's in particular: the save that everybody waits for asks no more than it has to.
    if (checking.everChecked.includes(actor.userId)) await keepLease(tx, direct, { ...actor, articleId, now });
    const made = await makeClaim(tx, direct, actor, {
      revision,
      input,
      state: 'draft',
      by: { createdById: actor.userId, lastEditedById: actor.userId },
      blind: checking.blind,
      now,
    });
    const { columns, source, spans, events } = made;
    if (made.detailed) {
      await requireCredibility(tx, { ...columns, credibility: input.details?.finding?.credibility ?? null });
      return { value: await readClaim(tx, input.claimId), events };
    }
    const me = { id: actor.userId, name: actor.name };
    return {
      value: {
        ...columns,
        ...plainDetails({ sourceType: input.sourceType, source }),
        spans,
        source,
        createdBy: me,
        lastEditedBy: me,
        reason: null,
      },
      events,
    };
  });
}

/** Replaces the tag. An approved claim is reopened by it, in the same write. */
export async function editClaim(scope: ClaimScope, input: EditClaimInput): Promise<Result<Claim>> {
  return write(scope, async (tx, now, direct) => {
    const row = await requireClaim(tx, scope, input);
    await keepLease(tx, direct, { ...scope.actor, articleId: row.articleId, now });
    const { regrades, credibility, ...applied } = await applyTag(tx, direct, scope, { row, input, now });
    if (regrades) await requireCredibility(tx, { ...row, credibility });
    const events: AuditEvent[] = [...applied.events];
    const event = eventOfEdit(row.state as ClaimState);
    if (event !== null) events.push(await recordStep(tx, scope.actor, { row, event, reason: '', now }));
    return { value: await readClaim(tx, row.id), events };
  });
}

/** Takes a claim out of the article. It stays in the database, so that it can be brought back. */
export async function deleteClaim(
  scope: ClaimScope,
  input: ClaimVersionInput,
): Promise<Result<{ readonly id: string; readonly version: number }>> {
  return write(scope, async (tx, now, direct) => {
    const row = await requireClaim(tx, scope, input);
    await keepLease(tx, direct, { ...scope.actor, articleId: row.articleId, now });
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

/** What a new tag brought: its events, and what is left to ask of the credibility once everything is written. */
export type Applied = {
  readonly events: readonly AuditEvent[];
  readonly credibility: number | null;
  /** Whether the write touched what a credibility leans on. */
  readonly regrades: boolean;
};

/**
 * The person's new tag and details over the row's, one version up; sources named for the first time are created. Whether
 * a credibility of 1 may stand (`requireCredibility`) is for the caller to ask: an approval asks it in any case.
 */
export async function applyTag(
  tx: Tx,
  direct: Direct,
  { actor }: ClaimScope,
  { row, input, now }: { readonly row: ClaimRow; readonly input: EditClaimInput; readonly now: Date },
): Promise<Applied> {
  const { source, events } = resolveSource(direct, actor, input, now);
  const { text } = await tx.revision.findUniqueOrThrow({ where: { id: row.revisionId }, select: { text: true } });
  const tag = { sourceType: input.sourceType, source };
  const before = { sourceType: row.sourceType as SourceType, source: row.source === null ? null : toSource(row.source) };
  const more = await resolveDetails(tx, direct, actor, {
    claim: { claimId: row.id, articleId: row.articleId, text, tag, chain: toChain(row.links, before) },
    input: input.details ?? {},
    now,
  });
  // A source that was merged keeps its claims, so that the merge can be taken back.
  const sourceId = before.source !== null && before.source.id === source?.id ? row.sourceId : (source?.id ?? null);
  const after = toTag(input, sourceId, keepMerged(row, more.details));
  const was = tagOf(row);
  const editors = isRemark(was, after) ? toEditors(row) : editorsAfterEdit(toEditors(row), actor.userId);
  const edited = await replaceTag(tx, direct, { row, tag: after, editors, version: row.version + 1, now });
  const credibility = input.details?.finding === undefined ? (row.finding?.credibility ?? null) : input.details.finding.credibility;
  return { events: [...events, ...more.events, ...edited], credibility, regrades: bearsOnCredibility(was, after) };
}

function keepMerged(row: ClaimRow, details: Partial<StoredDetails>): Partial<StoredDetails> {
  if (details.chain === undefined) return details;
  const had = row.links.flatMap(({ source, sourceId }) =>
    source === null || sourceId === null ? [] : [{ canonicalId: source.canonical?.id ?? source.id, sourceId }],
  );
  return { ...details, chain: keepRows(details.chain, had) };
}

/**
 * Whether a write says something about the claim (a flag, that it contradicts another) and leaves the claim as it was, and what
 * its corroboration is counted from: four eyes then still looks at who wrote that.
 */
function isRemark(before: Tag, after: Tag): boolean {
  const { details: had, ...old } = before;
  const { details, ...tag } = after;
  const touched = Object.keys(details);
  if (touched.length === 0 || !touched.every((part) => part === 'flags' || part === 'relations')) return false;
  const ties = (relations: readonly Relation[] = []) =>
    relations
      .filter(({ kind }) => kind === 'restates' || kind === 'same_origin')
      .map(({ kind, claimId }) => `${kind} ${claimId}`)
      .sort();
  const counted = details.relations === undefined || JSON.stringify(ties(had.relations)) === JSON.stringify(ties(details.relations));
  return counted && JSON.stringify(old) === JSON.stringify(tag);
}

/** Whether a write touches what a credibility leans on. */
function bearsOnCredibility(before: Tag, after: Tag): boolean {
  const { chain, finding, evidence, relations } = after.details;
  const parts = [chain, finding, evidence, relations].some((part) => part !== undefined);
  return parts || before.sourceType !== after.sourceType || before.sourceId !== after.sourceId;
}

/** Writes `tag` over the row's and says what changed. `version` is the claim's after this write. */
export async function replaceTag(
  tx: Tx,
  direct: Direct,
  change: { readonly row: ClaimRow; readonly tag: Tag; readonly editors: Editors; readonly version: number; readonly now: Date },
): Promise<readonly ClaimAuditEvent[]> {
  const { row, tag, editors, version, now } = change;
  const { text } = await tx.revision.findUniqueOrThrow({ where: { id: row.revisionId }, select: { text: true } });
  const spans = describeSpans(text, tag.spans);
  const { sourceType, sourceId, confidence, note } = tag;
  await tx.claim.update({
    where: { id: row.id },
    data: {
      sourceType,
      sourceId,
      confidence,
      note,
      lastEditedById: editors.lastEditedById,
      earlierEditorIds: JSON.stringify(editors.earlierEditorIds),
      updatedAt: now,
      version,
    },
    select: { id: true },
  });
  await tx.claimSpan.deleteMany({ where: { claimId: row.id } });
  insertSpans(direct, row.id, spans);
  await writeDetails(tx, direct, row.id, tag.details, true);
  const before = tagOf(row);
  const touched = Object.fromEntries(Object.keys(tag.details).map((part) => [part, before.details[part as keyof StoredDetails]]));
  const data: TagChange = { before: { ...before, details: touched }, after: tag, lastEditedById: row.lastEditedById, version };
  return [{ type: 'claim.edited', subjectId: row.id, data }];
}

/** `reasonId`: which of the desk's reasons it is. */
/** What a step asks of the claim it moves. */
export type Steppable = Pick<ClaimRow, 'id' | 'state' | 'version' | 'transitions'>;

type Step = { readonly event: ClaimEvent; readonly reason: string; readonly reasonId?: string | null; readonly now: Date };

/** Moves the claim to the state its event leads to and writes the step down. The claim is one version up after it. */
export async function recordStep(tx: Tx, actor: Writer, step: Step & { readonly row: Steppable }): Promise<ClaimAuditEvent> {
  const [moved] = await recordSteps(tx, actor, { ...step, rows: [step.row] });
  return required(moved, 'a step that was recorded has its event');
}

/** The same for many claims, in few statements, since all others wait meanwhile. */
export async function recordSteps(
  tx: Tx,
  actor: Writer,
  { rows, event, reason, reasonId = null, now }: Step & { readonly rows: readonly Steppable[] },
): Promise<readonly ClaimAuditEvent[]> {
  const steps = rows.map((row) => ({
    claimId: row.id,
    from: row.state as ClaimState,
    to: stateAfter(row, event),
    claimVersion: row.version + 1,
  }));
  for (const [{ to, claimVersion }, claimIds] of alike(steps)) {
    const data = { state: to, updatedAt: now, version: claimVersion, ...(event === 'submit' ? { submittedAt: now } : {}) };
    for (const ids of inBatches(claimIds)) await tx.claim.updateMany({ where: { id: { in: [...ids] } }, data });
  }
  for (const some of inBatches(steps)) {
    await tx.transition.createMany({
      data: some.map((step) => ({ ...step, id: newId(), event, actorId: actor.userId, at: now, reason, reasonId })),
    });
  }
  return steps.map(({ claimId, claimVersion }) => ({
    type: 'claim.moved',
    subjectId: claimId,
    data: { event, reason, version: claimVersion },
  }));
}

type Moved = { readonly claimId: string; readonly to: ClaimState; readonly claimVersion: number };

/** The claims that come to the same state and version, with one of their steps. */
function alike(steps: readonly Moved[]): Iterable<readonly [Moved, readonly string[]]> {
  const groups = new Map<string, readonly [Moved, string[]]>();
  for (const step of steps) {
    const key = `${step.to} ${step.claimVersion}`;
    const group = groups.get(key) ?? ([step, []] as const);
    group[1].push(step.claimId);
    groups.set(key, group);
  }
  return groups.values();
}

function stateAfter(row: Steppable, event: ClaimEvent): ClaimState {
  const to = nextState(row.state as ClaimState, event, standingOf(row));
  return to ?? refuse(appError('ILLEGAL_TRANSITION', `A claim that is ${row.state} cannot take the step “${event}”.`));
}

export function tagOf(row: ClaimRow): Tag {
  return {
    spans: row.spans.map(({ start, end }) => ({ start, end })),
    sourceType: row.sourceType as Tag['sourceType'],
    sourceId: row.sourceId,
    confidence: row.confidence as Tag['confidence'],
    note: row.note,
    details: { ...partsOf(row), chain: row.links.map(({ source: _, ...link }) => link) },
  };
}
