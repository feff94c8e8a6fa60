import 'server-only';
import type { Database } from '@/lib/db/database';
import type { Direct } from '@/lib/db/direct';
import { settleBeforeCommit } from '@/lib/db/settle';
import { required } from '@/lib/kernel/assert';
import { SEARCH_KINDS, type SearchKind } from './hit';
import { toIndexed } from './words';

/**
 * Keeps the index of words in step: triggers mark what changed, whatever code changed it, and the gate has it indexed here at the
 * end of the same write. Modules that write articles, claims and sources load this one.
 */
settleBeforeCommit('search', settleSearch);

/** Things indexed in one write, the newest marks first; what is beyond is left to the next writes. */
const MARKS_AT_ONCE = 5000;

const WORDS_TABLES: Readonly<Record<SearchKind, string>> = { article: 'ArticleWords', claim: 'ClaimWords', source: 'SourceWords' };

async function settleSearch(direct: Direct): Promise<void> {
  const marks = direct.rows<{ at: number; kind: string; ref: string }>(MARKED, [MARKS_AT_ONCE]);
  if (marks.length === 0) return;
  // Ids tell when a thing was made: the later one gets the higher number.
  const inTime = marks.toSorted((a, b) => (a.ref < b.ref ? -1 : 1));
  for (const { kind, ref } of inTime) index(direct, kind as SearchKind, ref);
  direct.run('DELETE FROM "SearchMark" WHERE rowid IN (SELECT "value" FROM json_each(?))', [JSON.stringify(marks.map(({ at }) => at))]);
}

const MARKED = 'SELECT rowid AS "at", "kind", "ref" FROM "SearchMark" ORDER BY rowid DESC LIMIT ?';

/** What is looked up by its words. A row for each piece; none where the thing is gone. */
const TEXTS: Readonly<Record<SearchKind, string>> = {
  article: `
    WITH "it" AS (SELECT a."id", a."deskId", a."title" FROM "Article" a WHERE a."id" = ?)
    SELECT "deskId", "title" AS "text" FROM "it"
    UNION ALL
    SELECT "deskId", (SELECT r."text" FROM "Revision" r WHERE r."articleId" = "it"."id" ORDER BY r."number" DESC LIMIT 1) FROM "it"`,
  claim: `
    WITH "it" AS (SELECT c."id", c."deskId", c."note" FROM "Claim" c WHERE c."id" = ? AND c."deletedAt" IS NULL)
    SELECT "deskId", p."quote" AS "text" FROM "it" JOIN "ClaimSpan" p ON p."claimId" = "it"."id"
    UNION ALL
    SELECT "deskId", "note" FROM "it"`,
  source: `
    WITH "it" AS (SELECT s."id", s."deskId", s."name" FROM "Source" s WHERE s."id" = ?)
    SELECT "deskId", "name" AS "text" FROM "it"
    UNION ALL
    SELECT "it"."deskId", a."name" FROM "it" JOIN "SourceAlias" a ON a."sourceId" = "it"."id"`,
};

function index(direct: Direct, kind: SearchKind, ref: string): void {
  const words = WORDS_TABLES[kind];
  const [known] = direct.rows<{ id: number }>('SELECT "id" FROM "SearchDoc" WHERE "kind" = ? AND "ref" = ?', [kind, ref]);
  const pieces = direct.rows<{ deskId: string; text: string | null }>(TEXTS[kind], [ref]);
  if (known !== undefined) direct.run(`DELETE FROM "${words}" WHERE rowid = ?`, [known.id]);
  const [first] = pieces;
  if (first === undefined) {
    if (known !== undefined) direct.run('DELETE FROM "SearchDoc" WHERE "id" = ?', [known.id]);
    return;
  }
  const [made] = known === undefined ? direct.rows<{ id: number }>(NEW_DOC, [kind, ref, first.deskId]) : [known];
  const { id } = required(made, 'what is indexed has a number');
  direct.run(`INSERT INTO "${words}" (rowid, "words") VALUES (?, ?)`, [id, pieces.map(({ text }) => toIndexed(text ?? '')).join('\n')]);
}

const NEW_DOC = 'INSERT INTO "SearchDoc" ("kind", "ref", "deskId") VALUES (?, ?, ?) RETURNING "id"';

/** Indexes what is marked, in steps between which others may write. */
export async function bringSearchUpToDate(db: Database): Promise<void> {
  // The step itself is what the gate does at the end of any write.
  while ((await db.rows('SELECT 1 FROM "SearchMark" LIMIT 1', [])).length > 0) await db.transact(async () => undefined);
}

/** Makes the index anew from the articles, claims and sources. Returns how many things can be found. */
export async function renewSearch(db: Database): Promise<number> {
  await db.transact(async (_tx, direct) => {
    for (const kind of SEARCH_KINDS) direct.run(`DELETE FROM "${WORDS_TABLES[kind]}"`, []);
    direct.run('DELETE FROM "SearchDoc"', []);
    for (const sql of MARK_ALL) direct.run(sql, []);
  });
  await bringSearchUpToDate(db);
  const [row] = await db.rows<{ found: number }>('SELECT COUNT(*) AS "found" FROM "SearchDoc"', []);
  return row?.found ?? 0;
}

/** The oldest gets the highest mark, so that it is indexed first. */
const MARK_ALL = [
  `INSERT OR REPLACE INTO "SearchMark" ("kind", "ref") SELECT 'source', "id" FROM "Source" ORDER BY "id" DESC`,
  `INSERT OR REPLACE INTO "SearchMark" ("kind", "ref") SELECT 'claim', "id" FROM "Claim" WHERE "deletedAt" IS NULL ORDER BY "id" DESC`,
  `INSERT OR REPLACE INTO "SearchMark" ("kind", "ref") SELECT 'article', "id" FROM "Article" ORDER BY "id" DESC`,
];
