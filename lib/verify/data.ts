import 'server-only';
import { createHash } from 'node:crypto';
import type { Database } from '@/lib/db/database';

export type Verification = {
  readonly checked: { readonly articles: number; readonly claims: number; readonly spans: number };
  /** One sentence each; empty when nothing is wrong. */
  readonly problems: readonly string[];
};

/**
 * Checks the file (integrity, foreign keys) and what Hearsay promises about it: texts have their hashes, spans their
 * quotes, claims a place on one desk and a history that led to their state. One revision in memory at a time.
 */
export async function verifyDatabase(db: Database): Promise<Verification> {
  const problems: string[] = [];
  const checked = { articles: 0, claims: 0, spans: 0 };
  try {
    problems.push(...(await checkFile(db)));
    checked.articles = await db.read.article.count();
    checked.claims = await db.read.claim.count();
    for (const { id } of await db.read.revision.findMany({ select: { id: true }, orderBy: { id: 'asc' } })) {
      const found = await checkRevision(db, id);
      checked.spans += found.spans;
      problems.push(...found.problems);
    }
    problems.push(...(await checkClaims(db)));
  } catch (error) {
    // A damaged page stops whatever question meets it; what was found until then is still told.
    if (!/SQLITE_CORRUPT|SQLITE_NOTADB|malformed/.test(String(error))) throw error;
    problems.push('The file is damaged: a part of it cannot be read. Restore a backup.');
  }
  return { checked, problems };
}

async function checkFile(db: Database): Promise<readonly string[]> {
  const integrity = await db.read.$queryRawUnsafe<{ integrity_check: string }[]>('PRAGMA integrity_check');
  const orphans =
    await db.read.$queryRawUnsafe<{ table: string; rowid: number | bigint | null; parent: string }[]>('PRAGMA foreign_key_check');
  return [
    ...integrity
      .map((row) => row.integrity_check)
      .filter((answer) => answer !== 'ok')
      .map((answer) => `The file: ${answer}`),
    ...orphans.map((row) => `${row.table}, row ${row.rowid}: points to a ${row.parent} that is not there.`),
  ];
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
  return { spans: spans.length, problems };
}

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
