import 'server-only';
import type { Database, Reader } from '@/lib/db/database';
import type { Direct, SqlValue } from '@/lib/db/direct';
import type { Prisma } from '@/lib/db/generated/client';
import type { Tx } from '@/lib/db/write-gate';
import type { Assignment, Colleague, Part, Plan, Priority } from './assignment';
import { type Checking, toChecking, UNGUARDED, type Viewer } from './checking';
import { type Sight, toSight } from './sight';
import type { Urgency } from './urgency';

const partSelect = { personId: true, since: true, leaseUntil: true, handedInAt: true, endedAt: true, heirId: true } as const;

const assignmentSelect = {
  articleId: true,
  checkers: true,
  reviewerId: true,
  priority: true,
  dueAt: true,
  endedAt: true,
  endedReason: true,
  version: true,
  parts: { orderBy: [{ since: 'asc' }, { personId: 'asc' }], select: partSelect },
} satisfies Prisma.AssignmentSelect;

type Row = Prisma.AssignmentGetPayload<{ select: typeof assignmentSelect }>;

function toAssignment(row: Row): Assignment {
  return { ...row, priority: row.priority as Priority };
}

/** The assignment of a desk's article, or null where it has none. Works inside and outside a write. */
export async function findAssignment(
  client: Pick<Tx, 'assignment'> | Reader,
  { deskId, articleId }: { readonly deskId: string; readonly articleId: string },
): Promise<Assignment | null> {
  const row = await client.assignment.findFirst({ where: { articleId, deskId }, select: assignmentSelect });
  return row === null ? null : toAssignment(row);
}

/** Every assignment of the desk. Two queries. */
export async function listAssignments(db: Database, { deskId }: { readonly deskId: string }): Promise<readonly Assignment[]> {
  return (await db.read.assignment.findMany({ where: { deskId }, select: assignmentSelect })).map(toAssignment);
}

type CheckingRow = Pick<Assignment, 'articleId' | 'checkers'> & {
  readonly endedAt: string | null;
  readonly personId: string | null;
  readonly handedInAt: string | null;
  readonly partEndedAt: string | null;
  readonly heirId: string | null;
};

const CHECKING = `
  SELECT a."articleId", a."checkers", a."endedAt", p."personId", p."handedInAt", p."endedAt" AS "partEndedAt", p."heirId"
  FROM "Assignment" a LEFT JOIN "CheckPart" p ON p."articleId" = a."articleId"`;

/** When, nobody here asks. */
const ONCE = new Date(0);
const timeOf = (text: string | null) => (text === null ? null : ONCE);

function gatherCheckings(rows: readonly CheckingRow[]): ReadonlyMap<string, Checking> {
  const found = new Map<string, { checkers: number; endedAt: Date | null; parts: Part[] }>();
  for (const row of rows) {
    const assignment = found.get(row.articleId) ?? { checkers: row.checkers, endedAt: timeOf(row.endedAt), parts: [] };
    found.set(row.articleId, assignment);
    const { personId, heirId } = row;
    if (personId === null) continue;
    const times = { since: ONCE, leaseUntil: null, handedInAt: timeOf(row.handedInAt), endedAt: timeOf(row.partEndedAt) };
    assignment.parts.push({ personId, heirId, ...times });
  }
  return new Map([...found].map(([articleId, assignment]) => [articleId, toChecking(assignment)]));
}

/** What the permission table asks about the checking of an article, inside a write. */
export function readChecking(direct: Direct, articleId: string): Checking {
  const rows = direct.rows<CheckingRow>(`${CHECKING} WHERE a."articleId" = ?`, [articleId]);
  return gatherCheckings(rows).get(articleId) ?? UNGUARDED;
}

/** The same on the reading connection, whichever desk the article is on: asked before every write and by many pages. */
export async function findChecking(db: Pick<Database, 'rows'>, articleId: string): Promise<Checking> {
  const rows = await db.rows<CheckingRow>(`${CHECKING} WHERE a."articleId" = ?`, [articleId]);
  return gatherCheckings(rows).get(articleId) ?? UNGUARDED;
}

/** What the permission table asks about the checking of an article, by Prisma, for a write that has nothing else. */
export async function findCheckingIn(client: Pick<Tx, 'assignment'>, articleId: string): Promise<Checking> {
  const row = await client.assignment.findUnique({
    where: { articleId },
    select: { checkers: true, endedAt: true, parts: { select: partSelect } },
  });
  return row === null ? UNGUARDED : toChecking(row);
}

/** How the desk's articles that are checked blind just now are checked, by their ids. Cost grows with those that ask for two checkers. */
export async function listBlind(
  db: Pick<Database, 'rows'> | Pick<Direct, 'rows'>,
  { deskId }: { readonly deskId: string },
): Promise<ReadonlyMap<string, Checking>> {
  const rows = await db.rows<CheckingRow>(`${CHECKING} WHERE a."deskId" = ? AND a."checkers" >= 2 AND a."endedAt" IS NULL`, [deskId]);
  return new Map([...gatherCheckings(rows)].filter(([, { blind }]) => blind));
}

/** What the viewer sees of the desk's work. */
export async function findSight(db: Pick<Database, 'rows'>, { deskId, ...viewer }: Viewer & { readonly deskId: string }): Promise<Sight> {
  return toSight(viewer, await listBlind(db, { deskId }));
}

/** Whose work was handed on to somebody, and on which articles. */
export async function listInherited(
  { read }: Pick<Database, 'read'>,
  { deskId, userId }: { readonly deskId: string; readonly userId: string },
): Promise<readonly { readonly articleId: string; readonly personId: string }[]> {
  return read.checkPart.findMany({ where: { deskId, heirId: userId }, select: { articleId: true, personId: true } });
}

/** Everybody of the desk, in the order of their names; those who left are among them. */
export async function listColleagues(
  client: Pick<Tx, 'membership'> | Reader,
  { deskId }: { readonly deskId: string },
): Promise<readonly Colleague[]> {
  const rows = await client.membership.findMany({
    where: { deskId },
    select: { role: true, user: { select: { id: true, name: true, disabledAt: true } } },
  });
  return rows
    .map(({ role, user: { id, name, disabledAt } }) => ({ id, name, edits: role !== 'checker', left: disabledAt !== null }))
    .sort((a, b) => a.name.localeCompare(b.name, 'en') || (a.id < b.id ? -1 : 1));
}

/** An article whose checking is not over, with what decides how urgent it is. */
export type Open = Assignment & Urgency & { readonly title: string };

type OpenRow = Omit<Plan, 'dueAt' | 'endedAt'> & {
  readonly articleId: string;
  readonly title: string;
  readonly createdAt: string;
  readonly dueAt: string | null;
  readonly personId: string | null;
  readonly since: string;
  readonly leaseUntil: string | null;
  readonly handedInAt: string | null;
  readonly partEndedAt: string | null;
  readonly heirId: string | null;
};

const OPEN = `
  SELECT a."articleId", t."title", t."createdAt", a."checkers", a."reviewerId", a."priority", a."dueAt", a."endedReason", a."version",
         p."personId", p."since", p."leaseUntil", p."handedInAt", p."endedAt" AS "partEndedAt", p."heirId"
  FROM "Assignment" a JOIN "Article" t ON t."id" = a."articleId" LEFT JOIN "CheckPart" p ON p."articleId" = a."articleId"
  WHERE a."deskId" = ? AND a."endedAt" IS NULL
    AND (SELECT COUNT(*) FROM "CheckPart" h WHERE h."articleId" = a."articleId" AND h."handedInAt" IS NOT NULL) < a."checkers"
  ORDER BY a."articleId", p."since", p."personId"`;

/** The desk's assignments that not all have handed in and nobody ended, with their articles. One plain SELECT: the taking of work waits for it. */
export async function listOpen(client: Pick<Database, 'rows'> | Direct, { deskId }: { readonly deskId: string }): Promise<readonly Open[]> {
  const found = new Map<string, Open & { parts: Part[] }>();
  for (const row of await client.rows<OpenRow>(OPEN, [deskId])) {
    const { articleId, title, checkers, reviewerId, priority, endedReason, version } = row;
    const open = found.get(articleId) ?? {
      ...{ articleId, title, checkers, reviewerId, priority, endedReason, version, endedAt: null, parts: [] },
      createdAt: new Date(row.createdAt),
      dueAt: toDate(row.dueAt),
    };
    found.set(articleId, open);
    if (row.personId === null) continue;
    const times = { since: new Date(row.since), leaseUntil: toDate(row.leaseUntil), handedInAt: toDate(row.handedInAt) };
    open.parts.push({ personId: row.personId, heirId: row.heirId, endedAt: toDate(row.partEndedAt), ...times });
  }
  return [...found.values()];
}

function toDate(text: string | null): Date | null {
  return text === null ? null : new Date(text);
}

/** An article that nobody was assigned to and nobody made a claim on. */
export type Untouched = { readonly articleId: string; readonly title: string; readonly createdAt: Date };

/** The oldest of the desk's untouched articles, at most `limit`. */
export async function listUntouched(
  client: Pick<Database, 'rows'> | Direct,
  { deskId }: { readonly deskId: string },
  limit: number,
): Promise<readonly Untouched[]> {
  const rows = await client.rows<Omit<Untouched, 'createdAt'> & { readonly createdAt: string }>(UNTOUCHED, [deskId, limit]);
  return rows.map(({ createdAt, ...row }) => ({ ...row, createdAt: new Date(createdAt) }));
}

const UNTOUCHED = `
  SELECT a."id" AS "articleId", a."title", a."createdAt" FROM "Article" a
  WHERE a."deskId" = ? AND NOT EXISTS (SELECT 1 FROM "Assignment" s WHERE s."articleId" = a."id")
    AND NOT EXISTS (SELECT 1 FROM "Claim" c WHERE c."articleId" = a."id" AND c."deletedAt" IS NULL)
  ORDER BY a."createdAt", a."id" LIMIT ?`;

/** Claims that somebody made on an article, or that were handed on to them there, and that are still to be submitted. */
export function countUnsubmitted(
  direct: Direct,
  { articleId, people }: { readonly articleId: string; readonly people: readonly string[] },
): number {
  const values: readonly SqlValue[] = [articleId, JSON.stringify(people)];
  const [row] = direct.rows<{ count: number }>(UNSUBMITTED, values);
  return row?.count ?? 0;
}

const UNSUBMITTED = `
  SELECT COUNT(*) AS "count" FROM "Claim" WHERE "articleId" = ? AND "createdById" IN (SELECT "value" FROM json_each(?))
    AND "deletedAt" IS NULL AND "state" IN ('draft', 'returned', 'reopened')`;

/** The articles of a desk on which somebody has something to go on with: a part that is open, claims that are not submitted, or what was handed on to them. */
export function listUnfinished(
  direct: Direct,
  { deskId, personId }: { readonly deskId: string; readonly personId: string },
): readonly string[] {
  const values = [deskId, personId, deskId, personId, deskId, personId];
  return direct.rows<{ articleId: string }>(UNFINISHED, values).map(({ articleId }) => articleId);
}

const UNFINISHED = `
  SELECT "articleId" FROM "CheckPart" WHERE "deskId" = ? AND "personId" = ? AND "handedInAt" IS NULL AND "endedAt" IS NULL
  UNION SELECT "articleId" FROM "CheckPart" WHERE "deskId" = ? AND "heirId" = ?
  UNION SELECT "articleId" FROM "Claim"
    WHERE "deskId" = ? AND "createdById" = ? AND "deletedAt" IS NULL AND "state" IN ('draft', 'returned', 'reopened')`;
