import 'server-only';
import { linkSelect, listOriginGroups, toChain } from '@/lib/attribution/data';
import type { SourceType } from '@/lib/attribution/source-type';
import type { Tx } from '@/lib/db/write-gate';
import { sourceSelect, toSource } from '@/lib/sources/data';
import type { Supports } from '../credibility';

/** Claims read at once. */
const BATCH = 2000;

/**
 * What the origins behind one claim are counted from, as it stands inside the write: the claims of its article that an editor
 * did not reject, and the groups. Null when the article has not two attested groups, which is all there is to know then.
 * Linear in the article's claims, of which only what is counted is read.
 */
export async function listSupports(
  tx: Tx,
  claim: { readonly id: string; readonly articleId: string; readonly deskId: string },
): Promise<Supports | null> {
  const scope = { deskId: claim.deskId, articleId: claim.articleId };
  const groups = await listOriginGroups(tx, scope);
  if (groups.filter(({ attested }) => attested !== null).length < 2) return null;
  const claims: Supports['claims'][number][] = [];
  let rows: Awaited<ReturnType<typeof readBatch>>;
  do {
    rows = await readBatch(tx, scope, claims.at(-1)?.id ?? '');
    claims.push(...rows.map(toSupported));
  } while (rows.length === BATCH);
  return { claimId: claim.id, claims, groups };
}

function readBatch(tx: Tx, scope: { readonly deskId: string; readonly articleId: string }, after: string) {
  return tx.claim.findMany({
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
