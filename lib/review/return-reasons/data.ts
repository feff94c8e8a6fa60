import 'server-only';
import type { Reader } from '@/lib/db/database';
import type { Tx } from '@/lib/db/write-gate';
import { FIRST_REASONS, type ReturnReason, type ReturnReasons } from './return-reason';

/** The desk's reasons for a return, the retired ones too; as every desk begins where it settled nothing. Works inside and outside a write. */
export async function findReturnReasons(
  client: Pick<Tx, 'deskSettings'> | Reader,
  { deskId }: { readonly deskId: string },
): Promise<ReturnReasons> {
  const row = await client.deskSettings.findUnique({ where: { deskId }, select: { returnReasons: true, version: true } });
  return row === null ? FIRST_REASONS : { version: row.version, reasons: JSON.parse(row.returnReasons) as ReturnReason[] };
}
