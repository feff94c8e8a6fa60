import 'server-only';
import type { Database } from '@/lib/db/database';
import { type TextRange, toTextRange } from '@/lib/text/offset';
import { firstPart, lastPart } from '@/lib/text/shorten';
import type { ArticleHit, ClaimHit, FoundClaim, HitPage, MarkedText, SourceHit } from './hit';
import { findTerms, type Term, toMatch } from './words';

/** Whose eyes it is for. `mayFindClaim` and `mayFindArticle` are asked of each hit before anything of it is told (lib/review/search/data.ts). */
export type Finder = {
  readonly deskId: string;
  readonly mayFindClaim: (claim: FoundClaim) => boolean;
  readonly mayFindArticle: (article: { readonly id: string }) => boolean;
  readonly mayFindSource: (source: { readonly id: string }) => Promise<boolean>;
};

type Wanted = { readonly terms: readonly Term[]; readonly after: number | null; readonly limit: number };

/** Hits that are read at once. */
const READ_AT_ONCE = 100;
const MARKS_MAX = 20;
/** Of an article's text so much is looked through for a place to show, in pieces; UTF-16 units. */
const EXCERPT_WITHIN = 200_000;
const EXCERPT_PIECE = 10_000;

/** Claims of the desk that have all the terms in what they quote or in their note, the last made first. */
export function searchClaims(db: Database, finder: Finder, wanted: Wanted): Promise<HitPage<ClaimHit>> {
  return page<ClaimRow, ClaimHit>(db, finder, wanted, {
    sql: CLAIMS,
    mayFind: (row) => finder.mayFindClaim(row) && finder.mayFindArticle({ id: row.articleId }),
    toHit: ({ doc: _, quotes, note, ...row }) => ({
      kind: 'claim',
      ...row,
      quote: toMarked(quotes ?? '', wanted.terms),
      note: toMarked(note, wanted.terms),
    }),
  });
}

/** Articles of the desk that have all the terms in their title and text together, the last imported first. */
export function searchArticles(db: Database, finder: Finder, wanted: Wanted): Promise<HitPage<ArticleHit>> {
  return page<ArticleRow, ArticleHit>(db, finder, wanted, {
    sql: ARTICLES,
    mayFind: finder.mayFindArticle,
    toHit: ({ id, title, text, createdAt }) => ({
      kind: 'article',
      id,
      title: toMarked(title, wanted.terms),
      excerpt: toExcerpt(text ?? '', title, wanted.terms),
      createdAt: new Date(createdAt),
    }),
  });
}

/** Sources of the desk that have all the terms in their name and other names together, the last recorded first. */
export function searchSources(db: Database, finder: Finder, wanted: Wanted): Promise<HitPage<SourceHit>> {
  return page<SourceRow, SourceHit>(db, finder, wanted, {
    sql: SOURCES,
    mayFind: finder.mayFindSource,
    toHit: ({ id, name, mergedInto, aliases }) => ({
      kind: 'source',
      id,
      name: toMarked(name, wanted.terms),
      aliases: (JSON.parse(aliases) as string[]).map((alias) => toMarked(alias, wanted.terms)).filter(({ marks }) => marks.length > 0),
      mergedInto,
    }),
  });
}

type Kind<Row, Hit> = {
  readonly sql: string;
  readonly mayFind: (row: Row) => boolean | Promise<boolean>;
  readonly toHit: (row: Row) => Hit;
};

/** By keyset: the words come in the order of their numbers, and what nobody may find takes no place on the page. */
async function page<Row extends { readonly doc: number }, Hit>(
  db: Database,
  { deskId }: Finder,
  { terms, after, limit }: Wanted,
  { sql, mayFind, toHit }: Kind<Row, Hit>,
): Promise<HitPage<Hit>> {
  const found: Row[] = [];
  if (terms.length === 0) return { hits: [], next: null };
  for (let below = after ?? Number.MAX_SAFE_INTEGER; found.length <= limit; ) {
    const rows = await db.rows<Row>(sql, [toMatch(terms), below, deskId, Math.min(READ_AT_ONCE, limit + 1)]);
    for (const row of rows) if (await mayFind(row)) found.push(row);
    if (rows.length < Math.min(READ_AT_ONCE, limit + 1)) break;
    below = rows.at(-1)?.doc as number;
  }
  const rows = found.slice(0, limit);
  return { hits: rows.map(toHit), next: found.length > limit ? (rows.at(-1)?.doc as number) : null };
}

type ClaimRow = Omit<ClaimHit, 'kind' | 'quote' | 'note'> & { readonly doc: number; readonly quotes: string | null; readonly note: string };
type ArticleRow = {
  readonly doc: number;
  readonly id: string;
  readonly title: string;
  readonly text: string | null;
  readonly createdAt: string;
};
type SourceRow = {
  readonly doc: number;
  readonly id: string;
  readonly name: string;
  readonly mergedInto: string | null;
  /** JSON. */
  readonly aliases: string;
};

// CROSS JOIN keeps SQLite to this order: from the words, newest first, to what they stand for.
const CLAIMS = `
  SELECT w.rowid AS "doc", c."id", c."number", c."articleId", a."title" AS "articleTitle", c."createdById", c."state", c."sourceType",
         c."note", COALESCE(k."name", s."name") AS "source", u."name" AS "checker",
         (SELECT group_concat("quote", ' … ' ORDER BY "ordinal") FROM "ClaimSpan" p WHERE p."claimId" = c."id") AS "quotes"
  FROM "ClaimWords" w CROSS JOIN "SearchDoc" d ON d."id" = w.rowid CROSS JOIN "Claim" c ON c."id" = d."ref"
  JOIN "Article" a ON a."id" = c."articleId" JOIN "User" u ON u."id" = c."createdById"
  LEFT JOIN "Source" s ON s."id" = c."sourceId" LEFT JOIN "Source" k ON k."id" = s."canonicalId"
  WHERE w."ClaimWords" MATCH ? AND w.rowid < ? AND d."kind" = 'claim' AND c."deskId" = ? AND c."deletedAt" IS NULL
  ORDER BY w.rowid DESC LIMIT ?`;

const ARTICLES = `
  SELECT w.rowid AS "doc", a."id", a."title", a."createdAt",
         (SELECT substr(r."text", 1, ${EXCERPT_WITHIN}) FROM "Revision" r WHERE r."articleId" = a."id" ORDER BY r."number" DESC LIMIT 1) AS "text"
  FROM "ArticleWords" w CROSS JOIN "SearchDoc" d ON d."id" = w.rowid CROSS JOIN "Article" a ON a."id" = d."ref"
  WHERE w."ArticleWords" MATCH ? AND w.rowid < ? AND d."kind" = 'article' AND a."deskId" = ?
  ORDER BY w.rowid DESC LIMIT ?`;

const SOURCES = `
  SELECT w.rowid AS "doc", COALESCE(k."id", s."id") AS "id", s."name", k."name" AS "mergedInto",
         (SELECT json_group_array(a."name") FROM "SourceAlias" a WHERE a."sourceId" = s."id") AS "aliases"
  FROM "SourceWords" w CROSS JOIN "SearchDoc" d ON d."id" = w.rowid CROSS JOIN "Source" s ON s."id" = d."ref"
  LEFT JOIN "Source" k ON k."id" = s."canonicalId"
  WHERE w."SourceWords" MATCH ? AND w.rowid < ? AND d."kind" = 'source' AND s."deskId" = ?
  ORDER BY w.rowid DESC LIMIT ?`;

function toMarked(text: string, terms: readonly Term[]): MarkedText {
  return { text, marks: findTerms(text, terms, MARKS_MAX) };
}

/** The text around a place below the title: the first of the longest term that is there, which says most. */
function toExcerpt(text: string, title: string, terms: readonly Term[]): MarkedText | null {
  const body = text.startsWith(title) ? text.slice(title.length) : text;
  for (const term of terms.toSorted((a, b) => b.words.join().length - a.words.join().length)) {
    const place = findPlace(body, term);
    if (place === null) continue;
    const before = lastPart(oneLine(body.slice(Math.max(0, place.start - AROUND), place.start)));
    const after = firstPart(oneLine(body.slice(place.end, place.end + AROUND)));
    return toMarked(`${before}${body.slice(place.start, place.end)}${after}`.trim(), terms);
  }
  return null;
}

const AROUND = 400;

/** In pieces: a hit in a long article is mostly near its beginning. */
function findPlace(text: string, term: Term): TextRange | null {
  for (let at = 0; at < text.length; at += EXCERPT_PIECE) {
    const [first] = findTerms(text.slice(at, at + EXCERPT_PIECE), [term], 1);
    if (first !== undefined) return toTextRange(at + first.start, at + first.end);
  }
  return null;
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ');
}
