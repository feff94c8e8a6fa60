import 'server-only';
import { SEES_ALL } from '@/lib/assignments/sight';
import { linkSelect, listOriginGroups, toChain } from '@/lib/attribution/data';
import type { SourceType } from '@/lib/attribution/source-type';
import type { Tx } from '@/lib/db/write-gate';
import { sourceSelect, toSource } from '@/lib/sources/data';
import type { Supports } from '../credibility';

type Client = Pick<Tx, 'claim' | 'originGroup'>;

/** Claims read at once. */
const BATCH = 2000;

/**
 * What the origins behind the claims of an article are counted from, as it stands inside or outside a write: the claims that an editor
 * did not reject, and the groups. Null when the article has not two attested groups, which is all there is to know then.
 * Linear in the article's claims, of which only what is counted is read.
 */
export async function listSupports(
  client: Client,
  scope: { readonly articleId: string; readonly deskId: string },
): Promise<Supports | null> {
  const groups = await listOriginGroups(client, { ...scope, sight: SEES_ALL });
  if (groups.filter(({ attested }) => attested !== null).length < 2) return null;
  const claims: Supports['claims'][number][] = [];
  let rows: Awaited<ReturnType<typeof readBatch>>;
  do {
    rows = await readBatch(client, scope, claims.at(-1)?.id ?? '');
    claims.push(...rows.map(toSupported));
  } while (rows.length === BATCH);
  return { claims, groups };
}

function readBatch(client: Client, scope: { readonly deskId: string; readonly articleId: string }, after: string) {
  return client.claim.findMany({
    where: { ...scope, deletedAt: null, state: { not: 'rejected' }, id: { gt: after } },
    orderBy: { id: 'asc' },
    take: BATCH,
    select: {
      id: true,
      sourceType: true,
      source: { select: sourceSelect },
      links: { orderBy: { ordinal: 'asc' }, select: linkSelect },
      evidence: { select: { stance: true, url: true, originGroupId: true } },
      relations: { select: { kind: true, toId: true } },
    },
  });
}

function toSupported(row: Awaited<ReturnType<typeof readBatch>>[number]): Supports['claims'][number] {
  const tag = { sourceType: row.sourceType as SourceType, source: row.source === null ? null : toSource(row.source) };
  const relations = row.relations.map(({ kind, toId }) => ({ kind, claimId: toId }));
  return { id: row.id, chain: toChain(row.links, tag), evidence: row.evidence, relations };
}
