import 'server-only';
import type { AuditEvent } from '@/lib/audit/audit-event';
import { type ActorScope, refuse, write } from '@/lib/db/write';
import type { Tx } from '@/lib/db/write-gate';
import { appError } from '@/lib/kernel/app-error';
import type { Result } from '@/lib/kernel/result';
import { originGroupSelect, toOriginGroup } from '../data';
import type { OriginGroup } from '../origin-group';
import type { OriginGroupInput, OriginGroupVersionInput } from '../schema';

type Scope = ActorScope<{ readonly deskId: string }>;

/** What the audit trail says about an origin group; `after` is null when it was deleted. */
export type OriginGroupEvent = AuditEvent<
  'origin_group.saved' | 'origin_group.deleted' | 'origin_group.restored',
  { readonly after: OriginGroup | null }
>;

/**
 * Writes a group as it should be, new (version 0) or over the one the person was looking at. Refuses sources that are not
 * on the desk and those that another group of the article holds: one source leans on one origin of a story.
 */
export async function saveOriginGroup(scope: Scope, input: OriginGroupInput): Promise<Result<OriginGroup>> {
  const { actor } = scope;
  return write(scope, async (tx, now) => {
    const { groupId, articleId, name, reason, attested, version } = input;
    if (version === 0) {
      const taken = await tx.originGroup.count({ where: { id: groupId } });
      if (taken > 0) return refuse(appError('KEY_REUSED', 'A group with this id exists already.', { field: 'groupId' }));
      const article = await tx.article.count({ where: { id: articleId, deskId: actor.deskId } });
      if (article === 0) return refuse(appError('NOT_FOUND', 'This article does not exist on your desk.'));
      const made = { deskId: actor.deskId, createdById: actor.userId, createdAt: now };
      await tx.originGroup.create({ data: { id: groupId, articleId, name, reason, attested, version: 1, ...made, updatedAt: now } });
    } else {
      await requireGroup(tx, scope, input, 'live');
      await tx.originGroup.update({ where: { id: groupId }, data: { name, reason, attested, version: version + 1, updatedAt: now } });
      await tx.originMember.deleteMany({ where: { groupId } });
    }
    await addMembers(tx, actor.deskId, input);
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
    await requireGroup(tx, scope, input, 'live');
    const version = input.version + 1;
    await tx.originGroup.update({ where: { id: input.groupId }, data: { deletedAt: now, updatedAt: now, version } });
    // The members stay in the event: the row of each would keep its source from other groups.
    const after = await readGroup(tx, input.groupId);
    await tx.originMember.deleteMany({ where: { groupId: input.groupId } });
    const event: OriginGroupEvent = { type: 'origin_group.deleted', subjectId: input.groupId, data: { after } };
    return { value: { id: input.groupId, version }, events: [event] };
  });
}

/** Brings a deleted group back with the sources it had, but for those that another group holds by now. */
export async function restoreOriginGroup(scope: Scope, input: OriginGroupVersionInput): Promise<Result<OriginGroup>> {
  return write(scope, async (tx, now) => {
    const { articleId } = await requireGroup(tx, scope, input, 'deleted');
    const deleted = await tx.auditEvent.findFirst({
      where: { subjectId: input.groupId, type: 'origin_group.deleted' },
      orderBy: { id: 'desc' },
      select: { data: true },
    });
    const had = deleted === null ? [] : ((JSON.parse(deleted.data) as OriginGroupEvent['data']).after?.sourceIds ?? []);
    const held = await tx.originMember.findMany({ where: { articleId, sourceId: { in: [...had] } }, select: { sourceId: true } });
    const free = had.filter((id) => !held.some(({ sourceId }) => sourceId === id));
    await tx.originGroup.update({ where: { id: input.groupId }, data: { deletedAt: null, updatedAt: now, version: input.version + 1 } });
    await tx.originMember.createMany({ data: free.map((sourceId) => ({ groupId: input.groupId, sourceId, articleId })) });
    const group = await readGroup(tx, input.groupId);
    return {
      value: group,
      events: [{ type: 'origin_group.restored', subjectId: group.id, data: { after: group } } satisfies OriginGroupEvent],
    };
  });
}

async function requireGroup(tx: Tx, scope: Scope, input: OriginGroupVersionInput, expected: 'live' | 'deleted') {
  const row = await tx.originGroup.findFirst({
    where: { id: input.groupId, deskId: scope.actor.deskId },
    select: { articleId: true, deskId: true, version: true, deletedAt: true },
  });
  if (row === null) return refuse(appError('NOT_FOUND', 'This origin group does not exist on your desk.'));
  const refusal = scope.permit(row);
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

async function addMembers(tx: Tx, deskId: string, { groupId, articleId, sourceIds }: OriginGroupInput): Promise<void> {
  const sources = await tx.source.findMany({ where: { id: { in: [...sourceIds] }, deskId }, select: { id: true } });
  if (sources.length !== sourceIds.length) {
    refuse(appError('NOT_FOUND', 'One of these sources does not exist on your desk.', { field: 'sourceIds' }));
  }
  const held = await tx.originMember.findFirst({
    where: { articleId, sourceId: { in: [...sourceIds] } },
    select: { source: { select: { name: true } }, group: { select: { name: true } } },
  });
  if (held !== null) {
    const message = `“${held.source.name}” is in the group “${held.group.name}” already. Take it out there first, or make one group of both.`;
    refuse(appError('INVALID', message, { field: 'sourceIds' }));
  }
  await tx.originMember.createMany({ data: sourceIds.map((sourceId) => ({ groupId, sourceId, articleId })) });
}
