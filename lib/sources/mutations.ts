import 'server-only';
import type { AuditEvent } from '@/lib/audit/audit-event';
import type { Direct } from '@/lib/db/direct';
import { refuse } from '@/lib/db/write';
import { appError } from '@/lib/kernel/app-error';
import { newId } from '@/lib/kernel/ids';
import { toSource } from './data';
import { type Source, type SourceKind, toNameKey } from './source';

type SourceRequest = { readonly id: string } | { readonly name: string };

/**
 * The desk's source with this id or name, created when no source of the desk has the (folded) name.
 * Runs inside the write that needs it. Refuses an id that is not on the desk.
 */
export function findOrCreateSource(
  direct: Direct,
  scope: { readonly deskId: string; readonly actorId: string; readonly now: Date },
  request: SourceRequest,
  kind: SourceKind,
): { readonly source: Source; readonly events: readonly AuditEvent<'source.created', { readonly name: string }>[] } {
  const { deskId } = scope;
  if ('id' in request) {
    const [row] = direct.rows<SourceRow>('SELECT "id", "name", "kind" FROM "Source" WHERE "id" = ? AND "deskId" = ?', [request.id, deskId]);
    if (row === undefined) return refuse(appError('NOT_FOUND', 'This source does not exist on your desk.', { field: 'source' }));
    return { source: toSource(row), events: [] };
  }
  const nameKey = toNameKey(request.name);
  const [found] = direct.rows<SourceRow>('SELECT "id", "name", "kind" FROM "Source" WHERE "deskId" = ? AND "nameKey" = ?', [
    deskId,
    nameKey,
  ]);
  if (found !== undefined) return { source: toSource(found), events: [] };
  const source: Source = { id: newId(), name: request.name, kind };
  direct.insert('Source', { ...source, deskId, nameKey, createdById: scope.actorId, createdAt: scope.now });
  return { source, events: [{ type: 'source.created', subjectId: source.id, data: { name: source.name } }] };
}

type SourceRow = { id: string; name: string; kind: string };
