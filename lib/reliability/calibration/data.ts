import 'server-only';
import { setImmediate } from 'node:timers/promises';
import { type Sight, seenSql } from '@/lib/assignments/sight';
import { readListed } from '@/lib/claims/listed/data';
import type { Tag } from '@/lib/claims/tag';
import type { Database } from '@/lib/db/database';
import { type CountedClaim, toCheckedClaims } from '../checked-claims';
import { outcomeKey } from '../outcome-ties';
import { readRecordClaims } from '../records/data';
import type { CheckedClaim } from '../track-record';
import type { ForecastClaim } from './calibration';
import { type FindingWrite, firstResolved, saidBefore } from './said';

type Scope = { readonly deskId: string; readonly sight: Sight };

/**
 * What each of the desk gave a likelihood, by person, in the order the claims were made; of one person alone where it is asked.
 * Live claims that were not rejected, and that are for these eyes. Cost grows with the articles that have one, and with the trail of
 * their claims; others are answered between two articles.
 */
export async function readForecasts(
  db: Database,
  scope: Scope & { readonly personId?: string },
): Promise<ReadonlyMap<string, readonly ForecastClaim[]>> {
  const found = new Map<string, ForecastClaim[]>();
  for (const [articleId, claimIds] of await listSaid(db, scope)) {
    const { claims, groups } = await readRecordClaims(db, { ...scope, articleId });
    const checked = toCheckedClaims(claims, groups);
    for (const { personId, ...forecast } of await forecastsOf(db, checked, claims, claimIds)) {
      if (scope.personId !== undefined && scope.personId !== personId) continue;
      found.set(personId, [...(found.get(personId) ?? []), forecast]);
    }
    await setImmediate();
  }
  return found;
}

/** By article, the claims that were ever given a likelihood. */
async function listSaid(
  db: Database,
  { deskId, sight, personId }: Scope & { readonly personId?: string },
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const seen = seenSql(sight);
  const by =
    personId === undefined
      ? ''
      : ` AND EXISTS (SELECT 1 FROM "AuditEvent" e WHERE e."subjectId" = c."id" AND e."actorId" = ? AND e."type" IN ${WRITES})`;
  const rows = await db.rows<{ id: string; articleId: string }>(
    `SELECT c."id", c."articleId" FROM "LikelihoodSaid" l CROSS JOIN "Claim" c ON c."id" = l."claimId"
     WHERE c."deskId" = ? AND c."deletedAt" IS NULL AND c."state" <> 'rejected'${seen.sql}${by} ORDER BY c."articleId"`,
    [deskId, ...seen.values, ...(personId === undefined ? [] : [personId])],
  );
  const found = new Map<string, Set<string>>();
  for (const { id, articleId } of rows) found.set(articleId, (found.get(articleId) ?? new Set()).add(id));
  return found;
}

const WRITES = `('claim.created', 'claim.edited')`;

/** What was said of an article's claims, by whom, before the answer was known: for this claim, or for another that is the same outcome. */
async function forecastsOf(
  db: Database,
  checked: readonly CheckedClaim[],
  claims: readonly CountedClaim[],
  said: ReadonlySet<string>,
): Promise<readonly (ForecastClaim & { readonly personId: string })[]> {
  const keys = new Map(checked.map((claim) => [claim.claimId, outcomeKey(claim)]));
  const asked = new Set([...said].flatMap((id) => keys.get(id) ?? []));
  const tied = checked.filter((claim) => asked.has(outcomeKey(claim)));
  const writes = await listFindingWrites(db, [...new Set([...said, ...tied.map(({ claimId }) => claimId)])]);
  const answered = new Map<string, number>();
  for (const { claimId } of tied) {
    const [key, at] = [keys.get(claimId) as string, firstResolved(writes.get(claimId) ?? [])];
    if (at !== null) answered.set(key, Math.min(at, answered.get(key) ?? at));
  }
  const found = new Map(checked.map((claim) => [claim.claimId, claim]));
  return claims.flatMap(({ id: claimId }) => {
    const own = writes.get(claimId);
    if (!said.has(claimId) || own === undefined) return [];
    // A claim whose finding was taken away since has no check, and ties nothing.
    const { originKey, assertionKey, contentCheck } = found.get(claimId) ?? {
      originKey: claimId,
      assertionKey: claimId,
      contentCheck: 'not_checked' as const,
    };
    const { before, late } = saidBefore(own, answered.get(keys.get(claimId) ?? '') ?? firstResolved(own));
    const claim = { claimId, originKey, assertionKey, contentCheck };
    return [
      ...[...before].map(([personId, likelihood]) => ({ ...claim, personId, likelihood })),
      ...[...late].map((personId) => ({ ...claim, personId, likelihood: null })),
    ];
  });
}

/** The writes of these claims that touched their findings, by claim, the oldest first. */
async function listFindingWrites(db: Database, claimIds: readonly string[]): Promise<ReadonlyMap<string, readonly FindingWrite[]>> {
  const rows = await db.rows<{ seq: number; claimId: string; actorId: string; data: string }>(TRAIL, [JSON.stringify(claimIds)]);
  const found = new Map<string, FindingWrite[]>();
  for (const { seq, claimId, actorId, data } of rows) {
    const finding = (JSON.parse(data) as { readonly after?: Tag }).after?.details.finding;
    if (finding === undefined) continue;
    const { likelihood, contentCheck } = finding;
    found.set(claimId, [...(found.get(claimId) ?? []), { seq, actorId, likelihood, contentCheck }]);
  }
  return found;
}

const TRAIL = `
  SELECT e.rowid AS "seq", e."subjectId" AS "claimId", e."actorId", e."data"
  FROM json_each(?) j CROSS JOIN "AuditEvent" e ON e."subjectId" = j."value"
  WHERE e."type" IN ${WRITES} AND e."actorId" IS NOT NULL ORDER BY e.rowid`;

/** The claims behind a number, with their articles, as far as they are for these eyes. */
export async function listForecastClaims(db: Database, scope: Scope, claimIds: readonly string[]) {
  return readListed(db, { ...scope, claimIds });
}
