import 'server-only';
import { findChecking } from '@/lib/assignments/data';
import { isLimited, type Sight } from '@/lib/assignments/sight';
import type { Database } from '@/lib/db/database';
import type { Prisma } from '@/lib/db/generated/client';
import type { Tx } from '@/lib/db/write-gate';
import { sourceSelect, toSource } from '@/lib/sources/data';
import type { Source } from '@/lib/sources/source';
import { toTextRange } from '@/lib/text/offset';
import type { Anonymity } from './anonymity';
import { type Chain, plainChain } from './chain';
import type { Hedge, Link, Reading, Stated } from './link';
import type { LinkRelation } from './link-relation';
import type { OriginGroup } from './origin-group';
import type { SourceType } from './source-type';
import { LINK_COLUMN_SELECT } from './stored-link';

export const linkSelect = { ...LINK_COLUMN_SELECT, source: { select: sourceSelect } } satisfies Prisma.ClaimLinkSelect;

type LinkRow = Omit<Prisma.ClaimLinkGetPayload<{ select: typeof linkSelect }>, 'source'> & {
  readonly source: Parameters<typeof toSource>[0] | null;
};

/** A claim's chain from its rows, in order; a claim without rows has the plain chain of its tag. */
export function toChain(rows: readonly LinkRow[], tag: { readonly sourceType: SourceType; readonly source: Source | null }): Chain {
  return rows.length === 0 ? plainChain(tag) : rows.map((row) => toLink(row, tag));
}

function toLink(row: LinkRow, tag: { readonly sourceType: SourceType; readonly source: Source | null }): Link {
  const { cueStart, cueEnd, cueQuote } = row;
  const tagged = row.sourceType === null;
  const own = row.source === null ? null : toSource(row.source);
  // Field by field: a page of claims is many links, and spreading one costs ten times as much.
  return {
    sourceType: tagged ? tag.sourceType : (row.sourceType as SourceType),
    source: tagged ? tag.source : own,
    tagged,
    relation: row.relation as LinkRelation,
    stated: row.stated as Stated,
    reading: row.reading as Reading,
    cue: cueStart === null || cueEnd === null ? null : { ...toTextRange(cueStart, cueEnd), quote: cueQuote ?? '' },
    // Nearly all have none.
    hedges: row.hedges === '[]' ? [] : (JSON.parse(row.hedges) as Hedge[]),
    anonymity: row.anonymity === null ? null : (JSON.parse(row.anonymity) as Anonymity),
  };
}

export const originGroupSelect = {
  id: true,
  articleId: true,
  name: true,
  reason: true,
  attested: true,
  version: true,
  // Two members that were merged since are one.
  members: { orderBy: { sourceId: 'asc' }, select: { source: { select: { id: true, canonicalId: true } } } },
} satisfies Prisma.OriginGroupSelect;

type OriginGroupRow = Prisma.OriginGroupGetPayload<{ select: typeof originGroupSelect }>;

export function toOriginGroup({ members, ...row }: OriginGroupRow): OriginGroup {
  return { ...row, sourceIds: [...new Set(members.map(({ source }) => source.canonicalId ?? source.id))] };
}

/** The origin groups of a desk's article, oldest first; none for one who sees only a part of the work on it. */
export async function listOriginGroups(
  client: Pick<Tx, 'originGroup'> | Database['read'],
  { deskId, articleId, sight }: { readonly deskId: string; readonly articleId: string; readonly sight: Sight },
): Promise<readonly OriginGroup[]> {
  if (isLimited(sight, articleId)) return [];
  const rows = await client.originGroup.findMany({
    where: { deskId, articleId, deletedAt: null },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: originGroupSelect,
  });
  return rows.map(toOriginGroup);
}

/** What the permission table asks about an origin group, deleted or not; null when the desk has none. */
export async function findOriginGroupDesk(db: Database, { deskId, groupId }: { readonly deskId: string; readonly groupId: string }) {
  const row = await db.read.originGroup.findFirst({ where: { id: groupId, deskId }, select: { deskId: true, articleId: true } });
  return row === null ? null : { deskId, checking: await findChecking(db, row.articleId) };
}
