import 'server-only';
import { newLink } from '@/lib/attribution/chain';
import { findCycles } from '@/lib/attribution/circular';
import type { Link } from '@/lib/attribution/link';
import type { SourceType } from '@/lib/attribution/source-type';
import { inBatches } from '@/lib/claims/batches';
import type { Claim } from '@/lib/claims/claim';
import type { ClaimState } from '@/lib/claims/claim-state';
import { type Relation, type RelationKind, relationsBothWays } from '@/lib/claims/relation';
import { findGradeDoubts } from '@/lib/claims/standing-grades/data';
import type { Database } from '@/lib/db/database';
import { cutAt } from '@/lib/text/shorten';
import { type Bearing, byBearing, QUOTE_MAX, RELATED_MAX, type RelatedClaim } from './bearing';

/**
 * How the rest of their articles bears on some claims, by their ids; of another desk's claims nothing is told. A handful of statements, whatever their
 * number; for the circles the steps of their articles' chains are read, each once.
 */
export async function findBearings(
  db: Database,
  { deskId, claims }: { readonly deskId: string; readonly claims: readonly Claim[] },
): Promise<ReadonlyMap<string, Bearing>> {
  const own = claims.filter((claim) => claim.deskId === deskId);
  const ids = own.map(({ id }) => id);
  const [relations, circular, doubts] = await Promise.all([
    listRelations(db, ids),
    findCircular(db, { deskId, claims: own }),
    findGradeDoubts(db.read, { deskId, claims: own }),
  ]);
  const others = await listRelated(db, {
    deskId,
    ids: new Set(ids.flatMap((id) => (relations.get(id) ?? []).map(({ claimId }) => claimId))),
  });
  return new Map(
    ids.map((id) => {
      const related = (relations.get(id) ?? [])
        .flatMap(({ kind, note, claimId }) => {
          const claim = others.get(claimId);
          return claim === undefined ? [] : { kind, note, claim };
        })
        .sort((a, b) => byBearing({ kind: a.kind, number: a.claim.number }, { kind: b.kind, number: b.claim.number }));
      const more = Math.max(0, related.length - RELATED_MAX);
      return [id, { related: related.slice(0, RELATED_MAX), more, circular: circular.has(id), gradeDoubt: doubts.get(id) ?? null }];
    }),
  );
}

/** The relations of each claim from its own side, whichever side they were drawn from; also with claims that were deleted since. */
async function listRelations(db: Database, ids: readonly string[]): Promise<ReadonlyMap<string, readonly Relation[]>> {
  const drawn = new Map<string, Relation[]>(ids.map((id) => [id, []]));
  for (const some of inBatches(ids)) {
    const [from, to] = await Promise.all([
      db.read.claimRelation.findMany({ where: { fromId: { in: [...some] } } }),
      db.read.claimRelation.findMany({ where: { toId: { in: [...some] } } }),
    ]);
    for (const { fromId, toId, kind, note } of [...from, ...to]) {
      put(drawn, fromId).push({ kind: kind as RelationKind, claimId: toId, note });
      put(drawn, toId);
    }
  }
  return relationsBothWays([...drawn].map(([id, relations]) => ({ id, relations })));
}

async function listRelated(
  db: Database,
  { deskId, ids }: { readonly deskId: string; readonly ids: ReadonlySet<string> },
): Promise<ReadonlyMap<string, RelatedClaim>> {
  const found = new Map<string, RelatedClaim>();
  for (const some of inBatches([...ids])) {
    const rows = await db.read.claim.findMany({
      where: { id: { in: [...some] }, deskId, deletedAt: null },
      select: { id: true, number: true, sourceType: true, state: true, spans: { orderBy: { ordinal: 'asc' }, select: { quote: true } } },
    });
    for (const { spans, sourceType, state, ...row } of rows) {
      const quote = cutAt(spans.map((span) => span.quote).join(' … '), QUOTE_MAX);
      found.set(row.id, { ...row, quote, sourceType: sourceType as SourceType, state: state as ClaimState });
    }
  }
  return found;
}

/** Those of the claims whose chain takes a step within a circle of its article. */
async function findCircular(
  db: Database,
  { deskId, claims }: { readonly deskId: string; readonly claims: readonly Claim[] },
): Promise<ReadonlySet<string>> {
  const stepping = claims.filter(({ chain }) => chain.filter(({ source }) => source !== null).length > 1);
  const articleIds = [...new Set(stepping.map(({ articleId }) => articleId))];
  const circular = new Set<string>();
  for (const [articleId, steps] of await listSteps(db, { deskId, articleIds })) {
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
  db: Database,
  { deskId, articleIds }: { readonly deskId: string; readonly articleIds: readonly string[] },
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const steps = new Map<string, Set<string>>();
  if (articleIds.length === 0) return steps;
  const merged = await db.rows<{ id: string; into: string }>(MERGED, [deskId]);
  const canonical = new Map(merged.map(({ id, into }) => [id, into]));
  for (const some of inBatches(articleIds)) {
    for (const { articleId, path } of await db.rows<{ articleId: string; path: string }>(pathsSql(some.length), [deskId, ...some])) {
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

function put<Value>(lists: Map<string, Value[]>, key: string): Value[] {
  const list = lists.get(key) ?? [];
  lists.set(key, list);
  return list;
}
