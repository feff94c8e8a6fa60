import 'server-only';
import type { Direct } from '@/lib/db/direct';
import { refuse } from '@/lib/db/write';
import type { Tx } from '@/lib/db/write-gate';
import { appError } from '@/lib/kernel/app-error';
import { required } from '@/lib/kernel/assert';
import type { Assignment, Colleague, Part } from '../assignment';
import { endOf, newBlock } from '../claim-number';
import { findAssignment } from '../data';
import { leaseFrom, placesLeft } from '../parts';

// Steps inside other writes: the saving of a claim, the giving out of work.

type Saver = { readonly deskId: string; readonly articleId: string; readonly userId: string; readonly now: Date };

/**
 * Puts off the lease under which somebody works on the article. One that lapsed is had again as long as nobody took the
 * place; otherwise nothing happens, and the save goes on all the same.
 */
export async function keepLease(tx: Tx, direct: Direct, { deskId, articleId, userId, now }: Saver): Promise<void> {
  const put = direct.rows(`${PUT_OFF} AND "leaseUntil" > ? RETURNING 1`, [leaseFrom(now), articleId, userId, now]);
  if (put.length > 0) return;
  const [lapsed] = direct.rows(LAPSED, [articleId, userId, now]);
  if (lapsed === undefined) return;
  const assignment = required(await findAssignment(tx, { deskId, articleId }), 'a part belongs to an assignment');
  if (placesLeft(assignment, now) > 0) direct.rows(`${PUT_OFF} RETURNING 1`, [leaseFrom(now), articleId, userId]);
}

const PUT_OFF = `
  UPDATE "CheckPart" SET "leaseUntil" = ?
  WHERE "articleId" = ? AND "personId" = ? AND "leaseUntil" IS NOT NULL AND "handedInAt" IS NULL AND "endedAt" IS NULL`;

const LAPSED = `
  SELECT 1 FROM "CheckPart"
  WHERE "articleId" = ? AND "personId" = ? AND "leaseUntil" <= ? AND "handedInAt" IS NULL AND "endedAt" IS NULL`;

/** The number of a new claim: while the article is checked blind the next of its maker's own block, else one more than the highest. */
export function takeNumber(
  direct: Direct,
  { articleId, userId, blind }: Pick<Saver, 'articleId' | 'userId'> & { readonly blind: boolean },
): number {
  const first = blind ? firstNumberOf(direct, articleId, userId) : null;
  if (first === null) return (lastNumber(direct, articleId) ?? 0) + 1;
  const [own] = direct.rows<{ last: number | null }>(`${LAST} AND "number" BETWEEN ? AND ?`, [articleId, first, endOf(first)]);
  const next = own?.last == null ? first : own.last + 1;
  if (next <= endOf(first)) return next;
  const block = newBlock(blocksOf(direct, articleId), lastNumber(direct, articleId) ?? 0);
  direct.rows(SET_BLOCK, [block, articleId, userId]);
  return block;
}

/** Gives a block of numbers to each part of the article that has none. */
export function giveNumbers(direct: Direct, articleId: string): void {
  const without = direct.rows<{ personId: string }>(WITHOUT_BLOCK, [articleId]);
  for (const { personId } of without) {
    direct.rows(SET_BLOCK, [newBlock(blocksOf(direct, articleId), lastNumber(direct, articleId) ?? 0), articleId, personId]);
  }
}

function lastNumber(direct: Direct, articleId: string): number | null {
  return direct.rows<{ last: number | null }>(LAST, [articleId])[0]?.last ?? null;
}

function firstNumberOf(direct: Direct, articleId: string, personId: string): number | null {
  const sql = 'SELECT "firstNumber" FROM "CheckPart" WHERE "articleId" = ? AND "personId" = ?';
  return direct.rows<{ firstNumber: number | null }>(sql, [articleId, personId])[0]?.firstNumber ?? null;
}

function blocksOf(direct: Direct, articleId: string): readonly number[] {
  const sql = 'SELECT "firstNumber" FROM "CheckPart" WHERE "articleId" = ? AND "firstNumber" IS NOT NULL';
  return direct.rows<{ firstNumber: number }>(sql, [articleId]).map(({ firstNumber }) => firstNumber);
}

const LAST = 'SELECT MAX("number") AS "last" FROM "Claim" WHERE "articleId" = ?';
const WITHOUT_BLOCK = 'SELECT "personId" FROM "CheckPart" WHERE "articleId" = ? AND "firstNumber" IS NULL ORDER BY "since", "personId"';
const SET_BLOCK = 'UPDATE "CheckPart" SET "firstNumber" = ? WHERE "articleId" = ? AND "personId" = ? RETURNING 1';

/** The colleague with this id. Refuses with NOT_FOUND, or where they left and may not have. */
export function requireColleague(colleagues: readonly Colleague[], id: string, mayHaveLeft: boolean): Colleague {
  const found = colleagues.find((colleague) => colleague.id === id);
  if (found === undefined) return refuse(appError('NOT_FOUND', 'This person is not on your desk.'));
  return found.left && !mayHaveLeft ? refuse(appError('INVALID', `${found.name} has left. Choose somebody else.`)) : found;
}

type PlanColumns = Pick<Assignment, 'checkers' | 'reviewerId' | 'priority' | 'dueAt' | 'version'> & { readonly updatedAt: Date };

/** Writes the plan of an article that may have none yet. */
export async function writePlan(
  tx: Tx,
  { articleId, deskId }: { readonly articleId: string; readonly deskId: string },
  plan: PlanColumns,
): Promise<void> {
  const create = { articleId, deskId, ...plan, endedAt: null, endedReason: '', createdAt: plan.updatedAt };
  await tx.assignment.upsert({ where: { articleId }, create, update: plan, select: { articleId: true } });
}

type PartKey = { readonly articleId: string; readonly personId: string };

export async function writePart(tx: Tx, key: PartKey, part: Partial<Omit<Part, 'personId'>>): Promise<void> {
  await tx.checkPart.update({ where: { articleId_personId: key }, data: part, select: { articleId: true } });
}

/** Makes a part somebody's from now on, for the first time or again. */
export async function givePart(
  tx: Tx,
  part: PartKey & { readonly deskId: string; readonly givenById: string; readonly leaseUntil: Date | null; readonly now: Date },
): Promise<void> {
  const { articleId, personId, deskId, givenById, leaseUntil, now } = part;
  const given = { givenById, leaseUntil, since: now, endedAt: null };
  await tx.checkPart.upsert({
    where: { articleId_personId: { articleId, personId } },
    create: { articleId, personId, deskId, ...given, handedInAt: null, heirId: null, firstNumber: null },
    update: given,
    select: { articleId: true },
  });
}
