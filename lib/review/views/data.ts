import 'server-only';
import type { Database } from '@/lib/db/database';
import type { Tx } from '@/lib/db/write-gate';
import { type SavedView, VIEWS_MAX } from './view';

const viewSelect = { id: true, name: true, query: true, version: true } as const;

type Whose = { readonly deskId: string; readonly userId: string };

/** A person's views on a desk, by name. */
export function listViews(db: Database, { deskId, userId }: Whose): Promise<readonly SavedView[]> {
  return db.read.savedView.findMany({ where: { deskId, userId }, orderBy: { name: 'asc' }, take: VIEWS_MAX, select: viewSelect });
}

/** Inside a write: the person's view, or null where they have none with this id. */
export function findView(tx: Tx, { deskId, userId, viewId }: Whose & { readonly viewId: string }): Promise<SavedView | null> {
  return tx.savedView.findFirst({ where: { id: viewId, deskId, userId }, select: viewSelect });
}
