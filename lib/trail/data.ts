import { wholeQuote } from '@/lib/claims/claim-words';
import 'server-only';
import { findChecking } from '@/lib/assignments/data';
import { type Sight, seenSql, seenWhere } from '@/lib/assignments/sight';
import type { ClaimResource } from '@/lib/claims/claim';
import { resourceSelect, toResource } from '@/lib/claims/data';
import type { TagChange } from '@/lib/claims/events';
import type { Tag } from '@/lib/claims/tag';
import { findSourcesOf, toDescribed } from '@/lib/claims/versions/data';
import type { Database } from '@/lib/db/database';
import type { SqlValue } from '@/lib/db/direct';
import { findPeople, nameOf } from '@/lib/people/data';
import { TRAIL_AT_ONCE, TRAIL_PREFIXES, type TrailClaim, type TrailEntry, type TrailKind, type TrailPage } from './entry';
import { eventWords, peopleIn, type RawEvent } from './event-words';
import { fieldChanges, type Names } from './field-changes';
import type { TrailFilter } from './schema';

type Desk = { readonly deskId: string; readonly sight: Sight };

type Row = {
  readonly seq: number;
  readonly id: string;
  readonly at: string;
  readonly actorId: string | null;
  readonly type: string;
  readonly subjectId: string;
  readonly data: string;
};

const COLUMNS = 'e.rowid AS "seq", e."id", e."at", e."actorId", e."type", e."subjectId", e."data"';

type Headed = Omit<TrailClaim, 'refusal'> & { readonly resource: ClaimResource & { readonly deleted: boolean }; readonly createdAt: Date };

/** A desk's claim, deleted or not, as the head of its history tells; null where there is none that the person sees. */
export async function findTrailClaim(
  db: Database,
  { deskId, claimId, sight }: Desk & { readonly claimId: string },
): Promise<Headed | null> {
  const row = await db.read.claim.findFirst({
    where: { id: claimId, deskId, ...seenWhere(sight) },
    select: {
      ...resourceSelect,
      ...{ id: true, number: true, version: true, deletedAt: true, createdAt: true },
      article: { select: { id: true, title: true } },
      supersededBy: { select: { id: true, number: true } },
      spans: { orderBy: { ordinal: 'asc' }, select: { quote: true } },
    },
  });
  if (row === null) return null;
  const { id, number, version, article, articleId, supersededBy, createdAt } = row;
  const [current] = await db.rows<{ id: string }>(CURRENT, [claimId]);
  const seen = people(sight, articleId);
  const comments = await db.read.comment.count({
    where: { claimId, deletedAt: null, ...(seen === null ? {} : { createdById: { in: [...seen] } }) },
  });
  const deleted = row.deletedAt !== null;
  return {
    ...{ id, number, version, article, deleted, supersededBy, comments, createdAt },
    quote: wholeQuote(row.spans),
    currentId: current?.id ?? null,
    resource: { ...toResource(row, await findChecking(db, articleId)), deleted },
  };
}

const CURRENT = `
  SELECT "id" FROM "AuditEvent" WHERE "subjectId" = ? AND "type" IN ('claim.created', 'claim.edited') ORDER BY rowid DESC LIMIT 1`;

type ClaimScope = Desk & { readonly claim: Pick<Headed, 'id' | 'number' | 'article' | 'createdAt' | 'resource'>; readonly notes: boolean };

/**
 * What was written about a claim before the event numbered `before` (null: up to now), 50 at a time, the newest first: about
 * itself, what people said of it, and who checks it from when it was made. `notes`: whether its desk note may be spoken of.
 * Of an article that is checked blind, what those did whose work the person sees.
 */
export async function listClaimTrail(db: Database, { deskId, sight, claim, notes }: ClaimScope, before: number | null): Promise<TrailPage> {
  const { id, article, createdAt, resource } = claim;
  const seen = seenActors(sight, article.id);
  const maker = resource.createdById;
  const sql = `
    SELECT ${COLUMNS} FROM "AuditEvent" e
    WHERE e."subjectId" IN (SELECT ? UNION ALL SELECT m."id" FROM "Comment" m WHERE m."claimId" = ?${seen.authors} UNION ALL SELECT ?)
      AND (e."subjectId" <> ? OR (e."at" >= ? AND (e."type" LIKE 'assignment.%' OR (e."type" LIKE 'check.%'
        AND ? IN (json_extract(e."data", '$.personId'), json_extract(e."data", '$.fromId'), json_extract(e."data", '$.toId'))))))
      AND e.rowid < ?${seen.actors}${notes ? '' : ` AND e."type" NOT LIKE 'desk_note.%'`}
    ORDER BY e.rowid DESC LIMIT ?`;
  const values = [
    ...[id, id, ...seen.values, article.id],
    ...[article.id, createdAt, maker, before ?? Number.MAX_SAFE_INTEGER, ...seen.values, TRAIL_AT_ONCE + 1],
  ];
  return toPage(db, { deskId, sight }, await db.rows<Row>(sql, values));
}

/** The same of a whole article: its own, its claims', their comments', its origin groups'; of one person, or of one kind. */
export async function listArticleTrail(
  db: Database,
  { deskId, articleId, sight, notes }: Desk & { readonly articleId: string; readonly notes: boolean },
  { personId, kind }: TrailFilter,
  before: number | null,
): Promise<TrailPage> {
  const seen = seenActors(sight, articleId);
  const claims = seenSql(sight);
  const ofKind = kind === null ? { sql: '', values: [] } : kindSql(kind);
  const sql = `
    WITH "c" AS (SELECT c."id" FROM "Claim" c WHERE c."articleId" = ? AND c."deskId" = ?${claims.sql})
    SELECT ${COLUMNS} FROM "AuditEvent" e
    WHERE e."subjectId" IN (SELECT "id" FROM "Article" WHERE "id" = ? AND "deskId" = ? UNION ALL SELECT "id" FROM "c"
        UNION ALL SELECT m."id" FROM "Comment" m WHERE m."claimId" IN (SELECT "id" FROM "c")${seen.authors}
        UNION ALL SELECT "id" FROM "OriginGroup" WHERE "articleId" = ? AND "deskId" = ?)
      AND e.rowid < ?${seen.actors}${notes ? '' : ` AND e."type" NOT LIKE 'desk_note.%'`}${ofKind.sql}
      ${personId === null ? '' : 'AND e."actorId" = ?'}
    ORDER BY e.rowid DESC LIMIT ?`;
  const values: SqlValue[] = [
    ...[articleId, deskId, ...claims.values, articleId, deskId, ...seen.values, articleId, deskId],
    ...[before ?? Number.MAX_SAFE_INTEGER, ...seen.values, ...ofKind.values, ...(personId === null ? [] : [personId]), TRAIL_AT_ONCE + 1],
  ];
  return toPage(db, { deskId, sight }, await db.rows<Row>(sql, values));
}

function people(sight: Sight, articleId: string): readonly string[] | null {
  return sight.limited.get(articleId) ?? null;
}

/** Who sees a part of an article's work is told what those did whose work they see, and nothing else. */
function seenActors(sight: Sight, articleId: string) {
  const seen = people(sight, articleId);
  if (seen === null) return { actors: '', authors: '', values: [] };
  const among = 'IN (SELECT "value" FROM json_each(?))';
  return { actors: ` AND e."actorId" ${among}`, authors: ` AND m."createdById" ${among}`, values: [JSON.stringify(seen)] };
}

function kindSql(kind: TrailKind): { readonly sql: string; readonly values: readonly string[] } {
  const prefixes = kind === 'other' ? Object.values(TRAIL_PREFIXES).flat() : TRAIL_PREFIXES[kind];
  const any = prefixes.map(() => 'e."type" LIKE ?').join(' OR ');
  return { sql: ` AND ${kind === 'other' ? 'NOT ' : ''}(${any})`, values: prefixes.map((prefix) => `${prefix}%`) };
}

async function toPage(db: Database, { deskId, sight }: Desk, found: readonly Row[]): Promise<TrailPage> {
  const rows = found.slice(0, TRAIL_AT_ONCE).map((row) => ({ ...row, data: JSON.parse(row.data) as RawEvent['data'] }));
  const claims = await findClaimsOf(db, { deskId, sight }, rows);
  const described = await describe(db, deskId, rows, claims);
  const known = await findPeople(
    db.read,
    rows.flatMap((row) => [...(row.actorId === null ? [] : [row.actorId]), ...peopleIn(row)]),
  );
  const entries = rows.map((row): TrailEntry => {
    const { id, at, actorId, type, data } = row;
    const { did, reason = '', changes = [] } = eventWords(row, (personId) => nameOf(known, personId).name);
    const claim = claims.byEvent.get(id);
    const version = type === 'claim.created' ? 1 : type.startsWith('claim.') && typeof data.version === 'number' ? data.version : null;
    return {
      ...{ id, did, reason, version },
      at: new Date(at).toISOString(),
      by: actorId === null ? null : nameOf(known, actorId),
      changes: described.get(id) ?? changes,
      claim: claim === undefined ? null : { id: claim.id, number: claim.number },
      wasVersion: described.has(id),
    };
  });
  return { entries, before: found.length > TRAIL_AT_ONCE ? (rows.at(-1)?.seq ?? null) : null };
}

type Parsed = Omit<Row, 'data'> & { readonly data: RawEvent['data'] };
type NumberedClaim = { readonly id: string; readonly number: number; readonly revisionId: string };
type ClaimsOf = { readonly byId: ReadonlyMap<string, NumberedClaim>; readonly byEvent: ReadonlyMap<string, NumberedClaim> };

/** The claims that events are about, and those their data names, as far as the person sees them. */
async function findClaimsOf(db: Database, { deskId, sight }: Desk, rows: readonly Parsed[]): Promise<ClaimsOf> {
  const subjects = new Map(rows.map(({ id, subjectId, data }) => [id, typeof data.claimId === 'string' ? data.claimId : subjectId]));
  const related = rows.flatMap(({ data }) => [...relatedIn(data.before), ...relatedIn(data.after)]);
  const wanted = [...new Set([...subjects.values(), ...related])];
  const found = await db.read.claim.findMany({
    where: { id: { in: wanted }, deskId, ...seenWhere(sight) },
    select: { id: true, number: true, revisionId: true },
  });
  const byId = new Map(found.map((claim) => [claim.id, claim]));
  const byEvent = new Map([...subjects].flatMap(([eventId, claimId]) => [[eventId, byId.get(claimId)] as const]).filter(isFound));
  return { byId, byEvent };
}

function isFound(pair: readonly [string, NumberedClaim | undefined]): pair is readonly [string, NumberedClaim] {
  return pair[1] !== undefined;
}

function relatedIn(tag: unknown): readonly string[] {
  const relations = (tag as Partial<Tag> | undefined)?.details?.relations ?? [];
  return relations.map(({ claimId }) => claimId);
}

/** What each event that left a claim with other fields changed in them, by the event. */
async function describe(db: Database, deskId: string, rows: readonly Parsed[], { byId, byEvent }: ClaimsOf) {
  const edits = rows.flatMap(({ id, type, data }) => {
    const claim = byEvent.get(id);
    if (claim === undefined || (type !== 'claim.created' && type !== 'claim.edited')) return [];
    const { before, after } = data as unknown as Partial<TagChange>;
    return after === undefined ? [] : [{ id, claim, before: before ?? null, after }];
  });
  const tags = edits.flatMap(({ before, after }) => (before === null ? [after] : [before, after]));
  const revisionIds = [...new Set(edits.map(({ claim }) => claim.revisionId))];
  const [sources, revisions, groups] = await Promise.all([
    findSourcesOf(db.read, deskId, tags),
    db.read.revision.findMany({ where: { id: { in: revisionIds } }, select: { id: true, text: true } }),
    findGroupNames(db, deskId, tags),
  ]);
  const texts = new Map(revisions.map(({ id, text }) => [id, text]));
  const names: Names = {
    claim: (id) => {
      const claim = byId.get(id);
      return claim === undefined ? 'a claim that cannot be shown' : `C${claim.number}`;
    },
    group: (id) => groups.get(id) ?? 'a group that is gone',
  };
  return new Map(
    edits.map(({ id, claim, before, after }) => {
      const known = { sources, text: texts.get(claim.revisionId) ?? '' };
      const was = before === null ? null : toDescribed(before, known);
      return [id, fieldChanges(was, toDescribed(after, known), names)] as const;
    }),
  );
}

async function findGroupNames(db: Database, deskId: string, tags: readonly Tag[]): Promise<ReadonlyMap<string, string>> {
  const ids = tags.flatMap(({ details }) => (details.evidence ?? []).flatMap(({ originGroupId }) => originGroupId ?? []));
  if (ids.length === 0) return new Map();
  const rows = await db.read.originGroup.findMany({ where: { id: { in: [...new Set(ids)] }, deskId }, select: { id: true, name: true } });
  return new Map(rows.map(({ id, name }) => [id, name]));
}
