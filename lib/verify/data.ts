import 'server-only';
import { createHash } from 'node:crypto';
import type { Database } from '@/lib/db/database';

export type Verification = {
  readonly checked: { readonly articles: number; readonly claims: number; readonly spans: number };
  /** One sentence each; empty when nothing is wrong. */
  readonly problems: readonly string[];
};

/** Checks the file (integrity, foreign keys) and what Hearsay promises about it (hashes, quotes, places). One revision in memory at a time. */
export async function verifyDatabase(db: Database): Promise<Verification> {
  const problems = [...(await checkFile(db))];
  const checked = { articles: await db.read.article.count(), claims: await db.read.claim.count(), spans: 0 };
  for (const { id } of await db.read.revision.findMany({ select: { id: true }, orderBy: { id: 'asc' } })) {
    const { text, sha256 } = await db.read.revision.findUniqueOrThrow({ where: { id }, select: { text: true, sha256: true } });
    const hash = createHash('sha256').update(text, 'utf8').digest('hex');
    if (hash !== sha256) problems.push(`Revision ${id}: its text does not have the hash it was stored with.`);
    const spans = await db.read.claimSpan.findMany({
      where: { claim: { revisionId: id } },
      select: { start: true, end: true, quote: true, claim: { select: { id: true, number: true } } },
    });
    checked.spans += spans.length;
    for (const span of spans) {
      if (text.slice(span.start, span.end) !== span.quote) problems.push(`Claim ${span.claim.number} (${span.claim.id}): the text at ${span.start}-${span.end} is not its quote.`);
    }
  }
  const spanless = await db.read.claim.findMany({ where: { spans: { none: {} } }, select: { id: true, number: true } });
  problems.push(...spanless.map((claim) => `Claim ${claim.number} (${claim.id}) has no span.`));
  return { checked, problems };
}

async function checkFile(db: Database): Promise<readonly string[]> {
  const integrity = await db.read.$queryRawUnsafe<{ integrity_check: string }[]>('PRAGMA integrity_check');
  const orphans = await db.read.$queryRawUnsafe<{ table: string; rowid: number | bigint | null; parent: string }[]>('PRAGMA foreign_key_check');
  return [
    ...integrity.map((row) => row.integrity_check).filter((answer) => answer !== 'ok').map((answer) => `The file: ${answer}`),
    ...orphans.map((row) => `${row.table}, row ${row.rowid}: points to a ${row.parent} that is not there.`),
  ];
}
