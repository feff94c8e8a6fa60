import 'server-only';
import type { Checking } from '@/lib/assignments/checking';
import { findChecking } from '@/lib/assignments/data';
import { originGroupSelect, toOriginGroup } from '@/lib/attribution/data';
import type { OriginGroup } from '@/lib/attribution/origin-group';
import type { OriginGroupInput, OriginGroupVersionInput } from '@/lib/attribution/schema';
import type { AuditEvent } from '@/lib/audit/audit-event';
import { type ActorScope, refuse, write } from '@/lib/db/write';
import type { Tx } from '@/lib/db/write-gate';
import { appError } from '@/lib/kernel/app-error';
import type { Result } from '@/lib/kernel/result';
import { guardGrades } from '../standing-grades/data';

type Scope = ActorScope<{ readonly deskId: string; readonly checking: Checking }>;

/** What an approved grade of the article rests on, in the words of its refusal. */
const ON_GROUP = { on: 'this group', titled: false } as const;

/** What the audit trail says about an origin group; `after` is null when it was deleted. */
export type OriginGroupEvent = AuditEvent<
  'origin_group.saved' | 'origin_group.deleted' | 'origin_group.restored',
  {
    readonly after: OriginGroup | null;
    /** Of a deleted group: the sources as they were put in it, where `after` names those that stand for them by now. */
    readonly members?: readonly string[];
  }
>;

/**
 * Writes a group as it should be, new (version 0) or over the one the person was looking at. Refuses sources that are not
 * on the desk and those that another group of the article holds: one source leans on one origin of a story. Like every
 * write to a group it refuses to take from an approved grade what it rests on.
 *
 * A source is sent as the one that stands for it by now, and kept as the one that was put in: what was said about a
 * source that was merged since stays its own when it is split off again, and nothing is said about the other.
 */
export async function saveOriginGroup(scope: Scope, input: OriginGroupInput): Promise<Result<OriginGroup>> {
  const { actor } = scope;
  return write(scope, async (tx, now) => {
    const { groupId, articleId, name, reason, attested, version } = input;
    const requireGrades = await guardGrades(tx, { deskId: actor.deskId, articleIds: [articleId] }, ON_GROUP);
    if (version === 0) {
      const taken = await tx.originGroup.count({ where: { id: groupId } });
      if (taken > 0) return refuse(appError('KEY_REUSED', 'A group with this id exists already.', { field: 'groupId' }));
      const article = await tx.article.count({ where: { id: articleId, deskId: actor.deskId } });
      if (article === 0) return refuse(appError('NOT_FOUND', 'This article does not exist on your desk.'));
      const refusal = scope.permit({ deskId: actor.deskId, checking: await findChecking(tx, articleId) });
      if (refusal !== null) return refuse(refusal);
      const made = { deskId: actor.deskId, createdById: actor.userId, createdAt: now };
      await tx.originGroup.create({ data: { id: groupId, articleId, name, reason, attested, version: 1, ...made, updatedAt: now } });
    } else {
      await requireGroup(tx, scope, input, 'live', { articleId });
      await tx.originGroup.update({ where: { id: groupId }, data: { name, reason, attested, version: version + 1, updatedAt: now } });
    }
    await writeMembers(tx, actor.deskId, input);
    await requireGrades();
    const group = await readGroup(tx, groupId);
    return {
      value: group,
      events: [{ type: 'origin_group.saved', subjectId: groupId, data: { after: group } } satisfies OriginGroupEvent],
    };
  });
}

/** Takes a group away; its sources are of unknown independence again. It can be brought back. */
export async function deleteOriginGroup(
  scope: Scope,
  input: OriginGroupVersionInput,
): Promise<Result<{ readonly id: string; readonly version: number }>> {
  return write(scope, async (tx, now) => {
    const { articleId } = await requireGroup(tx, scope, input, 'live');
    const requireGrades = await guardGrades(tx, { deskId: scope.actor.deskId, articleIds: [articleId] }, ON_GROUP);
    const version = input.version + 1;
    await tx.originGroup.update({ where: { id: input.groupId }, data: { deletedAt: now, updatedAt: now, version } });
    // The members stay in the event: the row of each would keep its source from other groups.
    const after = await readGroup(tx, input.groupId);
    const rows = await tx.originMember.findMany({
      where: { groupId: input.groupId },
      select: { sourceId: true },
      orderBy: { sourceId: 'asc' },
    });
    await tx.originMember.deleteMany({ where: { groupId: input.groupId } });
    await requireGrades();
    const members = rows.map(({ sourceId }) => sourceId);
    const event: OriginGroupEvent = { type: 'origin_group.deleted', subjectId: input.groupId, data: { after, members } };
    return { value: { id: input.groupId, version }, events: [event] };
  });
}

/** Brings a deleted group back with the sources it had, but for those that another group holds by now. */
export async function restoreOriginGroup(scope: Scope, input: OriginGroupVersionInput): Promise<Result<OriginGroup>> {
  return write(scope, async (tx, now) => {
    const { articleId } = await requireGroup(tx, scope, input, 'deleted');
    const requireGrades = await guardGrades(tx, { deskId: scope.actor.deskId, articleIds: [articleId] }, ON_GROUP);
    const deleted = await tx.auditEvent.findFirst({
      where: { subjectId: input.groupId, type: 'origin_group.deleted' },
      orderBy: { id: 'desc' },
      select: { data: true },
    });
    const data = deleted === null ? null : (JSON.parse(deleted.data) as OriginGroupEvent['data']);
    const had = await findSources(tx, scope.actor.deskId, data?.members ?? data?.after?.sourceIds ?? []);
    const held = await findHeld(tx, { groupId: input.groupId, articleId }, had);
    const free = had.filter(({ standing }) => !held.has(standing));
    await tx.originGroup.update({ where: { id: input.groupId }, data: { deletedAt: null, updatedAt: now, version: input.version + 1 } });
    await tx.originMember.createMany({ data: free.map(({ id }) => ({ groupId: input.groupId, sourceId: id, articleId })) });
    await requireGrades();
    const group = await readGroup(tx, input.groupId);
    return {
      value: group,
      events: [{ type: 'origin_group.restored', subjectId: group.id, data: { after: group } } satisfies OriginGroupEvent],
    };
  });
}

async function requireGroup(
  tx: Tx,
  scope: Scope,
  input: OriginGroupVersionInput,
  expected: 'live' | 'deleted',
  of: { readonly articleId?: string } = {},
) {
  const row = await tx.originGroup.findFirst({
    where: { id: input.groupId, deskId: scope.actor.deskId, ...of },
    select: { articleId: true, deskId: true, version: true, deletedAt: true },
  });
  if (row === null) return refuse(appError('NOT_FOUND', 'This origin group does not exist on your desk.'));
  const refusal = scope.permit({ deskId: row.deskId, checking: await findChecking(tx, row.articleId) });
  if (refusal !== null) return refuse(refusal);
  const deleted = row.deletedAt !== null;
  if (row.version !== input.version || deleted !== (expected === 'deleted')) {
    return refuse(appError('STALE', undefined, { current: deleted ? null : await readGroup(tx, input.groupId) }));
  }
  return row;
}

async function readGroup(tx: Tx, id: string): Promise<OriginGroup> {
  return toOriginGroup(await tx.originGroup.findUniqueOrThrow({ where: { id }, select: originGroupSelect }));
}

type Member = { readonly id: string; readonly name: string /** The source that stands for it. */; readonly standing: string };

async function findSources(tx: Tx, deskId: string, ids: readonly string[]): Promise<readonly Member[]> {
  const rows = await tx.source.findMany({
    where: { id: { in: [...ids] }, deskId },
    orderBy: { id: 'asc' },
    select: { id: true, name: true, canonicalId: true },
  });
  return rows.map(({ id, name, canonicalId }) => ({ id, name, standing: canonicalId ?? id }));
}

/** The names of the article's other groups that hold one of these sources, by the source that stands for it. */
async function findHeld(
  tx: Tx,
  { groupId, articleId }: { readonly groupId: string; readonly articleId: string },
  sources: readonly Member[],
): Promise<ReadonlyMap<string, string>> {
  const ids = sources.map(({ standing }) => standing);
  const rows = await tx.originMember.findMany({
    where: { articleId, groupId: { not: groupId }, source: { OR: [{ id: { in: ids } }, { canonicalId: { in: ids } }] } },
    select: { source: { select: { id: true, canonicalId: true } }, group: { select: { name: true } } },
  });
  return new Map(rows.map(({ source, group }) => [source.canonicalId ?? source.id, group.name]));
}

/** Keeps the members whose standing source was sent, takes the others out, and adds what nobody stands for yet. */
async function writeMembers(tx: Tx, deskId: string, { groupId, articleId, sourceIds, reason }: OriginGroupInput): Promise<void> {
  const sources = await findSources(tx, deskId, sourceIds);
  if (sources.length !== sourceIds.length) {
    refuse(appError('NOT_FOUND', 'One of these sources does not exist on your desk.', { field: 'sourceIds' }));
  }
  const rows = await tx.originMember.findMany({ where: { groupId }, select: { source: { select: { id: true, canonicalId: true } } } });
  const members = rows.map(({ source }) => ({ id: source.id, standing: source.canonicalId ?? source.id }));
  const there = new Set(members.map(({ standing }) => standing));
  const held = await findHeld(tx, { groupId, articleId }, sources);
  // What it holds itself it may keep: a merge can put one source into two groups, and both must stay open to a correction.
  const taken = sources.find(({ standing }) => held.has(standing) && !there.has(standing));
  if (taken !== undefined) {
    const message = `“${taken.name}” is in the group “${held.get(taken.standing)}” already. Take it out there first, or make one group of both.`;
    refuse(appError('INVALID', message, { field: 'sourceIds' }));
  }
  const wanted = new Set(sources.map(({ standing }) => standing));
  const gone = members.filter(({ standing }) => !wanted.has(standing)).map(({ id }) => id);
  if (gone.length > 0) await tx.originMember.deleteMany({ where: { groupId, sourceId: { in: gone } } });
  const added = sources.filter(({ standing }) => !there.has(standing));
  if (reason === '' && members.length - gone.length + added.length > 1) {
    const message = 'Say why these lean on one origin: it holds sources that were merged into one, and that can be taken back.';
    refuse(appError('INVALID', message, { field: 'reason' }));
  }
  await tx.originMember.createMany({ data: added.map(({ id }) => ({ groupId, sourceId: id, articleId })) });
}
