import 'server-only';
import type { Database } from '@/lib/db/database';
import { type Source, type SourceKind, type SourceOption, toNameKey } from './source';

export function toSource(row: { id: string; name: string; kind: string }): Source {
  return { id: row.id, name: row.name, kind: row.kind as SourceKind };
}

/** How many sources a finder lists at most. */
const FOUND_MAX = 30;

/**
 * Sources of the desk whose name holds `query` (any case; empty finds all), those already used in the
 * article first, then the most used. At most 30. Cost grows with the desk's sources.
 */
export async function findSources(
  db: Database,
  { deskId, articleId }: { readonly deskId: string; readonly articleId: string },
  query: string,
): Promise<readonly SourceOption[]> {
  const pattern = `%${toNameKey(query).replace(/[\\%_]/g, '\\$&')}%`;
  const rows = await db.read.$queryRaw<{ id: string; name: string; kind: string; here: number | bigint; total: number | bigint }[]>`
    SELECT s."id", s."name", s."kind",
           COUNT(CASE WHEN c."articleId" = ${articleId} THEN 1 END) AS "here",
           COUNT(c."id") AS "total"
    FROM "Source" s
    LEFT JOIN "Claim" c ON c."sourceId" = s."id" AND c."deletedAt" IS NULL
    WHERE s."deskId" = ${deskId} AND s."nameKey" LIKE ${pattern} ESCAPE '\\'
    GROUP BY s."id", s."name", s."kind"
    ORDER BY "here" DESC, "total" DESC, s."name"
    LIMIT ${FOUND_MAX}`;
  return rows.map((row) => ({ ...toSource(row), claimsHere: Number(row.here), claimsOnDesk: Number(row.total) }));
}
