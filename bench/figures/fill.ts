import Sqlite from 'better-sqlite3';
import { DECISIONS, listsOf, type TallyListRef, type TallyStep } from '@/lib/claims/tally/tally';

const DAY = 86_400_000;
const REASONS = ['wrong_source', 'wrong_span', 'chain_incomplete', null] as const;

/** Articles that two check blind, of the newest. */
const CHECKED = 100;

/**
 * Gives a desk that fillQueue filled a year behind it: every claim was made and submitted, three in four were decided once, with the
 * lists that its steps stand in worked out by the application's own rule. `until` is the end of that year, ms. In the newest
 * articles every other claim is another checker's, on the words of the one before.
 */
export function fillYear(file: string, deskId: string, until: number): void {
  const db = new Sqlite(file);
  db.pragma('journal_mode = OFF');
  db.pragma('synchronous = OFF');
  db.pragma('cache_size = -400000');
  const triggers = db.prepare<[], { name: string; sql: string }>(`SELECT "name", "sql" FROM sqlite_master WHERE "type" = 'trigger'`).all();
  for (const { name } of triggers) db.exec(`DROP TRIGGER "${name}"`);
  db.exec('BEGIN');
  insertSteps(db, deskId, until);
  db.exec(`INSERT INTO "TallyDay" SELECT "list", "at" / ${DAY}, COUNT(*) FROM "TallyPosting" GROUP BY 1, 2`);
  pairCheckers(db, deskId, until);
  db.exec('COMMIT');
  for (const { sql } of triggers) db.exec(sql);
  db.exec('ANALYZE');
  db.pragma('journal_mode = WAL');
  db.close();
}

function insertSteps(db: Sqlite.Database, deskId: string, until: number): void {
  const claims = db.prepare<[], { id: string; createdById: string }>('SELECT "id", "createdById" FROM "Claim" ORDER BY "id"').all();
  const editors = db.prepare<[], { userId: string }>(`SELECT "userId" FROM "Membership" LIMIT 10`).all();
  const step = db.prepare('INSERT INTO "TallyStep" VALUES (?, ?, ?, ?, ?, ?, ?, ?)');
  const posting = db.prepare('INSERT INTO "TallyPosting" VALUES (?, ?, ?)');
  const list = db.prepare('INSERT INTO "TallyList" VALUES (?, ?, ?, ?)');
  const ids = new Map<string, number>();
  const listId = ({ kind, ref }: TallyListRef) => {
    const key = `${kind} ${ref}`;
    const known = ids.get(key);
    if (known !== undefined) return known;
    ids.set(key, ids.size + 1);
    list.run(ids.size, deskId, kind, ref);
    return ids.size;
  };
  let count = 0;
  claims.forEach(({ id, createdById: personId }, n) => {
    const made = until - 365 * DAY + Math.floor((n / claims.length) * 360 * DAY);
    // Between a minute and some weeks, the short ones most often.
    const waited = Math.floor(60_000 * Math.exp(((n * 7919) % 1000) / 94));
    const kind = DECISIONS[n % 10 < 7 ? 0 : n % 10 < 9 ? 1 : 2];
    const editor = editors[n % editors.length]?.userId ?? personId;
    const none = { waited: null, reasonId: null };
    const steps: TallyStep[] = [
      { kind: 'made', version: 1, personId, at: made, ...none },
      { kind: 'submitted', version: 2, personId, at: made + DAY / 8, ...none },
    ];
    const at = made + DAY / 8 + waited;
    const reasonId = kind === 'returned' ? (REASONS[n % 4] ?? null) : null;
    if (n % 4 !== 0 && at < until && kind !== undefined) steps.push({ kind, version: 3, personId: editor, at, waited, reasonId });
    for (const one of steps) {
      count += 1;
      step.run(count, id, one.kind, one.version, one.personId, one.at, one.waited, one.reasonId);
      for (const ref of listsOf(one)) posting.run(listId(ref), one.at, count);
    }
  });
}

function pairCheckers(db: Sqlite.Database, deskId: string, until: number): void {
  const at = new Date(until - DAY).toISOString().replace('Z', '+00:00');
  const articles = db.prepare<[number], { id: string }>('SELECT "id" FROM "Article" ORDER BY "id" DESC LIMIT ?').all(CHECKED);
  const people = db
    .prepare<[], { userId: string }>(`SELECT "userId" FROM "Membership" WHERE "role" = 'checker' ORDER BY "userId" LIMIT 2`)
    .all();
  const assignment = db.prepare(
    `INSERT INTO "Assignment" ("articleId", "deskId", "checkers", "priority", "endedReason", "version", "createdAt", "updatedAt")
     VALUES (?, ?, 2, 'normal', '', 1, ?, ?)`,
  );
  const part = db.prepare(
    'INSERT INTO "CheckPart" ("articleId", "personId", "deskId", "givenById", "since", "handedInAt") VALUES (?, ?, ?, ?, ?, ?)',
  );
  const maker = db.prepare('UPDATE "Claim" SET "createdById" = ? WHERE "articleId" = ? AND "number" % 2 = ?');
  for (const { id } of articles) {
    assignment.run(id, deskId, at, at);
    people.forEach(({ userId }, which) => {
      part.run(id, userId, deskId, userId, at, at);
      maker.run(userId, id, which);
    });
  }
  db.prepare(
    `UPDATE "ClaimSpan" AS p SET ("start", "end") = (
       SELECT o."start", o."end" FROM "Claim" c JOIN "Claim" b ON b."articleId" = c."articleId" AND b."number" = c."number" - 1
       JOIN "ClaimSpan" o ON o."claimId" = b."id" WHERE c."id" = p."claimId")
     WHERE p."claimId" IN (SELECT "id" FROM "Claim" WHERE "articleId" IN (SELECT "value" FROM json_each(?)) AND "number" % 2 = 0)`,
  ).run(JSON.stringify(articles.map(({ id }) => id)));
}
