import 'server-only';
import { type ActorScope, refuse, write } from '@/lib/db/write';
import { appError } from '@/lib/kernel/app-error';
import type { Result } from '@/lib/kernel/result';
import { findView } from './data';
import type { ViewAuditEvent } from './events';
import type { DeleteViewInput, SaveViewInput } from './schema';
import { type SavedView, VIEWS_MAX } from './view';

type ViewScope = ActorScope<{ readonly deskId: string }>;

/** Keeps a new view of the person's, or another name or address for one they have. */
export async function saveView(scope: ViewScope, { viewId, version, name, query }: SaveViewInput): Promise<Result<SavedView>> {
  const { userId, deskId } = scope.actor;
  return write(scope, async (tx, now) => {
    const refusal = scope.permit({ deskId });
    if (refusal !== null) refuse(refusal);
    const before = await findView(tx, { deskId, userId, viewId });
    if ((before?.version ?? 0) !== version)
      refuse(appError('STALE', 'This view was changed in another window meanwhile.', { current: before }));
    const alike = await tx.savedView.findFirst({ where: { deskId, userId, name, NOT: { id: viewId } }, select: { id: true } });
    if (alike !== null) refuse(appError('INVALID', `You have a view called “${name}” already.`, { field: 'name' }));
    const view: SavedView = { id: viewId, name, query, version: version + 1 };
    if (before === null) {
      const taken = await tx.savedView.findUnique({ where: { id: viewId }, select: { id: true } });
      if (taken !== null) refuse(appError('KEY_REUSED'));
      const count = await tx.savedView.count({ where: { deskId, userId } });
      if (count >= VIEWS_MAX) refuse(appError('INVALID', `You have ${VIEWS_MAX} views. Delete one first.`));
      await tx.savedView.create({ data: { ...view, deskId, userId, createdAt: now, updatedAt: now }, select: { id: true } });
    } else {
      await tx.savedView.update({
        where: { id: viewId },
        data: { name, query, version: view.version, updatedAt: now },
        select: { id: true },
      });
    }
    const event: ViewAuditEvent = { type: 'view.saved', subjectId: viewId, data: { name, query, version: view.version } };
    return { value: view, events: [event] };
  });
}

/** Takes a view of the person's away. The audit trail still has what it was. */
export async function deleteView(scope: ViewScope, { viewId, version }: DeleteViewInput): Promise<Result<{ readonly id: string }>> {
  const { userId, deskId } = scope.actor;
  return write(scope, async (tx) => {
    const refusal = scope.permit({ deskId });
    if (refusal !== null) refuse(refusal);
    const before = await findView(tx, { deskId, userId, viewId });
    if (before === null) return refuse(appError('NOT_FOUND', 'You have no such view.'));
    if (before.version !== version) refuse(appError('STALE', 'This view was changed in another window meanwhile.', { current: before }));
    await tx.savedView.delete({ where: { id: viewId }, select: { id: true } });
    const event: ViewAuditEvent = { type: 'view.deleted', subjectId: viewId, data: { name: before.name } };
    return { value: { id: viewId }, events: [event] };
  });
}
