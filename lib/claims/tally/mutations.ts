import 'server-only';
import type { Database } from '@/lib/db/database';
import type { Direct } from '@/lib/db/direct';
import { settleBeforeCommit } from '@/lib/db/settle';
import { required } from '@/lib/kernel/assert';
import { byClaim, isSameStep, STORED_STEPS, type StoredStep, workOutSteps } from './data';
import { listsOf, type TallyListRef, type TallyStep } from './tally';

/**
 * Brings what is counted in line with the claims that a write has touched, as the queue's entries are
 * (docs/decisions/0021-the-queue-has-lists-of-its-own.md): triggers mark them, whatever code wrote them.
 */
settleBeforeCommit('tally', settleTally);

/** Marks worked off in one write, the newest first, so that its own are always among them. */
const MARKS_AT_ONCE = 5000;

async function settleTally(direct: Direct): Promise<void> {
  const marks = direct.rows<{ at: number; claimId: string }>(MARKED, [MARKS_AT_ONCE]);
  if (marks.length === 0) return;
  await renewSteps(direct, marks.map(({ claimId }) => claimId).sort());
  direct.run('DELETE FROM "TallyMark" WHERE rowid IN (SELECT "value" FROM json_each(?))', [JSON.stringify(marks.map(({ at }) => at))]);
}

const MARKED = 'SELECT rowid AS "at", "claimId" FROM "TallyMark" ORDER BY rowid DESC LIMIT ?';

async function renewSteps(direct: Direct, claimIds: readonly string[]): Promise<void> {
  const ids = JSON.stringify(claimIds);
  const wanted = await workOutSteps(direct, ids);
  const stored = byClaim(direct.rows<StoredStep>(STORED_STEPS, [ids]));
  const listIds = new Map<string, number>();
  for (const [claimId, { deskId, steps }] of wanted) {
    const had = stored.get(claimId) ?? [];
    for (const step of had) if (!steps.some((one) => isSameStep(one, step))) remove(direct, listIds, deskId, step);
    for (const step of steps) if (!had.some((one) => isSameStep(one, step))) add(direct, listIds, { deskId, claimId }, step);
  }
}

function add(direct: Direct, known: Map<string, number>, of: { readonly deskId: string; readonly claimId: string }, step: TallyStep): void {
  const { kind, version, personId, at, waited, reasonId } = step;
  const [made] = direct.rows<{ id: number }>(NEW_STEP, [of.claimId, kind, version, personId, at, waited, reasonId]);
  const id = required(made, 'a step that was made has an id').id;
  for (const list of listsOf(step)) {
    direct.run('INSERT INTO "TallyPosting" ("list", "at", "step") VALUES (?, ?, ?)', [listId(direct, known, of.deskId, list), at, id]);
  }
}

const NEW_STEP = `
  INSERT INTO "TallyStep" ("claimId", "kind", "version", "personId", "at", "waited", "reasonId") VALUES (?, ?, ?, ?, ?, ?, ?) RETURNING "id"`;

function remove(direct: Direct, known: Map<string, number>, deskId: string, step: StoredStep): void {
  for (const list of listsOf(step)) {
    const place = [listId(direct, known, deskId, list), step.at, step.id];
    direct.run('DELETE FROM "TallyPosting" WHERE "list" = ? AND "at" = ? AND "step" = ?', place);
  }
  direct.run('DELETE FROM "TallyStep" WHERE "id" = ?', [step.id]);
}

function listId(direct: Direct, known: Map<string, number>, deskId: string, { kind, ref }: TallyListRef): number {
  const name = `${deskId} ${kind} ${ref}`;
  const found = known.get(name);
  if (found !== undefined) return found;
  const values = [deskId, kind, ref];
  const [row] = direct.rows<{ id: number }>('SELECT "id" FROM "TallyList" WHERE "deskId" = ? AND "kind" = ? AND "ref" = ?', values);
  const [made] =
    row === undefined
      ? direct.rows<{ id: number }>('INSERT INTO "TallyList" ("deskId", "kind", "ref") VALUES (?, ?, ?) RETURNING "id"', values)
      : [row];
  const { id } = required(made, 'a list that was made has an id');
  known.set(name, id);
  return id;
}

/** Works off what is marked, in steps between which others may write. */
export async function bringTallyUpToDate(db: Database): Promise<void> {
  // The step itself is what the gate does at the end of any write.
  while ((await db.rows('SELECT 1 FROM "TallyMark" LIMIT 1', [])).length > 0) await db.transact(async () => undefined);
}

/** Rows taken out in one write while all is made anew. */
const ROWS_AT_ONCE = 50_000;

/** Makes all of it anew from the claims, in steps between which others write; until it is done the counts are short. Returns how many steps are counted. */
export async function renewTally(db: Database): Promise<number> {
  for (const [table, key] of [
    ['TallyPosting', '"list", "at", "step"'],
    ['TallyStep', '"id"'],
  ] as const) {
    while ((await db.rows(`SELECT 1 FROM "${table}" LIMIT 1 OFFSET ?`, [ROWS_AT_ONCE])).length > 0) {
      await db.transact(async (_tx, direct) => {
        direct.run(`DELETE FROM "${table}" WHERE (${key}) IN (SELECT ${key} FROM "${table}" LIMIT ?)`, [ROWS_AT_ONCE]);
      });
    }
  }
  await db.transact(async (_tx, direct) => {
    for (const table of ['TallyPosting', 'TallyDay', 'TallyStep', 'TallyList', 'TallyMark']) direct.run(`DELETE FROM "${table}"`, []);
    direct.run('INSERT INTO "TallyMark" ("claimId") SELECT "id" FROM "Claim" WHERE "deletedAt" IS NULL', []);
  });
  await bringTallyUpToDate(db);
  const [row] = await db.rows<{ steps: number }>('SELECT COUNT(*) AS "steps" FROM "TallyStep"', []);
  return row?.steps ?? 0;
}
