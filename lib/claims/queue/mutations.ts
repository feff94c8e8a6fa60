import 'server-only';
import type { Database } from '@/lib/db/database';
import type { Direct } from '@/lib/db/direct';
import { settleBeforeCommit } from '@/lib/db/settle';
import { required } from '@/lib/kernel/assert';
import { ENTRIES, PLACES, type StoredEntry, workOutEntries } from './data';
import type { QueueEntry, QueueListRef } from './entry';

/**
 * Brings the queue's entries in line with the claims that a write has touched. Triggers mark them, whatever code wrote them;
 * the gate calls this before each write ends, in its transaction. So an entry is never behind its claim, and no mutation
 * has to remember it (docs/decisions/0021-the-queue-has-lists-of-its-own.md).
 */
settleBeforeCommit('queue', settleQueue);

/**
 * Marks worked off in one write, the newest first, so that its own are always among them: one hands in 1,000 claims at most.
 * What is beyond (sources merged that stand in the chains of many articles) is left to the next writes.
 */
const MARKS_AT_ONCE = 5000;

async function settleQueue(direct: Direct): Promise<void> {
  const marks = direct.rows<{ at: number; kind: string; id: string }>(MARKED, [MARKS_AT_ONCE]);
  if (marks.length === 0) return;
  const ids = new Set<string>();
  for (const { kind, id } of marks) {
    if (kind === 'claim') ids.add(id);
    else for (const row of direct.rows<{ id: string }>(kind === 'article' ? SUBMITTED : CHAINED, [id])) ids.add(row.id);
  }
  // In the order of their ids, so that entries made at once are in the same order wherever they are made.
  await renewEntries(direct, [...ids].sort());
  direct.run('DELETE FROM "QueueMark" WHERE rowid IN (SELECT "value" FROM json_each(?))', [JSON.stringify(marks.map(({ at }) => at))]);
}

const MARKED = 'SELECT rowid AS "at", "kind", "id" FROM "QueueMark" ORDER BY rowid DESC LIMIT ?';

/** All of an article whose checking came to an end, or began. */
const SUBMITTED = `SELECT "id" FROM "Claim" WHERE "articleId" = ? AND "state" = 'submitted'`;

/** The waiting claims of an article that a circle can go through: those with a chain of their own. */
const CHAINED = `
  SELECT c."id" FROM "Claim" c
  WHERE c."articleId" = ? AND c."state" = 'submitted' AND EXISTS (SELECT 1 FROM "ClaimLink" l WHERE l."claimId" = c."id")`;

async function renewEntries(direct: Direct, claimIds: readonly string[]): Promise<void> {
  const stored = direct.rows<StoredEntry>(ENTRIES, [JSON.stringify(claimIds)]);
  const before = new Map(stored.map((entry) => [entry.claimId, entry]));
  const after = await workOutEntries(direct, claimIds);
  const listIds = new Map<string, number>();
  for (const claimId of claimIds) {
    const [old, entry] = [before.get(claimId), after.get(claimId)];
    const next = entry === undefined ? null : toStored(direct, listIds, entry);
    if (old !== undefined && next !== null && isSame(old, next)) continue;
    if (old !== undefined) remove(direct, old);
    if (next !== null) add(direct, claimId, next, old?.id ?? null);
  }
}

type Listed = Pick<StoredEntry, 'cell' | 'at' | 'place' | 'lists'>;

function isSame(a: Listed, b: Listed): boolean {
  return a.cell === b.cell && a.at === b.at && a.place === b.place && a.lists === b.lists;
}

function toStored(direct: Direct, known: Map<string, number>, entry: QueueEntry & { readonly deskId: string }): Listed {
  const { deskId, cell, at, start, lists } = entry;
  const ids = lists.map((list) => listId(direct, known, deskId, list));
  const article = ids[lists.findIndex(({ kind }) => kind === 'article')];
  const place = required(article, 'a claim stands in the list of its article') * PLACES + start;
  return { cell, at, place, lists: JSON.stringify(ids.sort((a, b) => a - b)) };
}

function listId(direct: Direct, known: Map<string, number>, deskId: string, { kind, ref }: QueueListRef): number {
  const name = `${deskId} ${kind} ${ref}`;
  let id = known.get(name);
  if (id === undefined) {
    const [row] = direct.rows<{ id: number }>('SELECT "id" FROM "QueueList" WHERE "deskId" = ? AND "kind" = ? AND "ref" = ?', [
      deskId,
      kind,
      ref,
    ]);
    const [made] = row === undefined ? direct.rows<{ id: number }>(NEW_LIST, [deskId, kind, ref]) : [row];
    id = required(made, 'a list that was made has an id').id;
    known.set(name, id);
  }
  return id;
}

const NEW_LIST = 'INSERT INTO "QueueList" ("deskId", "kind", "ref", "waiting") VALUES (?, ?, ?, 0) RETURNING "id"';

function remove(direct: Direct, { id, cell, at, place, lists }: StoredEntry): void {
  for (const list of JSON.parse(lists) as number[]) {
    direct.run('DELETE FROM "QueuePosting" WHERE "list" = ? AND "cell" = ? AND "at" = ? AND "place" = ? AND "entry" = ?', [
      list,
      cell,
      at,
      place,
      id,
    ]);
  }
  direct.run('DELETE FROM "QueueEntry" WHERE "id" = ?', [id]);
}

/** An entry that only changed keeps its id, and with it its place among others of the same moment. */
function add(direct: Direct, claimId: string, { cell, at, place, lists }: Listed, id: number | null): void {
  const [made] = direct.rows<{ id: number }>(NEW_ENTRY, [id, claimId, cell, at, place, lists]);
  const entry = required(made, 'an entry that was made has an id').id;
  for (const list of JSON.parse(lists) as number[]) {
    direct.run('INSERT INTO "QueuePosting" ("list", "cell", "at", "place", "entry") VALUES (?, ?, ?, ?, ?)', [
      list,
      cell,
      at,
      place,
      entry,
    ]);
  }
}

const NEW_ENTRY = `
  INSERT INTO "QueueEntry" ("id", "claimId", "cell", "at", "place", "lists") VALUES (?, ?, ?, ?, ?, ?) RETURNING "id"`;

/** Works off what is marked, in steps between which others may write. */
export async function bringQueueUpToDate(db: Database): Promise<void> {
  // The step itself is what the gate does at the end of any write.
  while ((await db.rows('SELECT 1 FROM "QueueMark" LIMIT 1', [])).length > 0) await db.transact(async () => undefined);
}

/** Places taken out of the lists in one write while they are made anew. */
const PLACES_AT_ONCE = 50_000;

/**
 * Makes all of the queue's lists anew from the claims, in steps between which others write; until it is done the queue is
 * short. Returns how many claims wait.
 */
export async function renewQueue(db: Database): Promise<number> {
  const lists = await db.rows<{ id: number; waiting: number }>('SELECT "id", "waiting" FROM "QueueList" ORDER BY "id"', []);
  for (let at = 0; at < lists.length; ) {
    const some: number[] = [];
    for (let places = 0; at < lists.length && (some.length === 0 || places < PLACES_AT_ONCE); at++) {
      some.push(lists[at]?.id as number);
      places += lists[at]?.waiting ?? 0;
    }
    await db.transact(async (_tx, direct) => {
      direct.run('DELETE FROM "QueuePosting" WHERE "list" IN (SELECT "value" FROM json_each(?))', [JSON.stringify(some)]);
    });
  }
  await db.transact(async (_tx, direct) => {
    for (const table of ['QueuePosting', 'QueueEntry', 'QueueCount', 'QueueList', 'QueueMark']) direct.run(`DELETE FROM "${table}"`, []);
    direct.run(MARK_ALL, []);
  });
  await bringQueueUpToDate(db);
  const [row] = await db.rows<{ waiting: number }>('SELECT COUNT(*) AS "waiting" FROM "QueueEntry"', []);
  return row?.waiting ?? 0;
}

const MARK_ALL = `
  INSERT INTO "QueueMark" ("kind", "id") SELECT 'claim', "id" FROM "Claim" WHERE "state" = 'submitted' AND "deletedAt" IS NULL`;
