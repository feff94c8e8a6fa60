import 'server-only';
import { createHash } from 'node:crypto';
import { checkEntries, checkQueueCounts } from '@/lib/claims/queue/data';
import { checkTally, checkTallyCounts } from '@/lib/claims/tally/data';
import type { Database } from '@/lib/db/database';
import { checkAuditChain } from './audit-chain/data';
import { checkEditions } from './editions/data';

export type Verification = {
  readonly checked: { readonly articles: number; readonly claims: number; readonly spans: number };
  /** The audit trail: how many events, and the hash of the last. */
  readonly audit: { readonly events: number; readonly head: string };
  /** One sentence each; empty when nothing is wrong. */
  readonly problems: readonly string[];
};

/**
 * Checks the file (integrity, foreign keys) and what Hearsay promises about it: texts have their hashes, spans their
 * quotes, claims a place on one desk and a history that led to their state, the queue what waits, what was published its
 * hash, the audit trail every event that was ever in it. One revision in memory at a time.
 *
 * @param noted the hash of an event noted earlier, which has to be in the trail still; null asks for none
 */
export async function verifyDatabase(db: Database, noted: string | null = null): Promise<Verification> {
  const problems: string[] = [];
  const checked = { articles: 0, claims: 0, spans: 0 };
  let audit = { events: 0, head: '' };
  try {
    problems.push(...(await checkFile(db)));
    problems.push(...(await checkForeignKeys(db)));
    checked.articles = await db.read.article.count();
    checked.claims = await db.read.claim.count();
    for (const { id } of await db.read.revision.findMany({ select: { id: true }, orderBy: { id: 'asc' } })) {
      const found = await checkRevision(db, id);
      checked.spans += found.spans;
      problems.push(...found.problems);
    }
    const trail = await checkAuditChain(db, noted);
    audit = { events: trail.events, head: trail.head };
    problems.push(
      ...trail.problems,
      ...(await checkClaims(db)),
      ...(await checkChains(db)),
      ...(await checkMerges(db)),
      ...(await checkQueue(db)),
      ...(await checkCounted(db)),
      ...(await checkSearch(db)),
      ...(await checkEditions(db)),
    );
  } catch (error) {
    // A damaged page stops whatever question meets it; what was found until then is still told.
    if (!/SQLITE_CORRUPT|SQLITE_NOTADB|malformed/.test(String(error))) throw error;
    problems.push('The file is damaged: a part of it cannot be read. Restore a backup.');
  }
  return { checked, audit, problems };
}

async function checkFile(db: Database): Promise<readonly string[]> {
  const integrity = await db.read.$queryRawUnsafe<{ integrity_check: string }[]>('PRAGMA integrity_check');
  return integrity
    .map((row) => row.integrity_check)
    .filter((answer) => answer !== 'ok')
    .map((answer) => `The file: ${answer}`);
}

async function checkForeignKeys(db: Database): Promise<readonly string[]> {
  const orphans =
    await db.read.$queryRawUnsafe<{ table: string; rowid: number | bigint | null; parent: string }[]>('PRAGMA foreign_key_check');
  return orphans.map((row) => `${row.table}, row ${row.rowid}: points to a ${row.parent} that is not there.`);
}

async function checkRevision(db: Database, id: string): Promise<{ readonly spans: number; readonly problems: readonly string[] }> {
  const { text, sha256 } = await db.read.revision.findUniqueOrThrow({ where: { id }, select: { text: true, sha256: true } });
  const hash = createHash('sha256').update(text, 'utf8').digest('hex');
  const problems = hash === sha256 ? [] : [`Revision ${id}: its text does not have the hash it was stored with.`];
  const spans = await db.read.claimSpan.findMany({
    where: { claim: { revisionId: id } },
    select: { start: true, end: true, quote: true, claim: { select: { id: true, number: true } } },
  });
  for (const { start, end, quote, claim } of spans) {
    if (start >= end) problems.push(`${nameOf(claim)}: the span ${start}-${end} is empty.`);
    else if (text.slice(start, end) !== quote) problems.push(`${nameOf(claim)}: the text at ${start}-${end} is not its quote.`);
  }
  problems.push(...(await checkCues(db, id, text)));
  return { spans: spans.length, problems };
}

/** The words a chain's links hang on: cues, and the hedges beside them. */
async function checkCues(db: Database, revisionId: string, text: string): Promise<readonly string[]> {
  const links = await db.rows<
    ClaimName & { ordinal: number; cueStart: number | null; cueEnd: number | null; cueQuote: string | null; hedges: string }
  >(
    `SELECT c."id", c."number", l."ordinal", l."cueStart", l."cueEnd", l."cueQuote", l."hedges"
     FROM "ClaimLink" l JOIN "Claim" c ON c."id" = l."claimId" WHERE c."revisionId" = ?`,
    [revisionId],
  );
  return links.flatMap(({ ordinal, cueStart, cueEnd, cueQuote, hedges, ...claim }) => {
    const words = JSON.parse(hedges) as { start: number; end: number; quote: string }[];
    if (cueStart !== null && cueEnd !== null) words.push({ start: cueStart, end: cueEnd, quote: cueQuote ?? '' });
    return words
      .filter(({ start, end, quote }) => start >= end || text.slice(start, end) !== quote)
      .map(({ start, end }) => `${nameOf(claim)}, link ${ordinal}: the text at ${start}-${end} is not its words.`);
  });
}

/** A chain has its links without a gap, and its claim's own tag in exactly one of them. */
async function checkChains(db: Database): Promise<readonly string[]> {
  const broken = await db.rows<ClaimName>(
    `SELECT c."id", c."number" FROM "ClaimLink" l JOIN "Claim" c ON c."id" = l."claimId" GROUP BY c."id", c."number"
     HAVING SUM(CASE WHEN l."sourceType" IS NULL THEN 1 ELSE 0 END) <> 1 OR MIN(l."ordinal") <> 0 OR MAX(l."ordinal") <> COUNT(*) - 1`,
    [],
  );
  return broken.map((claim) => `${nameOf(claim)}: its chain is not whole, or does not hold its tag once.`);
}

/** A merged source stands for the one at the end of its merges, and that one for itself. */
async function checkMerges(db: Database): Promise<readonly string[]> {
  const astray = await db.rows<{ readonly id: string; readonly name: string }>(
    `SELECT s."id", s."name" FROM "Source" s
     LEFT JOIN "Source" m ON m."id" = s."mergedIntoId"
     WHERE (s."mergedIntoId" IS NULL AND s."canonicalId" IS NOT NULL)
        OR (s."mergedIntoId" IS NOT NULL AND s."canonicalId" IS NOT COALESCE(m."canonicalId", m."id"))`,
    [],
  );
  return astray.map(({ id, name }) => `Source “${name}” (${id}) does not stand for the one it was merged into.`);
}

/** Claims whose entries are worked out at once. */
const ENTRIES_AT_ONCE = 500;

/** What the queue finds claims by is what follows from them. Those that are marked are left out: the next write works them out. */
async function checkQueue(db: Database): Promise<readonly string[]> {
  const problems = [...(await checkQueueCounts(db))];
  for (let after = ''; ; ) {
    const rows = await db.rows<{ id: string }>(QUEUED_OR_WAITING, [after, after, ENTRIES_AT_ONCE]);
    const ids = rows.map(({ id }) => id);
    problems.push(...(await checkEntries(db, ids)));
    if (ids.length < ENTRIES_AT_ONCE) return problems;
    after = ids.at(-1) ?? '';
  }
}

const QUEUED_OR_WAITING = `
  SELECT x."id" FROM (
    SELECT "id" FROM "Claim" WHERE "state" = 'submitted' AND "id" > ? UNION SELECT "claimId" FROM "QueueEntry" WHERE "claimId" > ?
  ) x LEFT JOIN "Claim" c ON c."id" = x."id"
  WHERE NOT EXISTS (SELECT 1 FROM "QueueMark" m WHERE m."id" IN (c."id", c."articleId"))
  ORDER BY 1 LIMIT ?`;

/** What the figures count is what was done. Marked claims are left out: the next write works them out. */
async function checkCounted(db: Database): Promise<readonly string[]> {
  const problems = [...(await checkTallyCounts(db))];
  for (let after = ''; ; ) {
    const rows = await db.rows<{ id: string }>(UNMARKED, [after, ENTRIES_AT_ONCE]);
    const ids = rows.map(({ id }) => id);
    problems.push(...(await checkTally(db, ids)));
    if (ids.length < ENTRIES_AT_ONCE) return problems;
    after = ids.at(-1) ?? '';
  }
}

const UNMARKED = `
  SELECT c."id" FROM "Claim" c WHERE c."id" > ? AND NOT EXISTS (SELECT 1 FROM "TallyMark" m WHERE m."claimId" = c."id") ORDER BY c."id" LIMIT ?`;

/** Everything that can be looked up is in the index once, and nothing else is. Its words cannot be read back, so they are not compared. */
async function checkSearch(db: Database): Promise<readonly string[]> {
  const [row] = await db.rows<{ missing: number; strays: number }>(SEARCHED, []);
  const { missing = 0, strays = 0 } = row ?? {};
  return [
    ...(missing === 0 ? [] : [`The search: ${missing} articles, claims or sources cannot be found. Renew it: hearsay renew-search`]),
    ...(strays === 0 ? [] : [`The search: ${strays} entries stand for nothing. Renew it: hearsay renew-search`]),
  ];
}

const SEARCHED = `
  WITH "findable" AS (
    SELECT 'article' AS "kind", "id" AS "ref" FROM "Article"
    UNION ALL SELECT 'claim', "id" FROM "Claim" WHERE "deletedAt" IS NULL
    UNION ALL SELECT 'source', "id" FROM "Source"
  ), "indexed" AS (
    SELECT d."kind", d."ref" FROM "SearchDoc" d JOIN "ArticleWords_docsize" w ON w."id" = d."id" WHERE d."kind" = 'article'
    UNION ALL SELECT d."kind", d."ref" FROM "SearchDoc" d JOIN "ClaimWords_docsize" w ON w."id" = d."id" WHERE d."kind" = 'claim'
    UNION ALL SELECT d."kind", d."ref" FROM "SearchDoc" d JOIN "SourceWords_docsize" w ON w."id" = d."id" WHERE d."kind" = 'source'
  )
  SELECT
    (SELECT COUNT(*) FROM "findable" f LEFT JOIN "indexed" x ON x."kind" = f."kind" AND x."ref" = f."ref"
      WHERE x."ref" IS NULL AND NOT EXISTS (SELECT 1 FROM "SearchMark" m WHERE m."kind" = f."kind" AND m."ref" = f."ref")) AS "missing",
    (SELECT COUNT(*) FROM "indexed" x LEFT JOIN "findable" f ON f."kind" = x."kind" AND f."ref" = x."ref" WHERE f."ref" IS NULL) AS "strays"`;

type ClaimName = { readonly id: string; readonly number: number };

async function checkClaims(db: Database): Promise<readonly string[]> {
  const spanless = await db.read.claim.findMany({ where: { spans: { none: {} } }, select: { id: true, number: true } });
  const strayed = await db.rows<ClaimName>(
    `SELECT c."id", c."number" FROM "Claim" c
     JOIN "Article" a ON a."id" = c."articleId"
     JOIN "Revision" r ON r."id" = c."revisionId"
     LEFT JOIN "Source" s ON s."id" = c."sourceId"
     WHERE a."deskId" <> c."deskId" OR r."articleId" <> c."articleId" OR s."deskId" <> c."deskId"`,
    [],
  );
  const lost = await db.rows<ClaimName & { readonly state: string; readonly led: string }>(
    `SELECT * FROM (
       SELECT c."id", c."number", c."state", COALESCE(
         (SELECT t."to" FROM "Transition" t WHERE t."claimId" = c."id" ORDER BY t."claimVersion" DESC LIMIT 1), 'draft') AS "led"
       FROM "Claim" c) AS "histories"
     WHERE "state" <> "led"`,
    [],
  );
  return [
    ...spanless.map((claim) => `${nameOf(claim)} has no span.`),
    ...strayed.map((claim) => `${nameOf(claim)} is not on the desk of its article, revision and source.`),
    ...lost.map((claim) => `${nameOf(claim)} is ${claim.state}, but its history leads to ${claim.led}.`),
  ];
}

function nameOf({ id, number }: ClaimName): string {
  return `Claim ${number} (${id})`;
}
