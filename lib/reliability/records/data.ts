import 'server-only';
import { setImmediate } from 'node:timers/promises';
import { topicsOf } from '@/lib/articles/topic';
import { isLimited, type Sight, seenSql } from '@/lib/assignments/sight';
import { toChain } from '@/lib/attribution/data';
import type { OriginGroup } from '@/lib/attribution/origin-group';
import { SOURCE_CLASS_FACTS, type SourceClass, type SourceType, typesOfClass } from '@/lib/attribution/source-type';
import type { AttributionCheck, ContentCheck } from '@/lib/claims/finding';
import type { RelationKind } from '@/lib/claims/relation';
import type { Database } from '@/lib/db/database';
import { toSource } from '@/lib/sources/data';
import { type CountedClaim, toCheckedClaims } from '../checked-claims';
import { type SliceChoice, toSlice } from '../record-slice';
import { listCheckedArticles, listLeaningIds } from '../source-page/data';
import { type CheckedClaim, trackRecord } from '../track-record';

/**
 * The three records: what the source is said to have said (content, of all that leans on it; attribution, of what it is
 * tagged with), and the content of its whole class. Whole and sliced by the same rules, so that the three can be compared.
 */
export async function readRecords(
  db: Database,
  scope: { readonly deskId: string; readonly sourceId: string; readonly sight: Sight },
  sourceClass: SourceClass,
  choice: SliceChoice,
) {
  const [leaningIds, articles] = await Promise.all([listLeaningIds(db, scope), listCheckedArticles(db, scope, typesOfClass(sourceClass))]);
  const checked: CheckedClaim[] = [];
  const tagged: CheckedClaim[] = [];
  const places = new Map<string, { readonly articleId: string; readonly number: number }>();
  const topics = new Set<string>();
  for (const { id: articleId, topic } of articles) {
    const { claims, groups } = await readRecordClaims(db, { deskId: scope.deskId, articleId, sight: scope.sight });
    const facts = new Map(claims.map((claim) => [claim.id, claim]));
    for (const untold of toCheckedClaims(claims, groups)) {
      const claim = { ...untold, topics: topic === '' ? [] : [topic] };
      const fact = facts.get(claim.claimId);
      checked.push(claim);
      if (fact === undefined || !leaningIds.has(fact.id)) continue;
      places.set(fact.id, { articleId, number: fact.number });
      topics.add(topic);
      if (fact.chain.some((link) => link.tagged && link.source?.id === scope.sourceId)) tagged.push(claim);
    }
    // A desk can have checked tens of thousands of claims: between two articles others are answered.
    await setImmediate();
  }
  const leaning = checked.filter(({ claimId }) => places.has(claimId));
  const slice = toSlice(choice);
  const whole = SOURCE_CLASS_FACTS[sourceClass].label.toLowerCase();
  return {
    attribution: trackRecord(tagged, 'attribution', slice),
    content: trackRecord(leaning, 'content', slice),
    classContent: trackRecord(
      checked.filter((claim) => claim.sourceClass === sourceClass),
      'content',
      slice,
      `the class “${whole}”`,
    ),
    /** Where each claim of the source's own records stands, by id. */
    places,
    /** What the articles are about in which something of the source was checked. */
    topics: topicsOf([...topics].map((topic) => ({ topic }))),
  };
}

/** A claim that counts, or ties outcomes together, with its number in the article. */
export type RecordClaim = CountedClaim & { readonly number: number };

/** Every live claim of a desk's article that the person sees, and its origin groups, as far as outcomes hang on them. Four queries; cost grows with claims and links. */
export async function readRecordClaims(
  db: Database,
  { deskId, articleId, sight }: { readonly deskId: string; readonly articleId: string; readonly sight: Sight },
): Promise<{ readonly claims: readonly RecordClaim[]; readonly groups: readonly OriginGroup[] }> {
  const seen = seenSql(sight);
  const values = [articleId, deskId, ...seen.values];
  const [claims, links, relations, members] = await Promise.all([
    db.rows<RecordRow>(recordClaims(seen.sql), values),
    db.rows<RecordLink>(recordLinks(seen.sql), values),
    db.rows<RecordRelation>(recordRelations(seen.sql), values),
    isLimited(sight, articleId) ? [] : db.rows<RecordMember>(RECORD_GROUPS, [articleId, deskId]),
  ]);
  const linksOf = groupBy(links, ({ claimId }) => claimId);
  const relationsOf = groupBy(relations, ({ fromId }) => fromId);
  return {
    claims: claims.map((row) => toRecordClaim(row, linksOf.get(row.id) ?? [], relationsOf.get(row.id) ?? [])),
    groups: [...groupBy(members, ({ id }) => id).values()].map(toGroup),
  };
}

function groupBy<Row>(rows: readonly Row[], keyOf: (row: Row) => string): ReadonlyMap<string, readonly Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group === undefined) groups.set(keyOf(row), [row]);
    else group.push(row);
  }
  return groups;
}

type Named = { readonly sourceId: string | null; readonly name: string | null; readonly kind: string | null };
type RecordRow = Named & {
  readonly id: string;
  readonly articleId: string;
  readonly number: number;
  readonly sourceType: string;
  readonly createdAt: string;
  readonly contentCheck: string | null;
  readonly attributionCheck: string | null;
};
type RecordLink = Named & {
  readonly claimId: string;
  readonly sourceType: string | null;
  readonly cueStart: number | null;
  readonly cueEnd: number | null;
  readonly cueQuote: string | null;
};
type RecordRelation = { readonly fromId: string; readonly toId: string; readonly kind: string };
type RecordMember = { readonly id: string; readonly articleId: string; readonly sourceId: string | null };

const NAMED = `COALESCE(k."id", s."id") AS "sourceId", COALESCE(k."name", s."name") AS "name", COALESCE(k."kind", s."kind") AS "kind"`;
const NAMED_BY = (owner: string) => `LEFT JOIN "Source" s ON s."id" = ${owner}."sourceId" LEFT JOIN "Source" k ON k."id" = s."canonicalId"`;
const OF_ARTICLE = `c."articleId" = ? AND c."deskId" = ? AND c."deletedAt" IS NULL AND c."state" <> 'rejected'`;

const recordClaims = (seen: string) => `
  SELECT c."id", c."articleId", c."number", c."sourceType", c."createdAt", f."contentCheck", f."attributionCheck", ${NAMED}
    FROM "Claim" c LEFT JOIN "Finding" f ON f."claimId" = c."id" ${NAMED_BY('c')} WHERE ${OF_ARTICLE}${seen} ORDER BY c."number"`;
const recordLinks = (seen: string) => `
  SELECT l."claimId", l."sourceType", l."cueStart", l."cueEnd", l."cueQuote", ${NAMED}
    FROM "Claim" c CROSS JOIN "ClaimLink" l ${NAMED_BY('l')} WHERE l."claimId" = c."id" AND ${OF_ARTICLE}${seen}
    ORDER BY c."number", l."ordinal"`;
const recordRelations = (seen: string) => `
  SELECT r."fromId", r."toId", r."kind" FROM "Claim" c CROSS JOIN "ClaimRelation" r WHERE r."fromId" = c."id" AND ${OF_ARTICLE}${seen}`;
const RECORD_GROUPS = `
  SELECT g."id", g."articleId", COALESCE(s."canonicalId", s."id") AS "sourceId"
    FROM "OriginGroup" g LEFT JOIN "OriginMember" m ON m."groupId" = g."id" LEFT JOIN "Source" s ON s."id" = m."sourceId"
    WHERE g."articleId" = ? AND g."deskId" = ? AND g."deletedAt" IS NULL ORDER BY g."id"`;

function toRecordClaim(row: RecordRow, links: readonly RecordLink[], relations: readonly RecordRelation[]): RecordClaim {
  const sourceType = row.sourceType as SourceType;
  // What outcomes do not hang on (relation, hedges, anonymity) is not read.
  const rest = { relation: 'reports', stated: 'in_text', reading: 'on_trust', hedges: '[]', anonymity: null };
  const rows = links.map((link) => ({ ...link, ...rest, source: toNamedRow(link) }));
  const source = toNamedRow(row);
  return {
    id: row.id,
    articleId: row.articleId,
    number: row.number,
    sourceType,
    chain: toChain(rows, { sourceType, source: source === null ? null : toSource(source) }),
    relations: relations.map(({ toId, kind }) => ({ claimId: toId, kind: kind as RelationKind })),
    finding:
      row.contentCheck === null || row.attributionCheck === null
        ? null
        : { contentCheck: row.contentCheck as ContentCheck, attributionCheck: row.attributionCheck as AttributionCheck },
    at: new Date(row.createdAt),
  };
}

function toNamedRow({ sourceId, name, kind }: Named) {
  return sourceId === null || name === null || kind === null ? null : { id: sourceId, name, kind, canonical: null };
}

/** A group as far as it ties origins: who is in it. Its words are not read. */
function toGroup(rows: readonly RecordMember[]): OriginGroup {
  const { id, articleId } = rows[0] as RecordMember;
  const sourceIds = rows.flatMap(({ sourceId }) => (sourceId === null ? [] : [sourceId]));
  return { id, articleId, name: '', reason: '', attested: null, version: 1, sourceIds: [...new Set(sourceIds)] };
}
