import { DAY } from '@/lib/kernel/clock';
import 'server-only';
import { type Sight, seenSql } from '@/lib/assignments/sight';
import type { Database } from '@/lib/db/database';
import type { Direct } from '@/lib/db/direct';
import type { ClaimEvent } from '../transitions';
import { dayOf, listsOf, type TallyKind, type TallyListRef, type TallyStep, tallySteps } from './tally';

type Client = Pick<Database, 'rows'> | Direct;
type Scope = { readonly deskId: string; readonly sight: Sight };
/** Whole days (UTC): `to` is the first one no longer looked at. Counted from 1970. */
export type Days = { readonly from: number; readonly to: number };

type ClaimRow = {
  readonly id: string;
  readonly deskId: string;
  readonly createdById: string;
  readonly createdAt: string;
  readonly deletedAt: string | null;
};
type MoveRow = {
  readonly claimId: string;
  readonly event: string;
  readonly claimVersion: number;
  readonly actorId: string;
  readonly at: string;
  readonly reasonId: string | null;
};

/** What of these claims (a JSON list of ids) counts, by claim id; no step of a deleted one. Works inside and outside a write. */
export async function workOutSteps(
  client: Client,
  ids: string,
): Promise<ReadonlyMap<string, { readonly deskId: string; readonly steps: readonly TallyStep[] }>> {
  const claims = await client.rows<ClaimRow>(CLAIMS, [ids]);
  const moves = byClaim(await client.rows<MoveRow>(MOVES, [ids]));
  return new Map(
    claims.map(({ id, deskId, createdById, createdAt, deletedAt }) => {
      const own = (moves.get(id) ?? []).map(({ event, at, ...move }) => ({ ...move, event: event as ClaimEvent, at: Date.parse(at) }));
      const steps = deletedAt === null ? tallySteps({ personId: createdById, at: Date.parse(createdAt) }, own) : [];
      return [id, { deskId, steps }];
    }),
  );
}

const CLAIMS = `
  SELECT c."id", c."deskId", c."createdById", c."createdAt", c."deletedAt" FROM json_each(?) j CROSS JOIN "Claim" c ON c."id" = j."value"`;

const MOVES = `
  SELECT t."claimId", t."event", t."claimVersion", t."actorId", t."at", t."reasonId"
  FROM json_each(?) j CROSS JOIN "Transition" t ON t."claimId" = j."value" ORDER BY t."claimId", t."claimVersion"`;

export type StoredStep = TallyStep & { readonly id: number; readonly claimId: string };

const STEP_COLUMNS = 's."id", s."claimId", s."kind", s."version", s."personId", s."at", s."waited", s."reasonId"';

/** The steps that are stored of some claims, whose ids come as a JSON list. */
export const STORED_STEPS = `
  SELECT ${STEP_COLUMNS}
  FROM json_each(?) j CROSS JOIN "TallyStep" s ON s."claimId" = j."value"`;

export function isSameStep(a: TallyStep, b: TallyStep): boolean {
  return (['kind', 'version', 'personId', 'at', 'waited', 'reasonId'] as const).every((column) => a[column] === b[column]);
}

/** Rows by the claim they are of, in their order. */
export function byClaim<Row extends { readonly claimId: string }>(rows: readonly Row[]): ReadonlyMap<string, readonly Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.claimId);
    if (group === undefined) groups.set(row.claimId, [row]);
    else group.push(row);
  }
  return groups;
}

/** How many steps of each kind fell on each day, everybody’s or one person’s. Costs the days, and the claims that are not for them. */
export async function countByDay(
  db: Database,
  scope: Scope,
  { from, to }: Days,
  personId: string | null = null,
): Promise<readonly { readonly kind: TallyKind; readonly day: number; readonly steps: number }[]> {
  const rows = await db.rows<{ kind: TallyKind; day: number; steps: number }>(BY_DAY, [scope.deskId, personId ?? '', from, to]);
  const others = (await listHidden(db, scope, { from, to })).filter((step) => personId === null || step.personId === personId);
  const hidden = countUp(others.map(({ kind, at }) => `${kind} ${dayOf(at)}`));
  return rows.map((row) => ({ ...row, steps: row.steps - (hidden.get(`${row.kind} ${row.day}`) ?? 0) })).filter(({ steps }) => steps > 0);
}

function countUp(keys: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

const BY_DAY = `
  SELECT l."kind", d."day", d."steps" FROM "TallyList" l CROSS JOIN "TallyDay" d ON d."list" = l."id"
  WHERE l."deskId" = ? AND l."ref" = ? AND d."day" >= ? AND d."day" < ? ORDER BY d."day"`;

/** How many steps of the period each list has; none for those with none. */
export async function countByList(
  db: Database,
  scope: Scope,
  { from, to }: Days,
): Promise<readonly (TallyListRef & { readonly steps: number })[]> {
  const rows = await db.rows<TallyListRef & { steps: number }>(BY_LIST, [scope.deskId, from, to]);
  const hidden = countUp((await listHidden(db, scope, { from, to })).flatMap(listsOf).map(keyOf));
  return rows.map((row) => ({ ...row, steps: row.steps - (hidden.get(keyOf(row)) ?? 0) })).filter(({ steps }) => steps > 0);
}

const BY_LIST = `
  SELECT l."kind", l."ref", SUM(d."steps") AS "steps" FROM "TallyList" l CROSS JOIN "TallyDay" d ON d."list" = l."id"
  WHERE l."deskId" = ? AND d."day" >= ? AND d."day" < ? GROUP BY l."id"`;

function keyOf({ kind, ref }: TallyListRef): string {
  return `${kind} ${ref}`;
}

/** The period's steps with claims that are not for these eyes: of others, on articles that are checked blind. */
async function listHidden(db: Database, { deskId, sight }: Scope, { from, to }: Days): Promise<readonly StoredStep[]> {
  if (sight.limited.size === 0) return [];
  const seen = seenSql(sight);
  return db.rows<StoredStep>(hiddenSql(seen.sql), [
    JSON.stringify([...sight.limited.keys()]),
    deskId,
    from * DAY,
    to * DAY,
    ...seen.values,
  ]);
}

const hiddenSql = (seen: string) => `
  SELECT ${STEP_COLUMNS}
  FROM json_each(?) j CROSS JOIN "Claim" c ON c."articleId" = j."value" CROSS JOIN "TallyStep" s ON s."claimId" = c."id"
  WHERE c."deskId" = ? AND s."at" >= ? AND s."at" < ? AND NOT (1${seen})`;

/** Where a page of steps goes on: after this one, the newest being first. */
export type StepCursor = { readonly at: number; readonly id: number };

/** One page of the period's steps in these lists, the newest first and with what was said about it, as far as they are for these eyes. Costs the page, whatever the desk has. */
export async function listTally(
  db: Database,
  { deskId, sight }: Scope,
  {
    lists,
    days,
    after,
    limit,
  }: { readonly lists: readonly TallyListRef[]; readonly days: Days; readonly after: StepCursor | null; readonly limit: number },
): Promise<readonly (StoredStep & { readonly reason: string })[]> {
  if (lists.length === 0) return [];
  const seen = seenSql(sight);
  const { at, id } = after ?? { at: days.to * DAY, id: -1 };
  const each = lists.flatMap(({ kind, ref }) => [deskId, kind, ref, days.from * DAY, at, id, ...seen.values, limit]);
  return db.rows<StoredStep & { reason: string }>(
    `SELECT x.*, COALESCE((SELECT t."reason" FROM "Transition" t WHERE t."claimId" = x."claimId" AND t."claimVersion" = x."version"), '') AS "reason"
     FROM (${lists.map(() => `SELECT * FROM (${runSql(seen.sql)})`).join(' UNION ALL ')}) x ORDER BY "at" DESC, "id" DESC LIMIT ?`,
    [...each, limit],
  );
}

const runSql = (seen: string) => `
  SELECT ${STEP_COLUMNS}
  FROM "TallyPosting" p CROSS JOIN "TallyStep" s ON s."id" = p."step" CROSS JOIN "Claim" c ON c."id" = s."claimId"
  WHERE p."list" = (SELECT "id" FROM "TallyList" WHERE "deskId" = ? AND "kind" = ? AND "ref" = ?)
    AND p."at" >= ? AND (p."at", p."step") < (?, ?)${seen}
  ORDER BY p."at" DESC, p."step" DESC LIMIT ?`;

/** The waits of the period's decisions that stand in one place, the shortest first. Costs the decisions of that place. */
export async function listWaits(db: Database, { deskId, sight }: Scope, place: string, days: Days): Promise<readonly number[]> {
  const seen = seenSql(sight);
  const rows = await db.rows<{ waited: number }>(
    `SELECT s."waited" FROM "TallyPosting" p CROSS JOIN "TallyStep" s ON s."id" = p."step"
     ${seen.sql === '' ? '' : `CROSS JOIN "Claim" c ON c."id" = s."claimId"`}
     WHERE p."list" = (SELECT "id" FROM "TallyList" WHERE "deskId" = ? AND "kind" = 'waited' AND "ref" = ?)
       AND p."at" >= ? AND p."at" < ?${seen.sql}`,
    [deskId, place, days.from * DAY, days.to * DAY, ...seen.values],
  );
  return rows.map(({ waited }) => waited).sort((a, b) => a - b);
}

/** What is wrong with what is counted of these claims. One sentence each. For `verify` and for tests, which ask it of every claim. */
export async function checkTally(db: Pick<Database, 'rows'>, claimIds: readonly string[]): Promise<readonly string[]> {
  const ids = JSON.stringify(claimIds);
  const wanted = await workOutSteps(db, ids);
  const stored = byClaim(await db.rows<StoredStep>(STORED_STEPS, [ids]));
  const problems: string[] = [];
  for (const [claimId, { deskId, steps }] of wanted) {
    const had = stored.get(claimId) ?? [];
    const same = had.length === steps.length && steps.every((step) => had.some((one) => isSameStep(one, step)));
    const places = await Promise.all(
      had.map(async (step) => {
        const refs = listsOf(step).map(({ kind, ref }) => [deskId, kind, ref]);
        const [row] = await db.rows<{ found: number }>(PLACES_OF, [JSON.stringify(refs), step.at, step.id]);
        return row?.found === refs.length;
      }),
    );
    if (!same || places.includes(false)) problems.push(`Claim ${claimId} is not counted as what was done with it.`);
  }
  return problems;
}

const PLACES_OF = `
  SELECT COUNT(*) AS "found" FROM json_each(?) j
  JOIN "TallyList" l ON l."deskId" = j."value" ->> 0 AND l."kind" = j."value" ->> 1 AND l."ref" = j."value" ->> 2
  JOIN "TallyPosting" p ON p."list" = l."id" WHERE p."at" = ? AND p."step" = ?`;

/** What is wrong with the counts by day and with the ages of what waits, which nobody but triggers writes. */
export async function checkTallyCounts(db: Pick<Database, 'rows'>): Promise<readonly string[]> {
  const [row] = await db.rows<{ days: number; strays: number; ages: number }>(COUNTS, []);
  const { days = 0, strays = 0, ages = 0 } = row ?? {};
  return [
    ...(days === 0 ? [] : [`The tally: ${days} of its counts are wrong. Renew it: hearsay renew-tally`]),
    ...(strays === 0
      ? []
      : [`The tally: ${strays} places in its lists belong to no step, or steps to no claim. Renew it: hearsay renew-tally`]),
    ...(ages === 0 ? [] : [`The queue: ${ages} of its ages belong to nothing that waits, or are missing. Renew it: hearsay renew-queue`]),
  ];
}

const COUNTS = `
  WITH "counted" AS (SELECT "list", "at" / 86400000 AS "day", COUNT(*) AS "n" FROM "TallyPosting" GROUP BY 1, 2),
       "waiting" AS (SELECT p."list", p."at", p."entry" FROM "QueueList" l JOIN "QueuePosting" p ON p."list" = l."id" WHERE l."kind" = 'all')
  SELECT
    (SELECT COUNT(*) FROM "TallyDay" d LEFT JOIN "counted" x ON x."list" = d."list" AND x."day" = d."day" WHERE d."steps" IS NOT x."n")
    + (SELECT COUNT(*) FROM "counted" x LEFT JOIN "TallyDay" d ON x."list" = d."list" AND x."day" = d."day" WHERE d."day" IS NULL) AS "days",
    (SELECT COUNT(*) FROM "TallyPosting" p LEFT JOIN "TallyStep" s ON s."id" = p."step" WHERE s."id" IS NULL)
    + (SELECT COUNT(*) FROM "TallyStep" s LEFT JOIN "Claim" c ON c."id" = s."claimId" WHERE c."id" IS NULL) AS "strays",
    (SELECT COUNT(*) FROM (SELECT * FROM "waiting" EXCEPT SELECT * FROM "QueueAge"))
    + (SELECT COUNT(*) FROM (SELECT * FROM "QueueAge" EXCEPT SELECT * FROM "waiting")) AS "ages"`;
