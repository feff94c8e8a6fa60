import 'server-only';
import { type Sight, seenSql } from '@/lib/assignments/sight';
import { listOriginGroups, toChain } from '@/lib/attribution/data';
import type { OriginGroup } from '@/lib/attribution/origin-group';
import type { SourceType } from '@/lib/attribution/source-type';
import { LINK_COLUMNS } from '@/lib/attribution/stored-link';
import type { ClaimState } from '@/lib/claims/claim-state';
import type { Confidence } from '@/lib/claims/confidence';
import { type AttributionCheck, NO_FINDING } from '@/lib/claims/finding';
import type { FlagMark } from '@/lib/claims/flag';
import type { Relation } from '@/lib/claims/relation';
import type { Database } from '@/lib/db/database';
import { required } from '@/lib/kernel/assert';
import { toSource } from '@/lib/sources/data';
import type { Source } from '@/lib/sources/source';
import type { ArticleFacts, ClaimQuote, SourcingClaim } from './sourcing';

type Scope = { readonly deskId: string; readonly articleId: string; readonly sight: Sight };

/** What a sourcing page is computed from. */
export type SourcingRows = {
  readonly article: ArticleFacts;
  /** In text order (byPlace of claim.ts); rejected ones are among them. */
  readonly claims: readonly SourcingClaim[];
  readonly groups: readonly OriginGroup[];
  /** Every source that a claim, a link or a group refers to, in the order of their names. */
  readonly sources: readonly Source[];
};

/**
 * The desk's article with what its label and graph ask of its live claims, or null: no text, no notes, no history. Ten
 * queries however many claims there are, most of them plain SELECTs (lib/db/direct.ts says why). A write that comes
 * between two of them can leave a relation that leads nowhere, which everything that reads relations passes over.
 * Cost grows with claims and links.
 */
export async function readSourcing(db: Database, scope: Scope): Promise<SourcingRows | null> {
  const [article] = await db.rows<ArticleFacts>(ARTICLE, [scope.articleId, scope.deskId]);
  if (article === undefined) return null;
  const { sql, values } = seenSql(scope.sight);
  const live = [scope.articleId, scope.deskId, ...values];
  const [rows, links, relations, marks, findings, evidence, groups] = await Promise.all([
    db.rows<ClaimRow>(claimsSql(sql), live),
    db.rows<StoredLinkRow>(linksSql(sql), live),
    db.rows<Relation & Owned>(relationsSql(sql), live),
    db.rows<FlagMark & Owned>(marksSql(sql), live),
    db.rows<FindingRow & Owned>(findingsSql(sql), live),
    db.rows<SourcingClaim['evidence'][number] & Owned>(evidenceSql(sql), live),
    listOriginGroups(db.read, scope),
  ]);
  const used = [...rows, ...links].map(({ sourceId }) => sourceId);
  // Last, so that every source that was read of is there: sources are never deleted.
  const sources = await readSources(db, scope.deskId, [...used, ...groups.flatMap(({ sourceIds }) => sourceIds)]);
  const claims = toClaims(scope.articleId, rows, sources, {
    links: gather(links, toLinkRow(sources)),
    relations: gather(relations, ({ kind, claimId, note }): Relation => ({ kind, claimId, note })),
    marks: gather(marks, ({ flag, verdict, note }): FlagMark => ({ flag, verdict, note })),
    findings: gather(findings, ({ attributionCheck }): FindingRow => ({ attributionCheck })),
    evidence: gather(evidence, ({ stance, url, originGroupId }) => ({ stance, url, originGroupId })),
  });
  return { article, claims, groups, sources: [...new Set(sources.values())] };
}

type Owned = { readonly owner: string };
type ClaimRow = {
  readonly id: string;
  readonly number: number;
  readonly sourceType: SourceType;
  readonly sourceId: string | null;
  readonly confidence: Confidence;
  readonly state: ClaimState;
};
type LinkRow = Parameters<typeof toChain>[0][number];
type StoredLinkRow = Omit<LinkRow, 'source'> & Owned & { readonly sourceId: string | null };
type FindingRow = { readonly attributionCheck: AttributionCheck };

type Parts = {
  readonly links: ReadonlyMap<string, readonly LinkRow[]>;
  readonly relations: ReadonlyMap<string, readonly Relation[]>;
  readonly marks: ReadonlyMap<string, readonly FlagMark[]>;
  readonly findings: ReadonlyMap<string, readonly FindingRow[]>;
  readonly evidence: ReadonlyMap<string, SourcingClaim['evidence']>;
};

function toClaims(articleId: string, rows: readonly ClaimRow[], sources: ReadonlyMap<string, Source>, parts: Parts) {
  const sourceOf = (id: string | null) => (id === null ? null : (sources.get(id) ?? null));
  return rows.map(({ id, number, sourceType, sourceId, confidence, state }): SourcingClaim => {
    const source = sourceOf(sourceId);
    return {
      id,
      articleId,
      number,
      sourceType,
      source,
      confidence,
      state,
      chain: toChain(parts.links.get(id) ?? NONE, { sourceType, source }),
      relations: parts.relations.get(id) ?? NONE,
      flags: parts.marks.get(id) ?? NONE,
      finding: parts.findings.get(id)?.[0] ?? NO_FINDING,
      evidence: parts.evidence.get(id) ?? NONE,
    };
  });
}

const NONE = [] as const;

/** Lists by owner, of rows or of what is made of them. Copies made field by field: spreading a driver's row costs ten times that. */
function gather<Row extends Owned, Part>(rows: readonly Row[], toPart: (row: Row) => Part): ReadonlyMap<string, readonly Part[]> {
  const lists = new Map<string, Part[]>();
  for (const row of rows) {
    const list = lists.get(row.owner);
    if (list === undefined) lists.set(row.owner, [toPart(row)]);
    else list.push(toPart(row));
  }
  return lists;
}

/** When, nobody here asks. */
const RETRACTED = new Date(0);

function toLinkRow(sources: ReadonlyMap<string, Source>): (row: StoredLinkRow) => LinkRow {
  const standing = new Map(
    [...sources].map(([id, { retracted, ...source }]) => [id, { ...source, retractedAt: retracted ? RETRACTED : null, canonical: null }]),
  );
  return (row) => ({
    sourceType: row.sourceType,
    relation: row.relation,
    stated: row.stated,
    reading: row.reading,
    cueStart: row.cueStart,
    cueEnd: row.cueEnd,
    cueQuote: row.cueQuote,
    hedges: row.hedges,
    anonymity: row.anonymity,
    source: row.sourceId === null ? null : (standing.get(row.sourceId) ?? null),
  });
}

/** By each id asked for, the source that stands for it: one object for each, however many ids lead to it. */
async function readSources(db: Database, deskId: string, ids: readonly (string | null)[]): Promise<ReadonlyMap<string, Source>> {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  const rows = await db.rows<SourceRow>(SOURCES, [JSON.stringify(wanted), deskId]);
  const standing = new Map(rows.map(({ asked: _, ...source }) => [source.id, toSource(source)]));
  return new Map(rows.map(({ asked, id }) => [asked, required(standing.get(id), 'a source that was read is in the map')]));
}

type SourceRow = {
  readonly asked: string;
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly retractedAt: string | number | null;
};

/**
 * The words of claims of the article, in text order, for the few that are shown. Claims of another article or desk, and
 * deleted ones, have none.
 */
export async function listQuotes(
  db: Database,
  { deskId, articleId, sight }: Scope,
  claimIds: readonly string[],
): Promise<readonly ClaimQuote[]> {
  const { sql, values } = seenSql(sight);
  const rows = await db.rows<QuoteRow>(quotesSql(sql), [articleId, deskId, ...values, JSON.stringify(claimIds)]);
  const quotes = new Map<string, string[]>();
  for (const { claimId, quote } of rows) {
    const known = quotes.get(claimId);
    if (known === undefined) quotes.set(claimId, [quote]);
    else known.push(quote);
  }
  return [...quotes].map(([claimId, parts]) => ({ claimId, parts }));
}

type QuoteRow = { readonly claimId: string; readonly quote: string };

const ARTICLE = `
  SELECT a."id", a."title", r."number" AS "revision", r."words", r."codePoints", r."sha256"
  FROM "Article" a JOIN "Revision" r ON r."articleId" = a."id"
  WHERE a."id" = ? AND a."deskId" = ? ORDER BY r."number" DESC LIMIT 1`;

const LIVE = `WHERE c."articleId" = ? AND c."deskId" = ? AND c."deletedAt" IS NULL`;

const claimsSql = (seen: string) => `
  SELECT c."id", c."number", c."sourceType", c."sourceId", c."confidence", c."state"
  FROM "Claim" c JOIN "ClaimSpan" s ON s."claimId" = c."id" AND s."ordinal" = 0
  ${LIVE}${seen} ORDER BY s."start", s."end" DESC, c."number"`;

const linksSql = (seen: string) => `
  SELECT l."claimId" AS "owner", l."sourceId", ${LINK_COLUMNS.map((column) => `l."${column}"`).join(', ')}
  FROM "Claim" c JOIN "ClaimLink" l ON l."claimId" = c."id" ${LIVE}${seen} ORDER BY c."number", l."ordinal"`;

const relationsSql = (seen: string) => `
  SELECT r."fromId" AS "owner", r."kind", r."toId" AS "claimId", r."note"
  FROM "Claim" c JOIN "ClaimRelation" r ON r."fromId" = c."id" ${LIVE}${seen} ORDER BY c."number", r."kind", r."toId"`;

const marksSql = (seen: string) => `
  SELECT m."claimId" AS "owner", m."flag", m."verdict", m."note"
  FROM "Claim" c JOIN "FlagMark" m ON m."claimId" = c."id" ${LIVE}${seen} ORDER BY c."number", m."flag"`;

const findingsSql = (seen: string) => `
  SELECT f."claimId" AS "owner", f."attributionCheck"
  FROM "Claim" c JOIN "Finding" f ON f."claimId" = c."id" ${LIVE}${seen}`;

const evidenceSql = (seen: string) => `
  SELECT e."claimId" AS "owner", e."stance", e."url", e."originGroupId"
  FROM "Claim" c JOIN "Evidence" e ON e."claimId" = c."id" ${LIVE}${seen} ORDER BY c."number", e."ordinal"`;

const SOURCES = `
  SELECT s."id" AS "asked", COALESCE(t."id", s."id") AS "id", COALESCE(t."name", s."name") AS "name", COALESCE(t."kind", s."kind") AS "kind",
         CASE WHEN t."id" IS NULL THEN s."retractedAt" ELSE t."retractedAt" END AS "retractedAt"
  FROM "Source" s LEFT JOIN "Source" t ON t."id" = s."canonicalId"
  WHERE s."id" IN (SELECT "value" FROM json_each(?)) AND s."deskId" = ? ORDER BY "name", "id"`;

const quotesSql = (seen: string) => `
  SELECT s."claimId", s."quote" FROM "Claim" c JOIN "ClaimSpan" s ON s."claimId" = c."id"
  ${LIVE}${seen} AND c."id" IN (SELECT "value" FROM json_each(?)) ORDER BY c."number", s."ordinal"`;
