import 'server-only';
import type { AuditEvent } from '@/lib/audit/audit-event';
import { type ActorScope, refuse, write } from '@/lib/db/write';
import { appError } from '@/lib/kernel/app-error';
import type { Result } from '@/lib/kernel/result';
import { findReturnReasons } from './data';
import type { ReturnReason, ReturnReasons } from './return-reason';
import type { SaveReturnReasonsInput } from './schema';

type ReasonsAuditEvent = AuditEvent<
  'desk.return_reasons_saved',
  { readonly before: readonly ReturnReason[]; readonly after: readonly ReturnReason[]; readonly version: number }
>;

/** Writes the desk's list. None is ever taken out of it, only retired: claims have been returned with it. A stale version is refused with the list as it stands. */
export async function saveReturnReasons(
  scope: ActorScope<{ readonly deskId: string }>,
  { version: seen, reasons }: SaveReturnReasonsInput,
): Promise<Result<ReturnReasons>> {
  const { deskId } = scope.actor;
  return write(scope, async (tx, now) => {
    const refusal = scope.permit({ deskId });
    if (refusal !== null) return refuse(refusal);
    const current = await findReturnReasons(tx, { deskId });
    if (current.version !== seen) return refuse(appError('STALE', undefined, { current }));
    const lost = current.reasons.find(({ id }) => !reasons.some((each) => each.id === id));
    if (lost !== undefined) return refuse(appError('INVALID', `“${lost.label}” can be retired, not removed.`));
    const version = seen + 1;
    const row = { returnReasons: JSON.stringify(reasons), version, updatedAt: now };
    await tx.deskSettings.upsert({ where: { deskId }, create: { deskId, ...row }, update: row, select: { deskId: true } });
    const data = { before: current.reasons, after: reasons, version };
    const event: ReasonsAuditEvent = { type: 'desk.return_reasons_saved', subjectId: deskId, data };
    return { value: { version, reasons }, events: [event] };
  });
}
