import { wholeQuote } from '@/lib/claims/claim-words';
import 'server-only';
import type { SourceType } from '@/lib/attribution/source-type';
import { inBatches } from '@/lib/claims/batches';
import { findCircular } from '@/lib/claims/circles/data';
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
      const quote = cutAt(wholeQuote(spans), QUOTE_MAX);
      found.set(row.id, { ...row, quote, sourceType: sourceType as SourceType, state: state as ClaimState });
    }
  }
  return found;
}

function put<Value>(lists: Map<string, Value[]>, key: string): Value[] {
  const list = lists.get(key) ?? [];
  lists.set(key, list);
  return list;
}
