import 'server-only';
import { listBlind } from '@/lib/assignments/data';
import { toChain } from '@/lib/attribution/data';
import type { SourceType } from '@/lib/attribution/source-type';
import { LINK_COLUMNS, type StoredLink } from '@/lib/attribution/stored-link';
import type { Database } from '@/lib/db/database';
import type { Direct } from '@/lib/db/direct';
import { findCircular } from '../circles/data';
import type { Confidence } from '../confidence';
import { type Finding, NO_FINDING } from '../finding';
import type { FlagMark } from '../flag';
import type { QueueDisagreement } from './choices';
import { type QueuedClaim, type QueueEntry, type QueueListKind, toQueueEntry } from './entry';

type Client = Pick<Database, 'rows'> | Direct;

/** What the entries of these claims are to be, by claim id; none for one that does not wait. Works inside and outside a write. */
export async function workOutEntries(
  client: Client,
  claimIds: readonly string[],
): Promise<ReadonlyMap<string, QueueEntry & { readonly deskId: string }>> {
  const claims = await readQueued(client, claimIds);
  return new Map(claims.map((claim) => [claim.id, { ...toQueueEntry(claim), deskId: claim.deskId }]));
}

/**
 * The given claims as far as they wait, with what bears on them from the rest of their articles. Those of an article that is
 * checked blind do not yet: until all have handed in, nobody decides about them.
 */
async function readQueued(client: Client, claimIds: readonly string[]): Promise<readonly QueuedClaim[]> {
  const ids = JSON.stringify(claimIds);
  const submitted = await client.rows<QueuedRow>(QUEUED, [ids]);
  const blind = new Set<string>();
  for (const deskId of new Set(submitted.map((row) => row.deskId))) {
    for (const articleId of (await listBlind(client, { deskId })).keys()) blind.add(articleId);
  }
  const rows = submitted.filter(({ articleId }) => !blind.has(articleId));
  if (rows.length === 0) return [];
  const links = groupBy(await client.rows<LinkRow>(LINKS, [ids]));
  const marks = groupBy(await client.rows<FlagMark & { readonly claimId: string }>(MARKS, [ids]));
  const claims = rows.map((row) => toQueued(row, links.get(row.id) ?? [], marks.get(row.id) ?? []));
  const circular = new Set<string>();
  for (const deskId of new Set(claims.map((claim) => claim.deskId))) {
    // A plain chain names one source at most, so it takes no step.
    const stepping = claims.filter((claim) => claim.deskId === deskId && links.has(claim.id));
    for (const id of await findCircular(client, { deskId, claims: stepping })) circular.add(id);
  }
  return claims.map((claim) => (circular.has(claim.id) ? { ...claim, circular: true } : claim));
}

type QueuedRow = {
  readonly id: string;
  readonly deskId: string;
  readonly articleId: string;
  readonly checkerId: string;
  readonly sourceType: string;
  readonly sourceId: string | null;
  readonly canonicalId: string | null;
  readonly confidence: string;
  readonly submittedAt: string;
  readonly start: number | null;
  readonly attributionCheck: string | null;
  readonly contentCheck: string | null;
  readonly contradicted: number;
  readonly disagreement: QueueDisagreement;
};

type LinkRow = Omit<StoredLink, 'sourceId'> & {
  readonly claimId: string;
  readonly sourceId: string | null;
  readonly canonicalId: string | null;
};

const QUEUED = `
  SELECT c."id", c."deskId", c."articleId", c."createdById" AS "checkerId", c."sourceType", c."sourceId", s."canonicalId",
         c."confidence", c."submittedAt", f."attributionCheck", f."contentCheck",
         (SELECT p."start" FROM "ClaimSpan" p WHERE p."claimId" = c."id" ORDER BY p."ordinal" LIMIT 1) AS "start",
         EXISTS (SELECT 1 FROM "ClaimRelation" r JOIN "Claim" o ON o."id" = r."toId"
                 WHERE r."fromId" = c."id" AND r."kind" = 'contradicts' AND o."deletedAt" IS NULL)
         OR EXISTS (SELECT 1 FROM "ClaimRelation" r JOIN "Claim" o ON o."id" = r."fromId"
                    WHERE r."toId" = c."id" AND r."kind" = 'contradicts' AND o."deletedAt" IS NULL) AS "contradicted",
         CASE (SELECT d."agreed" FROM "Decision" d WHERE d."consensusId" = c."id")
           WHEN 0 THEN 'decided' WHEN 1 THEN 'agreed'
           ELSE CASE WHEN EXISTS (
             SELECT 1 FROM "Assignment" a JOIN "CheckPart" p ON p."articleId" = a."articleId"
             WHERE a."articleId" = c."articleId" AND a."checkers" >= 2 AND p."personId" = c."createdById") THEN 'waits' ELSE 'none' END
         END AS "disagreement"
  FROM json_each(?) j CROSS JOIN "Claim" c ON c."id" = j."value"
  LEFT JOIN "Source" s ON s."id" = c."sourceId"
  LEFT JOIN "Finding" f ON f."claimId" = c."id"
  WHERE c."state" = 'submitted' AND c."deletedAt" IS NULL AND c."submittedAt" IS NOT NULL`;

const LINKS = `
  SELECT l."claimId", ${LINK_COLUMNS.map((column) => `l."${column}"`).join(', ')}, l."sourceId", s."canonicalId"
  FROM json_each(?) j CROSS JOIN "ClaimLink" l ON l."claimId" = j."value" LEFT JOIN "Source" s ON s."id" = l."sourceId"
  ORDER BY l."claimId", l."ordinal"`;

const MARKS = `
  SELECT m."claimId", m."flag", m."verdict", m."note"
  FROM json_each(?) j CROSS JOIN "FlagMark" m ON m."claimId" = j."value"`;

function toQueued(row: QueuedRow, links: readonly LinkRow[], flags: readonly FlagMark[]): QueuedClaim {
  const tag = { sourceType: row.sourceType as SourceType, source: toStanding(row) };
  return {
    id: row.id,
    deskId: row.deskId,
    articleId: row.articleId,
    checkerId: row.checkerId,
    sourceType: tag.sourceType,
    confidence: row.confidence as Confidence,
    at: Date.parse(row.submittedAt),
    start: row.start ?? 0,
    chain: toChain(
      links.map(({ claimId: _, ...link }) => ({ ...link, source: toStanding(link) })),
      tag,
    ),
    sourceIds: [row, ...links].flatMap(({ sourceId }) => sourceId ?? []),
    finding: { ...NO_FINDING, ...(row.contentCheck === null ? {} : toFinding(row)) },
    flags,
    contradicted: row.contradicted === 1,
    disagreement: row.disagreement,
    circular: false,
  };
}

function toFinding({ attributionCheck, contentCheck }: QueuedRow): Pick<Finding, 'attributionCheck' | 'contentCheck'> {
  return { attributionCheck, contentCheck } as Pick<Finding, 'attributionCheck' | 'contentCheck'>;
}

/** Who stands for the source by now; their name is in none of the rules. */
function toStanding({ sourceId, canonicalId }: { readonly sourceId: string | null; readonly canonicalId: string | null }) {
  return sourceId === null ? null : ({ id: canonicalId ?? sourceId, name: '', kind: 'organization' } as const);
}

function groupBy<Row extends { readonly claimId: string }>(rows: readonly Row[]): ReadonlyMap<string, readonly Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.claimId);
    if (group === undefined) groups.set(row.claimId, [row]);
    else group.push(row);
  }
  return groups;
}

/** An entry as its rows have it. `lists` are the ids of its lists. */
export type StoredEntry = {
  readonly id: number;
  readonly claimId: string;
  readonly cell: number;
  readonly at: number;
  readonly place: number;
  readonly lists: string;
};

/** The entries of some claims, whose ids come as a JSON list. */
export const ENTRIES = `
  SELECT e."id", e."claimId", e."cell", e."at", e."place", e."lists"
  FROM json_each(?) j CROSS JOIN "QueueEntry" e ON e."claimId" = j."value"`;

/**
 * What is wrong with the entries of these claims: one for a claim that does not wait, none for one that does, or another than
 * it is to be. One sentence each. For `verify` and for tests, which ask it of every claim.
 */
export async function checkEntries(db: Pick<Database, 'rows'>, claimIds: readonly string[]): Promise<readonly string[]> {
  const wanted = await workOutEntries(db, claimIds);
  const stored = await db.rows<StoredEntry>(ENTRIES, [JSON.stringify(claimIds)]);
  const found = new Map(stored.map((entry) => [entry.claimId, entry]));
  const problems: string[] = [];
  for (const claimId of claimIds) {
    const [is, shouldBe] = [found.get(claimId), wanted.get(claimId)];
    if (is === undefined && shouldBe === undefined) continue;
    if (is === undefined || shouldBe === undefined) {
      problems.push(`Claim ${claimId} ${is === undefined ? 'waits, and is not in the queue' : 'is in the queue, and does not wait'}.`);
      continue;
    }
    const lists = await db.rows<{ deskId: string; kind: QueueListKind; ref: string }>(LISTS_OF, [is.lists]);
    const postings = await db.rows<{ list: number; article: number }>(POSTINGS_OF, [is.lists, is.cell, is.at, is.place, is.id]);
    const names = (all: readonly { readonly kind: string; readonly ref: string }[]) => all.map(({ kind, ref }) => `${kind} ${ref}`).sort();
    const same =
      is.cell === shouldBe.cell &&
      is.at === shouldBe.at &&
      is.place % PLACES === shouldBe.start &&
      lists.every(({ deskId }) => deskId === shouldBe.deskId) &&
      postings.length === lists.length &&
      JSON.stringify(names(lists)) === JSON.stringify(names(shouldBe.lists));
    if (!same) problems.push(`Claim ${claimId} is found in the queue by what it no longer is.`);
  }
  return problems;
}

/** Within an article: more than a text has letters. */
export const PLACES = 2 ** 32;

const LISTS_OF = `SELECT l."deskId", l."kind", l."ref" FROM json_each(?) j JOIN "QueueList" l ON l."id" = j."value"`;
const POSTINGS_OF = `
  SELECT p."list" FROM json_each(?) j JOIN "QueuePosting" p ON p."list" = j."value"
  WHERE p."cell" = ? AND p."at" = ? AND p."place" = ? AND p."entry" = ?`;

/** What is wrong with the counts, which nobody but triggers writes. */
export async function checkQueueCounts(db: Pick<Database, 'rows'>): Promise<readonly string[]> {
  const [row] = await db.rows<{ cells: number; lists: number; strays: number }>(COUNTS, []);
  const { cells = 0, lists = 0, strays = 0 } = row ?? {};
  return [
    ...(cells + lists === 0 ? [] : [`The queue: ${cells + lists} of its counts are wrong. Renew it: hearsay renew-queue`]),
    ...(strays === 0 ? [] : [`The queue: ${strays} places in its lists belong to no entry. Renew it: hearsay renew-queue`]),
  ];
}

const COUNTS = `
  WITH "counted" AS (SELECT "list", "cell", COUNT(*) AS "n" FROM "QueuePosting" GROUP BY "list", "cell"),
       "listed" AS (SELECT "list", SUM("n") AS "n" FROM "counted" GROUP BY "list")
  SELECT
    (SELECT COUNT(*) FROM "QueueCount" c LEFT JOIN "counted" x ON x."list" = c."list" AND x."cell" = c."cell" WHERE c."waiting" IS NOT x."n")
    + (SELECT COUNT(*) FROM "counted") - (SELECT COUNT(*) FROM "QueueCount") AS "cells",
    (SELECT COUNT(*) FROM "QueueList" l LEFT JOIN "listed" x ON x."list" = l."id" WHERE l."waiting" <> COALESCE(x."n", 0)) AS "lists",
    (SELECT COUNT(*) FROM "QueuePosting" p LEFT JOIN "QueueEntry" e ON e."id" = p."entry" WHERE e."id" IS NULL) AS "strays"`;
