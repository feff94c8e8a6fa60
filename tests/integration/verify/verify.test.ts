import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import { beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '@/lib/db/database';
import { verifyDatabase } from '@/lib/verify/data';
import { createTestDatabase } from '../../factories/database';
import { createSampleDesk } from '../../factories/sample';
import { useDatabase } from '../use-database';

let sample: Buffer;

beforeAll(async () => {
  const { db, file, remove } = await createTestDatabase();
  await createSampleDesk(db);
  await db.close();
  sample = readFileSync(file);
  await remove();
});

/** The sample's file after `damage` was done to it behind Hearsay's back, and what verify finds. */
async function verifyAfter(damage: (file: string) => void): Promise<readonly string[]> {
  const { db, file } = await useDatabase();
  await db.close();
  overwrite(file, sample, 0);
  damage(file);
  const damaged = openDatabase(file);
  try {
    return (await verifyDatabase(damaged)).problems;
  } finally {
    await damaged.close();
  }
}

function overwrite(file: string, bytes: Buffer, at: number): void {
  const handle = openSync(file, 'r+');
  writeSync(handle, bytes, 0, bytes.length, at);
  closeSync(handle);
}

/** Runs statements as somebody with the file in their hands could: no foreign keys, no triggers in the way. */
function meddle(...statements: readonly string[]) {
  return (file: string) => {
    const db = new Sqlite(file);
    db.pragma('foreign_keys = OFF');
    for (const { name } of db.prepare<[], { name: string }>(`SELECT name FROM sqlite_schema WHERE type = 'trigger'`).all())
      db.exec(`DROP TRIGGER "${name}"`);
    for (const statement of statements) db.exec(statement);
    db.close();
  };
}

const ONE = `(SELECT "id" FROM "Claim" WHERE "number" = 3)`;
const FOUR = `(SELECT "id" FROM "Claim" WHERE "number" = 4)`;

describe('verify', () => {
  it('finds nothing wrong with what Hearsay wrote', async () => {
    expect(await verifyAfter(() => {})).toEqual([]);
  });

  it.each([
    [
      'one letter of a quote changed',
      [`UPDATE "ClaimSpan" SET "quote" = 'X' || substr("quote", 2) WHERE "claimId" = ${ONE}`],
      [/^Claim 3 \(.*\): the text at \d+-\d+ is not its quote\.$/],
    ],
    ['a span moved by one', [`UPDATE "ClaimSpan" SET "start" = "start" + 1 WHERE "claimId" = ${ONE}`], [/^Claim 3 .* is not its quote/]],
    [
      'a span outside the text',
      [`UPDATE "ClaimSpan" SET "start" = 90000, "end" = 90010 WHERE "claimId" = ${ONE}`],
      [/^Claim 3 .* is not its quote/],
    ],
    ['an empty span', [`UPDATE "ClaimSpan" SET "end" = "start", "quote" = '' WHERE "claimId" = ${ONE}`], [/^Claim 3 .* is empty/]],
    [
      'one letter of the text changed',
      [`UPDATE "Revision" SET "text" = replace("text", 'Zakharova', 'Zakharowa')`, `UPDATE "Revision" SET "text" = "text" || ' '`],
      [/does not have the hash/],
    ],
    [
      'a text and its hash both changed',
      [`UPDATE "Revision" SET "text" = 'x' || "text", "sha256" = 'changed'`],
      [/does not have the hash/],
    ],
    [
      'one letter of a cue changed',
      [`UPDATE "ClaimLink" SET "cueQuote" = 'X' || "cueQuote" WHERE "claimId" = ${FOUR} AND "cueQuote" IS NOT NULL`],
      [/^Claim 4 \(.*\), link \d: the text at \d+-\d+ is not its words\.$/],
    ],
    [
      'a link taken out of a chain',
      [`DELETE FROM "ClaimLink" WHERE "claimId" = ${FOUR} AND "ordinal" = 1`],
      [/^Claim 4 .*chain is not whole/],
    ],
    [
      'a tag taken out of its chain',
      [`UPDATE "ClaimLink" SET "sourceType" = 'document' WHERE "claimId" = ${FOUR} AND "sourceType" IS NULL`],
      [/^Claim 4 .*does not hold its tag once/],
    ],
    [
      'a source merged into one and standing for another',
      [`UPDATE "Source" SET "mergedIntoId" = (SELECT MIN("id") FROM "Source"), "canonicalId" = "id" WHERE "name" = 'Reuters'`],
      [/^Source “Reuters” .* does not stand for the one it was merged into/],
    ],
    ['a claim with no span', [`DELETE FROM "ClaimSpan" WHERE "claimId" = ${ONE}`], [/^Claim 3 \(.*\) has no span\.$/]],
    [
      'a span with no claim',
      [`UPDATE "ClaimSpan" SET "claimId" = 'nobody' WHERE "claimId" = ${ONE}`],
      [/^ClaimSpan, row .* points to a Claim that is not there\.$/, /^Claim 3 .* has no span/],
    ],
    [
      'a step with no claim',
      [`UPDATE "Transition" SET "claimId" = 'nobody' WHERE "claimId" = ${ONE}`],
      [/^Transition, row .* points to a Claim/],
    ],
    [
      'a claim in a state its history does not lead to',
      [`UPDATE "Claim" SET "state" = 'approved' WHERE "number" = 26`],
      [/^Claim 26 \(.*\) is approved, but its history leads to/],
    ],
    [
      'a claim of another desk',
      [`INSERT INTO "Desk" VALUES ('d', 'D', '2026-01-01T00:00:00.000+00:00')`, `UPDATE "Claim" SET "deskId" = 'd' WHERE "number" = 3`],
      [/^Claim 3 \(.*\) is not on the desk of its article/],
    ],
  ])('finds %s', async (_what, statements, expected) => {
    const problems = await verifyAfter(meddle(...statements));
    for (const pattern of expected) expect(problems).toContainEqual(expect.stringMatching(pattern));
  });

  it('finds an index that does not agree with its table', async () => {
    const problems = await verifyAfter((file) => {
      const db = new Sqlite(file);
      const { rootpage } = db
        .prepare<[], { rootpage: number }>(`SELECT rootpage FROM sqlite_schema WHERE name = 'Source_deskId_nameKey_key'`)
        .get() as { rootpage: number };
      const pageSize = db.pragma('page_size', { simple: true }) as number;
      db.close();
      // The end of the page, where the index keeps its entries: a few letters of a name.
      overwrite(file, Buffer.alloc(3, 'x'), rootpage * pageSize - 6);
    });
    expect(problems.length).toBeGreaterThan(0);
    expect(problems[0]).toMatch(/^The file: /);
  });

  it('reports a file that is damaged in the middle instead of failing', async () => {
    const problems = await verifyAfter((file) => overwrite(file, Buffer.alloc(4096 * 6, 0xa5), 4096 * 3));
    expect(problems.length).toBeGreaterThan(0);
    expect(problems.join('\n')).toMatch(/^The file/m);
  });
});
