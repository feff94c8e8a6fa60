import 'server-only';
import type { Direct } from '@/lib/db/direct';

/** How often one may be part of another that is part of another. */
export const PART_LEVELS_MAX = 20;

/**
 * Ids of what the source is part of, upwards, merged ones as those that stand for them. A split can bring back a parent
 * that was made a child in between: such a ring is walked once (UNION drops what is there already), and shows nowhere else.
 */
export function listAncestors(direct: Direct, sourceId: string): readonly string[] {
  return direct.rows<{ readonly id: string }>(ANCESTORS, [sourceId]).map(({ id }) => id);
}

const ANCESTORS = `WITH RECURSIVE up("id", "level") AS (
  SELECT ?, 0
  UNION
  SELECT COALESCE(p."canonicalId", p."id"), 1 FROM up JOIN "Source" s ON s."id" = up."id" JOIN "Source" p ON p."id" = s."parentId"
) SELECT "id" FROM up WHERE "level" > 0`;

/** How many levels of parts the source has below it, merged ones left out; no more than PART_LEVELS_MAX are counted. */
export function countLevelsBelow(direct: Direct, sourceId: string): number {
  const [row] = direct.rows<{ readonly levels: number }>(LEVELS_BELOW, [sourceId]);
  return row?.levels ?? 0;
}

// CROSS JOIN and + hold SQLite to the index of parents: left to itself it scans every source for every level.
const LEVELS_BELOW = `WITH RECURSIVE down("id", "level") AS (
  SELECT ?, 0
  UNION
  SELECT c."id", down."level" + 1 FROM down CROSS JOIN "Source" c ON c."parentId" = down."id"
    WHERE +c."canonicalId" IS NULL AND down."level" < ${PART_LEVELS_MAX}
  UNION
  SELECT c."id", down."level" + 1 FROM down
    CROSS JOIN "Source" p ON p."canonicalId" = down."id" CROSS JOIN "Source" c ON c."parentId" = p."id"
    WHERE +c."canonicalId" IS NULL AND down."level" < ${PART_LEVELS_MAX}
) SELECT MAX("level") AS "levels" FROM down`;
