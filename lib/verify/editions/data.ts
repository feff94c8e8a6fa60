import 'server-only';
import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import type { Database } from '@/lib/db/database';

/** What was published has the hashes it was published with: one sentence for each that has not. One edition in memory at a time. */
export async function checkEditions(db: Database): Promise<readonly string[]> {
  const problems: string[] = [];
  const all = await db.read.edition.findMany({
    select: { publicationId: true, number: true },
    orderBy: [{ publicationId: 'asc' }, { number: 'asc' }],
  });
  for (const place of all) {
    const { data, page, sha256, pageSha256 } = await db.read.edition.findUniqueOrThrow({
      where: { publicationId_number: place },
      select: { data: true, page: true, sha256: true, pageSha256: true },
    });
    const name = `Published report ${place.publicationId}, edition ${place.number}`;
    if (hashOfPacked(data) !== sha256) problems.push(`${name}: its data does not have the hash it was published with.`);
    if (hashOfPacked(page) !== pageSha256) problems.push(`${name}: its page does not have the hash it was stored with.`);
  }
  return problems;
}

/** Null where it cannot be unpacked. */
function hashOfPacked(packed: Uint8Array): string | null {
  try {
    return createHash('sha256').update(gunzipSync(packed)).digest('hex');
  } catch {
    return null;
  }
}
