import 'server-only';
import { setImmediate } from 'node:timers/promises';
import type { Progress } from '@/lib/agreement/kept-work';
import { readStates } from '@/lib/agreement/period/data';
import { type Sight, seenSql } from '@/lib/assignments/sight';
import { readListed } from '@/lib/claims/listed/data';
import type { Tag } from '@/lib/claims/tag';
import type { Database } from '@/lib/db/database';
import type { Pause } from '@/lib/kernel/pause';
import { type CountedClaim, toCheckedClaims } from '../checked-claims';
import { outcomeKey } from '../outcome-ties';
import { readRecordClaims } from '../records/data';
import type { CheckedClaim } from '../track-record';
import type { ForecastClaim } from './calibration';
import { type FindingWrite, firstResolved, saidBefore } from './said';

type Scope = { readonly deskId: string; readonly sight: Sight };

/** Of whom the loop is given back, and who is told how many articles are read. */
type Others = { readonly pause: Pause; readonly tell: (progress: Progress) => void };
const NOBODY: Others = { pause: () => setImmediate(), tell: () => {} };

type PersonForecast = ForecastClaim & { readonly personId: string };
/** What was said on an article, with the state of its rows that it was read from. */
type Kept = { readonly state: string; readonly forecasts: readonly PersonForecast[] };

/** So many articles' forecasts are kept: some kB each. */
const KEPT_MAX = 5000;
const KEPT = new Map<string, Kept>();

/**
 * What each of the desk gave a likelihood, by person, in the order the claims were made; of one person alone where it is asked.
 * Live claims that were not rejected, and that are for these eyes. At first cost grows with the articles that have one, and with the trail
 * of their claims; afterwards an article is read again only when something of it changed.
 *
 * @param kept by the process, oldest first; what somebody sees in part is not kept
 */
export async function readForecasts(
  db: Database,
  scope: Scope & { readonly personId?: string },
  { pause, tell }: Others = NOBODY,
  kept: Map<string, Kept> = KEPT,
): Promise<ReadonlyMap<string, readonly ForecastClaim[]>> {
  const found = new Map<string, ForecastClaim[]>();
  const articleIds = await listSaidArticles(db, scope, pause);
  const states = await readStates(db, scope, articleIds, pause);
  let done = 0;
  for (const articleId of articleIds) {
    done += 1;
    const key = `${scope.deskId} ${articleId}`;
    const state = states.get(articleId);
    let forecasts = kept.get(key)?.state === state ? kept.get(key)?.forecasts : undefined;
    if (forecasts === undefined) {
      forecasts = await readArticle(db, scope, articleId);
      if (state !== undefined) kept.set(key, { state, forecasts });
      tell({ done, of: articleIds.length });
      await pause();
    }
    for (const { personId, ...forecast } of forecasts) {
      if (scope.personId !== undefined && scope.personId !== personId) continue;
      const own = found.get(personId);
      if (own === undefined) found.set(personId, [forecast]);
      else own.push(forecast);
    }
  }
  for (const key of kept.keys()) if (kept.size > KEPT_MAX) kept.delete(key);
  return found;
}

async function readArticle(db: Database, scope: Scope, articleId: string): Promise<readonly PersonForecast[]> {
  const { claims, groups } = await readRecordClaims(db, { ...scope, articleId });
  const said = await db.rows<{ id: string }>(SAID, [articleId]);
  return forecastsOf(db, toCheckedClaims(claims, groups), claims, new Set(said.map(({ id }) => id)));
}

const SAID = `SELECT c."id" FROM "Claim" c CROSS JOIN "LikelihoodSaid" l ON l."claimId" = c."id" WHERE c."articleId" = ?`;

/** So many claims are asked about at once: a few ms. */
const SAID_AT_ONCE = 2000;

/** The articles on which something was ever given a likelihood, by this person where one is named; in the order of their ids. */
async function listSaidArticles(
  db: Database,
  { deskId, sight, personId }: Scope & { readonly personId?: string },
  pause: Pause,
): Promise<readonly string[]> {
  const seen = seenSql(sight);
  const by =
    personId === undefined
      ? ''
      : ` AND EXISTS (SELECT 1 FROM "AuditEvent" e WHERE e."subjectId" = c."id" AND e."actorId" = ? AND e."type" IN ${WRITES})`;
  const found = new Set<string>();
  for (let after = ''; ; ) {
    const [last] = await db.rows<{ id: string }>(SAID_UNTIL, [after, SAID_AT_ONCE]);
    if (last === undefined) return [...found].sort();
    const rows = await db.rows<{ articleId: string }>(
      `SELECT DISTINCT c."articleId" FROM "LikelihoodSaid" l CROSS JOIN "Claim" c ON c."id" = l."claimId"
       WHERE l."claimId" > ? AND l."claimId" <= ? AND c."deskId" = ? AND c."deletedAt" IS NULL AND c."state" <> 'rejected'${seen.sql}${by}`,
      [after, last.id, deskId, ...seen.values, ...(personId === undefined ? [] : [personId])],
    );
    for (const { articleId } of rows) found.add(articleId);
    after = last.id;
    await pause();
  }
}

/** The last of the next claims; none after the last. */
const SAID_UNTIL = `
  SELECT "claimId" AS "id" FROM (SELECT "claimId" FROM "LikelihoodSaid" WHERE "claimId" > ? ORDER BY "claimId" LIMIT ?)
  ORDER BY "claimId" DESC LIMIT 1`;

const WRITES = `('claim.created', 'claim.edited')`;

/** What was said of an article's claims, by whom, before the answer was known: for this claim, or for another that is the same outcome. */
async function forecastsOf(
  db: Database,
  checked: readonly CheckedClaim[],
  claims: readonly CountedClaim[],
  said: ReadonlySet<string>,
): Promise<readonly PersonForecast[]> {
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
    const write = { seq, actorId, likelihood, contentCheck };
    const own = found.get(claimId);
    if (own === undefined) found.set(claimId, [write]);
    else own.push(write);
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

/** Where the trail of the whole database ends: a number that is the same as long as nobody wrote anything. */
export async function readLastEvent(db: Database): Promise<number> {
  const [last] = await db.rows<{ seq: number | null }>('SELECT MAX(rowid) AS "seq" FROM "AuditEvent"', []);
  return last?.seq ?? 0;
}
