import 'server-only';
import type { AuditEvent } from '@/lib/audit/audit-event';
import { type ActorScope, refuse, write } from '@/lib/db/write';
import type { Result } from '@/lib/kernel/result';
import type { ReadNoticesInput } from '../schema';
import { findReading } from './data';

type NoticesAuditEvent = AuditEvent<'notices.read', { readonly until: string; readonly version: number }>;

/** Says that the person has read everything up to a moment. An earlier one than they have said before changes nothing. */
export async function readNotices(
  scope: ActorScope<{ readonly deskId: string }>,
  { until }: ReadNoticesInput,
): Promise<Result<{ readonly id: string; readonly version: number }>> {
  const { deskId, userId } = scope.actor;
  return write(scope, async (tx, now) => {
    const refusal = scope.permit({ deskId });
    if (refusal !== null) return refuse(refusal);
    const before = await findReading(tx, { deskId, userId });
    const readUntil = new Date(Math.max(before.readUntil.getTime(), Math.min(until.getTime(), now.getTime())));
    const version = before.version + 1;
    await tx.noticeReading.upsert({
      where: { deskId_userId: { deskId, userId } },
      create: { deskId, userId, readUntil, version },
      update: { readUntil, version },
      select: { userId: true },
    });
    const event: NoticesAuditEvent = { type: 'notices.read', subjectId: userId, data: { until: readUntil.toISOString(), version } };
    return { value: { id: userId, version }, events: [event] };
  });
}
