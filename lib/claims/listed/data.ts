import 'server-only';
import { type Sight, seenSql } from '@/lib/assignments/sight';
import { LINK_COLUMNS } from '@/lib/attribution/stored-link';
import type { Database } from '@/lib/db/database';
import type { Claim } from '../claim';
import { type ClaimRow, peopleOf, toClaim } from '../data';

/**
 * Claims for a list of many articles, by plain statements: what Prisma needs to build its ten queries would be most of the
 * time that a page of the queue takes. The rows are those of `claimSelect`, so they become claims as all others do; a test
 * compares the two.
 */
export type ListedRow = { readonly claim: Claim; readonly article: { readonly id: string; readonly title: string } };

/** The desk's live claims with these ids, in their order, as far as they are for these eyes; others are left out. Eight statements, whatever their number. */
export async function readListed(
  db: Database,
  { deskId, claimIds, sight }: { readonly deskId: string; readonly claimIds: readonly string[]; readonly sight: Sight },
): Promise<readonly ListedRow[]> {
  if (claimIds.length === 0) return [];
  const ids = JSON.stringify(claimIds);
  const seen = seenSql(sight);
  const claims = await db.rows<StoredClaim>(claimsSql(seen.sql), [ids, deskId, ...seen.values]);
  const [links, evidence, flagMarks, relations, spans, parents, transitions] = await Promise.all([
    readParts<StoredLinkRow>(db, LINKS, ids),
    readParts<Part<'evidence'>>(db, EVIDENCE, ids),
    readParts<Part<'flagMarks'>>(db, FLAG_MARKS, ids),
    readParts<Part<'relations'>>(db, RELATIONS, ids),
    readParts<Part<'spans'>>(db, SPANS, ids),
    readParts<Part<'parents'>>(db, PARENTS, ids),
    readParts<Omit<Part<'transitions'>, 'at'> & { readonly at: string }>(db, TRANSITIONS, ids),
  ]);
  const rows = claims.map((stored) =>
    toRow(stored, {
      links: links.of(stored.id).map((link): ClaimRow['links'][number] => Object.assign(link, { source: toSourceRow(link) })),
      evidence: evidence.of(stored.id).map(({ claimId: _, ...piece }) => piece),
      flagMarks: flagMarks.of(stored.id).map(({ claimId: _, ...mark }) => mark),
      relations: relations.of(stored.id),
      spans: spans.of(stored.id),
      parents: parents.of(stored.id),
      transitions: transitions.of(stored.id).map((step): Part<'transitions'> => Object.assign(step, { at: new Date(step.at) })),
    }),
  );
  const named = JSON.stringify([...new Set(rows.flatMap(peopleOf))]);
  const people = new Map((await db.rows<{ id: string; name: string }>(PEOPLE, [named])).map((person) => [person.id, person]));
  return rows.map((row, at) => ({
    claim: toClaim(row, people),
    article: { id: row.articleId, title: (claims[at] as StoredClaim).articleTitle },
  }));
}

type Part<Name extends 'evidence' | 'flagMarks' | 'relations' | 'spans' | 'parents' | 'transitions'> = ClaimRow[Name][number];
type Owned = { readonly claimId: string };

async function readParts<Row>(db: Database, sql: string, ids: string): Promise<{ readonly of: (claimId: string) => (Row & Owned)[] }> {
  const parts = new Map<string, (Row & Owned)[]>();
  for (const row of await db.rows<Row & Owned>(sql, [ids])) {
    const list = parts.get(row.claimId);
    if (list === undefined) parts.set(row.claimId, [row]);
    else list.push(row);
  }
  return { of: (claimId) => parts.get(claimId) ?? [] };
}

/** A source and the one that stands for it, side by side in a row. */
type SourceColumns = {
  readonly sourceId: string | null;
  readonly sourceName: string | null;
  readonly sourceKind: string | null;
  readonly sourceRetractedAt: string | null;
  readonly canonicalId: string | null;
  readonly canonicalName: string | null;
  readonly canonicalKind: string | null;
  readonly canonicalRetractedAt: string | null;
};

type Times = 'createdAt' | 'updatedAt' | 'submittedAt' | 'deletedAt';
type StoredClaim = Omit<
  ClaimRow,
  Times | 'supersededById' | 'source' | 'finding' | 'links' | 'evidence' | 'flagMarks' | 'relations' | 'spans' | 'parents' | 'transitions'
> &
  SourceColumns &
  Omit<NonNullable<ClaimRow['finding']>, 'attributionCheck'> & {
    readonly attributionCheck: string | null;
    readonly createdAt: string;
    readonly updatedAt: string;
    readonly submittedAt: string | null;
    readonly articleTitle: string;
  };
type StoredLinkRow = Omit<ClaimRow['links'][number], 'source'> & SourceColumns;

/** Field by field: spreading so many columns would cost more than reading them. */
function toRow(
  stored: StoredClaim,
  parts: Pick<ClaimRow, 'links' | 'evidence' | 'flagMarks' | 'relations' | 'spans' | 'parents' | 'transitions'>,
): ClaimRow {
  const { attributionCheck, contentCheck, credibility, likelihood, rationale, correction, question } = stored;
  return {
    id: stored.id,
    deskId: stored.deskId,
    articleId: stored.articleId,
    revisionId: stored.revisionId,
    number: stored.number,
    sourceType: stored.sourceType,
    sourceId: stored.sourceId,
    confidence: stored.confidence,
    note: stored.note,
    state: stored.state,
    version: stored.version,
    createdById: stored.createdById,
    lastEditedById: stored.lastEditedById,
    earlierEditorIds: stored.earlierEditorIds,
    createdAt: new Date(stored.createdAt),
    updatedAt: new Date(stored.updatedAt),
    submittedAt: stored.submittedAt === null ? null : new Date(stored.submittedAt),
    deletedAt: null,
    supersededById: null,
    source: toSourceRow(stored),
    finding:
      attributionCheck === null ? null : { attributionCheck, contentCheck, credibility, likelihood, rationale, correction, question },
    links: parts.links,
    evidence: parts.evidence,
    flagMarks: parts.flagMarks,
    relations: parts.relations,
    spans: parts.spans,
    parents: parts.parents,
    transitions: parts.transitions,
  };
}

function toSourceRow(row: SourceColumns): ClaimRow['source'] {
  const source = standing(row.sourceId, row.sourceName, row.sourceKind, row.sourceRetractedAt);
  if (source === null) return null;
  return { ...source, canonical: standing(row.canonicalId, row.canonicalName, row.canonicalKind, row.canonicalRetractedAt) };
}

function standing(id: string | null, name: string | null, kind: string | null, retractedAt: string | null) {
  if (id === null || name === null || kind === null) return null;
  return { id, name, kind, retractedAt: retractedAt === null ? null : new Date(retractedAt) };
}

const SOURCE = `
  s."name" AS "sourceName", s."kind" AS "sourceKind", s."retractedAt" AS "sourceRetractedAt",
  k."id" AS "canonicalId", k."name" AS "canonicalName", k."kind" AS "canonicalKind", k."retractedAt" AS "canonicalRetractedAt"`;

// CROSS JOIN keeps SQLite to this order: from the few ids to their rows.
const claimsSql = (seen: string) => `
  SELECT c."id", c."deskId", c."articleId", c."revisionId", c."number", c."sourceType", c."sourceId", c."confidence", c."note",
         c."state", c."version", c."createdById", c."lastEditedById", c."earlierEditorIds", c."createdAt", c."updatedAt", c."submittedAt",
         a."title" AS "articleTitle", f."attributionCheck", f."contentCheck", f."credibility", f."likelihood", f."rationale",
         f."correction", f."question", ${SOURCE}
  FROM json_each(?) j CROSS JOIN "Claim" c ON c."id" = j."value"
  JOIN "Article" a ON a."id" = c."articleId"
  LEFT JOIN "Source" s ON s."id" = c."sourceId" LEFT JOIN "Source" k ON k."id" = s."canonicalId"
  LEFT JOIN "Finding" f ON f."claimId" = c."id"
  WHERE c."deskId" = ? AND c."deletedAt" IS NULL${seen}
  ORDER BY j."key"`;

// `source` is put in by hand: a row that grew a field would be made anew.
const LINKS = `
  SELECT l."claimId", ${LINK_COLUMNS.map((column) => `l."${column}"`).join(', ')}, l."sourceId", NULL AS "source", ${SOURCE}
  FROM json_each(?) j CROSS JOIN "ClaimLink" l ON l."claimId" = j."value"
  LEFT JOIN "Source" s ON s."id" = l."sourceId" LEFT JOIN "Source" k ON k."id" = s."canonicalId"
  ORDER BY l."claimId", l."ordinal"`;

const EVIDENCE = `
  SELECT e."claimId", e."id", e."kind", e."title", e."url", e."archivedUrl", e."locator", e."retrievedOn", e."originGroupId", e."stance"
  FROM json_each(?) j CROSS JOIN "Evidence" e ON e."claimId" = j."value" ORDER BY e."claimId", e."ordinal"`;

const FLAG_MARKS = `
  SELECT m."claimId", m."flag", m."verdict", m."note"
  FROM json_each(?) j CROSS JOIN "FlagMark" m ON m."claimId" = j."value" ORDER BY m."claimId", m."flag"`;

const RELATIONS = `
  SELECT r."fromId" AS "claimId", r."kind", r."toId", r."note"
  FROM json_each(?) j CROSS JOIN "ClaimRelation" r ON r."fromId" = j."value" JOIN "Claim" o ON o."id" = r."toId"
  WHERE o."deletedAt" IS NULL ORDER BY r."fromId", r."kind", r."toId"`;

const SPANS = `
  SELECT p."claimId", p."start", p."end", p."quote", p."before", p."after"
  FROM json_each(?) j CROSS JOIN "ClaimSpan" p ON p."claimId" = j."value" ORDER BY p."claimId", p."ordinal"`;

const PARENTS = `
  SELECT p."supersededById" AS "claimId", p."id", p."number", p."createdById", p."lastEditedById", p."earlierEditorIds"
  FROM json_each(?) j CROSS JOIN "Claim" p ON p."supersededById" = j."value" ORDER BY p."supersededById", p."number"`;

const TRANSITIONS = `
  SELECT t."claimId", t."event", t."from", t."reason", t."actorId", t."at"
  FROM json_each(?) j CROSS JOIN "Transition" t ON t."claimId" = j."value" ORDER BY t."claimId", t."claimVersion"`;

const PEOPLE = 'SELECT u."id", u."name" FROM json_each(?) j CROSS JOIN "User" u ON u."id" = j."value"';
