import 'server-only';
import { newLink } from '@/lib/attribution/chain';
import { findCycles } from '@/lib/attribution/circular';
import type { Link } from '@/lib/attribution/link';
import type { Database } from '@/lib/db/database';
import type { Direct } from '@/lib/db/direct';
import { inBatches } from '../batches';
import type { Claim } from '../claim';

type Client = Pick<Database, 'rows'> | Direct;

/**
 * Those of some claims of a desk whose chain takes a step within a circle of its article. Works inside and outside a write.
 * The steps of the chains of their articles are read, each once.
 */
export async function findCircular(
  client: Client,
  { deskId, claims }: { readonly deskId: string; readonly claims: readonly Pick<Claim, 'id' | 'articleId' | 'chain'>[] },
): Promise<ReadonlySet<string>> {
  const stepping = claims.filter(({ chain }) => chain.filter(({ source }) => source !== null).length > 1);
  const articleIds = [...new Set(stepping.map(({ articleId }) => articleId))];
  const circular = new Set<string>();
  for (const [articleId, steps] of await listSteps(client, { deskId, articleIds })) {
    const own = stepping.filter((claim) => claim.articleId === articleId);
    const others = [...steps].map((step) => ({ id: step, chain: step.split(',').map(toLink) }));
    for (const id of findCycles([...own, ...others]).claimIds) circular.add(id);
  }
  return circular;
}

/** All that a circle asks of a link is who stands there. */
function toLink(sourceId: string): Link {
  return newLink({ sourceType: 'news_organization', source: { id: sourceId, name: '', kind: 'news_organization' } });
}

/** Which source stands behind which in the chains of some articles, as “id,id”, each once. Links at which nobody is named are passed over. */
async function listSteps(
  client: Client,
  { deskId, articleIds }: { readonly deskId: string; readonly articleIds: readonly string[] },
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const steps = new Map<string, Set<string>>();
  if (articleIds.length === 0) return steps;
  const merged = await client.rows<{ id: string; into: string }>(MERGED, [deskId]);
  const canonical = new Map(merged.map(({ id, into }) => [id, into]));
  for (const some of inBatches(articleIds)) {
    for (const { articleId, path } of await client.rows<{ articleId: string; path: string }>(pathsSql(some.length), [deskId, ...some])) {
      const ids = path.split(',').map((id) => canonical.get(id) ?? id);
      const known = steps.get(articleId) ?? new Set();
      for (const [at, id] of ids.slice(1).entries()) known.add(`${ids[at]},${id}`);
      steps.set(articleId, known);
    }
  }
  return steps;
}

const MERGED = 'SELECT "id", "canonicalId" AS "into" FROM "Source" WHERE "deskId" = ? AND "canonicalId" IS NOT NULL';

/** As text, one row for each way that is taken: of ten thousand claims that is ten times faster than a row for each step. */
function pathsSql(articles: number): string {
  return `
    SELECT DISTINCT "articleId", "path" FROM (
      SELECT c."articleId", GROUP_CONCAT(CASE WHEN l."sourceType" IS NULL THEN c."sourceId" ELSE l."sourceId" END, ',' ORDER BY l."ordinal") AS "path"
      FROM "Claim" c JOIN "ClaimLink" l ON l."claimId" = c."id"
      WHERE c."deskId" = ? AND c."articleId" IN (${Array(articles).fill('?').join(', ')}) AND c."deletedAt" IS NULL
      GROUP BY c."id", c."articleId"
    ) AS "paths"
    WHERE "path" LIKE '%,%'`;
}
