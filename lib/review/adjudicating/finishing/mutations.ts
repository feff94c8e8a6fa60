import 'server-only';
import type { AdjudicationResource } from '@/lib/adjudication/adjudication-resource';
import type { Comparison } from '@/lib/adjudication/compare-claims';
import { type Consensus, consensusOf, linkConsensus } from '@/lib/adjudication/consensus';
import type { Decision } from '@/lib/adjudication/decision';
import { isSettled, standingOf } from '@/lib/adjudication/kept-decision';
import { findRevisionText, type RevisionText } from '@/lib/articles/data';
import { SEES_ALL } from '@/lib/assignments/sight';
import { listOriginGroups } from '@/lib/attribution/data';
import type { AuditEvent } from '@/lib/audit/audit-event';
import { toDetailsInput } from '@/lib/claims/detail-values';
import { requireCredibility } from '@/lib/claims/details/mutations';
import type { ClaimAuditEvent } from '@/lib/claims/events';
import { makeClaim } from '@/lib/claims/making/mutations';
import { recordSteps } from '@/lib/claims/mutations';
import type { Relation } from '@/lib/claims/relation';
import { toTagInput } from '@/lib/claims/tag-values';
import type { ClaimEvent } from '@/lib/claims/transitions';
import type { Direct } from '@/lib/db/direct';
import { type ActorScope, refuse, type Writer, write } from '@/lib/db/write';
import type { Tx } from '@/lib/db/write-gate';
import { appError } from '@/lib/kernel/app-error';
import { required } from '@/lib/kernel/assert';
import { newId } from '@/lib/kernel/ids';
import { type Result, refused } from '@/lib/kernel/result';
import { type Adjudicated, findLatestRevision, readAdjudicated, readAdjudicationResource } from '../data';
import type { AdjudicationAuditEvent, WrittenDecision } from '../events';
import { bumpVersion } from '../mutations';
import { openWords } from '../open-words';
import type { FinishAdjudicationInput } from '../schema';

type Scope = ActorScope<AdjudicationResource>;

export type Finished = { readonly articleId: string; readonly version: number; readonly made: number; readonly rejected: number };

/** One comparison with what was decided, and by whom. */
type Settled = {
  readonly comparison: Comparison;
  readonly decision: Decision;
  readonly byId: string;
  /** All who decided it since it was last open: who decides and has a colleague change a trifle still decided. */
  readonly deciderIds: readonly string[];
};

/**
 * Carries all decisions out: each consensus claim is written, submitted, and stands for its parents, which leave the article; where
 * there is to be none, the parents are rejected with the reason. Refused while anything is open, saying how much and where; and as
 * STALE where anything was decided since the person looked. Cost grows with the claims.
 */
export async function finishAdjudication(scope: Scope, input: FinishAdjudicationInput): Promise<Result<Finished>> {
  const { actor, db } = scope;
  const { articleId } = input;
  const { deskId } = actor;
  const revisionId = await findLatestRevision(db, { deskId, articleId });
  const revision = revisionId === null ? null : await findRevisionText(db, { deskId, revisionId });
  if (revision === null) return refused(appError('NOT_FOUND', 'This article does not exist on your desk.'));
  return write(scope, async (tx, now, direct) => {
    const refusal = scope.permit(await readAdjudicationResource(tx, { deskId, articleId }));
    if (refusal !== null) return refuse(refusal);
    const adjudicated = await readAdjudicated(tx, { deskId, articleId, sight: SEES_ALL }, revision.id);
    if (adjudicated.version !== input.version) {
      return refuse(appError('STALE', 'Something was decided since you last looked. Look at it before you finish.'));
    }
    const settled = settle(adjudicated, readDeciders(direct, articleId));
    const { events, consensus, rejected } = await carryOut(tx, direct, actor, { settled, revision, now });
    await tx.adjudication.update({
      where: { articleId },
      data: { finishedAt: now, finishedById: actor.userId },
      select: { version: true },
    });
    const version = await bumpVersion(tx, { articleId, deskId, now });
    const finished: AdjudicationAuditEvent = {
      type: 'adjudication.finished',
      subjectId: articleId,
      data: { consensus, rejected, version },
    };
    return { value: { articleId, version, made: consensus.length, rejected }, events: [...events, finished] };
  });
}

/** Every comparison with its decision; refuses where one has none, or none that settles it. */
function settle({ comparisons, kept }: Adjudicated, all: ReadonlyMap<string, readonly string[]>): readonly Settled[] {
  if (comparisons.length === 0) return refuse(appError('INVALID', 'There is nothing to adjudicate.'));
  const { decisions } = standingOf(comparisons, kept);
  const open = comparisons.filter((comparison) => !isSettled(comparison, decisions.get(comparison.key)));
  if (open.length > 0) return refuse(appError('INVALID', openWords(open), { field: 'decisions' }));
  const deciders = new Map(kept.map(({ key, by }) => [key, by.id]));
  return comparisons.map((comparison) => ({
    comparison,
    decision: required(decisions.get(comparison.key), 'what is settled was decided'),
    byId: required(deciders.get(comparison.key), 'a decision is somebody’s'),
    deciderIds: all.get(comparison.key) ?? [],
  }));
}

/** By comparison, who decided it since it was last taken back: a row has the last of them, the trail has all. */
function readDeciders(direct: Direct, articleId: string): ReadonlyMap<string, readonly string[]> {
  const deciders = new Map<string, readonly string[]>();
  for (const { actorId, data } of direct.rows<{ readonly actorId: string; readonly data: string }>(DECIDED, [articleId])) {
    for (const { key, after } of (JSON.parse(data) as { readonly decisions: readonly WrittenDecision[] }).decisions) {
      deciders.set(key, after === null ? [] : [...(deciders.get(key) ?? []), actorId]);
    }
  }
  return deciders;
}

const DECIDED = `SELECT "actorId", "data" FROM "AuditEvent" WHERE "subjectId" = ? AND "type" = 'adjudication.decided' ORDER BY rowid`;

type Work = { readonly settled: readonly Settled[]; readonly revision: RevisionText; readonly now: Date };

async function carryOut(tx: Tx, direct: Direct, actor: Writer, { settled, revision, now }: Work) {
  const { articleId } = revision;
  const made = settled.map((one) => ({ ...one, id: newId(), consensus: consensusOf(one.comparison, one.decision) }));
  const idOf = new Map(
    made.flatMap(({ id, consensus }) => (consensus === null ? [] : consensus.parents.map((parent) => [parent.id, id] as const))),
  );
  const outside = await listTies(tx, { articleId, parentIds: made.flatMap(({ comparison }) => comparison.parents.map(({ id }) => id)) });
  const groups = await listOriginGroups(tx, { deskId: actor.deskId, articleId, sight: SEES_ALL });
  const groupIds = new Set(groups.map(({ id }) => id));
  const events: AuditEvent[] = [];
  const written: { readonly id: string; readonly relations: readonly Relation[]; readonly consensus: Consensus }[] = [];
  for (const { id, consensus, byId, deciderIds, comparison } of made) {
    if (consensus === null) continue;
    const relations = [
      ...linkConsensus(
        consensus.details.relations,
        id,
        (parentId) => idOf.get(parentId) ?? (outside.standing.has(parentId) ? parentId : null),
      ),
      ...tiesTo(comparison, outside.ties),
    ];
    const { relations: _, evidence, ...parts } = toDetailsInput(consensus.details);
    const input = {
      claimId: id,
      ...toTagInput(consensus.tag),
      details: { ...parts, evidence: (evidence ?? []).map((piece) => withLiveGroup(piece, groupIds)) },
    };
    const earlierEditorIds = [...new Set(deciderIds)].filter((personId) => personId !== byId && personId !== actor.userId);
    const by = { createdById: byId, lastEditedById: actor.userId, earlierEditorIds };
    const claim = await makeClaim(tx, direct, actor, { revision, input, state: 'draft', by, blind: false, now });
    events.push(...claim.events.map((event) => withRelations(event as ClaimAuditEvent, relations)));
    written.push({ id, relations: uniqueRelations(relations), consensus });
  }
  for (const { id, relations } of written) {
    for (const { claimId: toId, kind, note } of relations) direct.insert('ClaimRelation', { fromId: id, toId, kind, note });
  }
  events.push(
    ...(await submitAll(
      tx,
      actor,
      written.map(({ id }) => id),
      now,
    )),
  );
  for (const { comparison, decision, id, consensus } of made) {
    if (consensus === null) events.push(...(await rejectAll(tx, actor, comparison, { reason: reasonOf(decision), now })));
    else events.push(...supersede(direct, comparison, { byId: id, now }));
    await tx.decision.update({
      where: { articleId_key: { articleId, key: comparison.key } },
      data: { finishedAt: now, consensusId: consensus === null ? null : id },
      select: { key: true },
    });
  }
  for (const { id, consensus } of written) {
    await requireCredibility(tx, { id, articleId, deskId: actor.deskId, credibility: consensus.details.finding.credibility });
  }
  return { events, consensus: written.map(({ id }) => id), rejected: made.length - written.length };
}

/** Claims of the article that are nobody's parents here, and what they were tied to. */
type Ties = {
  readonly standing: ReadonlySet<string>;
  readonly ties: readonly { readonly fromId: string; readonly toId: string; readonly kind: string; readonly note: string }[];
};

async function listTies(
  tx: Tx,
  { articleId, parentIds }: { readonly articleId: string; readonly parentIds: readonly string[] },
): Promise<Ties> {
  const own = new Set(parentIds);
  const others = await tx.claim.findMany({ where: { articleId, deletedAt: null }, select: { id: true, relations: true } });
  const standing = others.filter(({ id }) => !own.has(id));
  return {
    standing: new Set(standing.map(({ id }) => id)),
    ties: standing.flatMap(({ relations }) => relations.filter(({ toId }) => own.has(toId))),
  };
}

/** A relation holds both ways: what others were tied to a parent by, the consensus claim is tied to them by. */
function tiesTo({ parents }: Comparison, ties: Ties['ties']): readonly Relation[] {
  const ids = new Set(parents.map(({ id }) => id));
  return ties
    .filter(({ toId }) => ids.has(toId))
    .map(({ fromId, kind, note }) => ({ claimId: fromId, kind: kind as Relation['kind'], note }));
}

function uniqueRelations(relations: readonly Relation[]): readonly Relation[] {
  return [...new Map(relations.map((relation) => [`${relation.kind} ${relation.claimId}`, relation])).values()];
}

function withLiveGroup<Piece extends { readonly originGroupId: string | null }>(piece: Piece, live: ReadonlySet<string>): Piece {
  return piece.originGroupId === null || live.has(piece.originGroupId) ? piece : { ...piece, originGroupId: null };
}

/** Relations are written once all claims are there; the trail has the claim as it is in the end. */
function withRelations(event: ClaimAuditEvent, relations: readonly Relation[]): AuditEvent {
  if (event.type !== 'claim.created') return event;
  const { after } = event.data;
  return { ...event, data: { after: { ...after, details: { ...after.details, relations: uniqueRelations(relations) } } } };
}

const stepSelect = {
  ...{ id: true, state: true, version: true },
  transitions: { orderBy: { claimVersion: 'asc' }, select: { event: true, from: true, reason: true, actorId: true, at: true } },
} as const;

async function submitAll(tx: Tx, actor: Writer, ids: readonly string[], now: Date): Promise<readonly AuditEvent[]> {
  const rows = ids.map((id) => ({ id, state: 'draft', version: 1, transitions: [] }));
  return recordSteps(tx, actor, { rows, event: 'submit', reason: '', now });
}

/** By the steps that lead there from wherever each stands: a draft is submitted first, what was approved is reopened before that. */
async function rejectAll(
  tx: Tx,
  actor: Writer,
  { parents }: Comparison,
  { reason, now }: { readonly reason: string; readonly now: Date },
): Promise<readonly AuditEvent[]> {
  const events: AuditEvent[] = [];
  for (const { id } of parents) {
    for (let event: ClaimEvent | null = null; event !== 'reject'; ) {
      const row = await tx.claim.findUniqueOrThrow({ where: { id }, select: stepSelect });
      event = row.state === 'submitted' ? 'reject' : row.state === 'approved' ? 'reopen' : 'submit';
      events.push(...(await recordSteps(tx, actor, { rows: [row], event, reason: event === 'reject' ? reason : '', now })));
    }
  }
  return events;
}

function reasonOf(decision: Decision): string {
  return decision.kind === 'none' ? decision.reason : '';
}

function supersede(
  direct: Direct,
  { parents }: Comparison,
  { byId, now }: { readonly byId: string; readonly now: Date },
): readonly ClaimAuditEvent[] {
  return parents.map(({ id, version }) => {
    direct.run(SUPERSEDE, [byId, now, now, version + 1, id]);
    return { type: 'claim.superseded', subjectId: id, data: { byId, version: version + 1 } };
  });
}

const SUPERSEDE = 'UPDATE "Claim" SET "supersededById" = ?, "deletedAt" = ?, "updatedAt" = ?, "version" = ? WHERE "id" = ?';
