import { SUPERSEDED_WORDS } from '../claim-words';
import 'server-only';
import { findCheckingIn } from '@/lib/assignments/data';
import { type ActorScope, refuse } from '@/lib/db/write';
import type { Tx } from '@/lib/db/write-gate';
import { type AppError, appError } from '@/lib/kernel/app-error';
import { required } from '@/lib/kernel/assert';
import { systemClock } from '@/lib/kernel/clock';
import { findPeople, nameOf } from '@/lib/people/data';
import { inBatches } from '../batches';
import type { Claim, ClaimResource } from '../claim';
import { type ClaimRow, claimSelect, resourceSelect, toClaims, toResource } from '../data';
import { type LastAct, overtakenWords } from '../overtaken';
import type { ClaimEvent } from '../transitions';

/** Claims as they stand inside a write: before it, for what it is allowed to do; after it, for its answer. */
type ClaimScope = ActorScope<ClaimResource>;

/** The claim a write was meant for, in the version the person saw. */
export type Meant = { readonly claimId: string; readonly version: number };

/**
 * The claim as it stands now, for a write that was meant for `version` of it. Refuses with NOT_FOUND, STALE (saying who
 * was quicker and carrying the newer claim, or null when it is gone) or what the permission table says.
 */
export async function requireClaim(tx: Tx, scope: ClaimScope, input: Meant, expected: 'live' | 'deleted' = 'live'): Promise<ClaimRow> {
  const row = await tx.claim.findFirst({ where: { id: input.claimId, deskId: scope.actor.deskId }, select: claimSelect });
  return checkRow(tx, scope, { row, version: input.version, expected });
}

/** The same for many, in their order, or the refusal of the first that cannot be had. A claim named twice is stale the second time. */
export async function requireClaims(tx: Tx, scope: ClaimScope, inputs: readonly Meant[]): Promise<readonly ClaimRow[]> {
  const found = await readRows(
    tx,
    inputs.map(({ claimId }) => claimId),
  );
  const rows: ClaimRow[] = [];
  for (const { claimId, version } of inputs) {
    const row = found.get(claimId) ?? null;
    const ours = row?.deskId === scope.actor.deskId ? row : null;
    const checked = await checkRow(tx, scope, { row: ours, version, expected: 'live' });
    if (rows.includes(checked)) return refuse(await staleError(tx, scope, checked));
    rows.push(checked);
  }
  return rows;
}

async function checkRow(
  tx: Tx,
  scope: ClaimScope,
  { row, version, expected }: { readonly row: ClaimRow | null; readonly version: number; readonly expected: 'live' | 'deleted' },
): Promise<ClaimRow> {
  if (row === null) return refuse(appError('NOT_FOUND', 'This claim does not exist on your desk.'));
  const checking = await findCheckingIn(tx, row.articleId);
  const refusal = scope.permit(toResource(row, checking));
  if (refusal !== null) return refuse(refusal);
  const deleted = row.deletedAt !== null;
  // It left its article for another that stands for it, so there is nothing to bring back.
  if (expected === 'deleted' && row.supersededById !== null) return refuse(appError('ILLEGAL_TRANSITION', SUPERSEDED_WORDS));
  if (row.version !== version || deleted !== (expected === 'deleted')) return refuse(await staleError(tx, scope, row));
  return row;
}

async function staleError(tx: Tx, { actor, clock = systemClock }: ClaimScope, row: ClaimRow): Promise<AppError> {
  const [current] = row.deletedAt === null ? await toClaims(tx, [row]) : [];
  const last = await findLastAct(tx, row);
  if (last === null) return appError('STALE', undefined, { current: current ?? null });
  const by = last.actorId === actor.userId ? null : nameOf(await findPeople(tx, [last.actorId]), last.actorId).name;
  const words = overtakenWords({ number: row.number, act: last.act, by, at: last.at, now: clock() });
  return appError('STALE', words, { current: current ?? null });
}

/** What brought the claim to its version, from the audit trail: a state alone does not say who, and an edit leaves no step. */
async function findLastAct(
  tx: Tx,
  { id, version }: ClaimRow,
): Promise<{ readonly act: LastAct; readonly actorId: string; readonly at: Date } | null> {
  const events = await tx.auditEvent.findMany({
    where: { subjectId: id, data: { contains: `"version":${version}` } },
    select: { type: true, actorId: true, at: true, data: true },
  });
  const brought = events
    .map(({ data, ...event }) => ({ ...event, data: JSON.parse(data) as { readonly version?: number; readonly event?: ClaimEvent } }))
    .filter(({ data }) => data.version === version);
  const moved = brought.find(({ type }) => type === 'claim.moved');
  const event = moved ?? brought[0];
  if (event === undefined || event.actorId === null) return null;
  const { actorId, at } = event;
  return { act: actOf(event.type, event.data.event, brought.length > 1), actorId, at };
}

function actOf(type: string, event: ClaimEvent | undefined, alsoEdited: boolean): LastAct {
  if (event !== undefined) return event === 'approve' && alsoEdited ? 'fixed' : event;
  return type.slice('claim.'.length) as 'edited' | 'deleted' | 'restored' | 'superseded';
}

/** The claim as the write leaves it. */
export async function readClaim(tx: Tx, claimId: string): Promise<Claim> {
  const [claim] = await readClaims(tx, [claimId]);
  return required(claim, 'a write reads a claim that it wrote');
}

/** The claims with these ids, in their order. */
export async function readClaims(tx: Tx, claimIds: readonly string[]): Promise<readonly Claim[]> {
  const rows = await readRows(tx, claimIds);
  return toClaims(
    tx,
    claimIds.map((id) => required(rows.get(id), 'a write reads claims that it wrote')),
  );
}

/** What the permission table asks about a claim that is there. */
export async function readClaimResource(tx: Tx, claimId: string): Promise<ClaimResource> {
  const row = await tx.claim.findUniqueOrThrow({ where: { id: claimId }, select: resourceSelect });
  return toResource(row, await findCheckingIn(tx, row.articleId));
}

async function readRows(tx: Tx, claimIds: readonly string[]): Promise<ReadonlyMap<string, ClaimRow>> {
  const found = new Map<string, ClaimRow>();
  for (const some of inBatches(claimIds)) {
    const rows = await tx.claim.findMany({ where: { id: { in: [...some] } }, select: claimSelect });
    for (const row of rows) found.set(row.id, row);
  }
  return found;
}
