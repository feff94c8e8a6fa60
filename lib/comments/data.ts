import 'server-only';
import { listColleagues } from '@/lib/assignments/data';
import { type Sight, seenSql, seenWhere, sees } from '@/lib/assignments/sight';
import { findSeq } from '@/lib/claims/changes/data';
import type { ClaimResource } from '@/lib/claims/claim';
import { findClaimResource } from '@/lib/claims/data';
import type { Database } from '@/lib/db/database';
import { findPeople, nameOf, type People } from '@/lib/people/data';
import type { Body } from './body';
import type { Comment, Discussion, Thread } from './comment';

type Row = {
  readonly id: string;
  readonly threadId: string;
  readonly body: string;
  readonly version: number;
  readonly createdById: string;
  readonly createdAt: Date;
  readonly deletedAt: Date | null;
  readonly resolvedAt: Date | null;
  readonly resolvedById: string | null;
  readonly versions: readonly { readonly body: string; readonly at: Date }[];
};

const select = {
  id: true,
  threadId: true,
  body: true,
  version: true,
  createdById: true,
  createdAt: true,
  deletedAt: true,
  resolvedAt: true,
  resolvedById: true,
  versions: { orderBy: { version: 'asc' }, select: { body: true, at: true } },
} as const;

/**
 * What is said about a desk's claim, as far as the person sees it; null where they see no such claim. While the article is checked
 * blind that leaves out what others say, and with the first of a thread the thread.
 */
export async function findDiscussion(
  db: Database,
  { deskId, claimId, sight }: { readonly deskId: string; readonly claimId: string; readonly sight: Sight },
): Promise<Discussion | null> {
  // Before it is read: what is said meanwhile is told once more.
  const seq = await findSeq(db);
  const claim = await db.read.claim.findFirst({
    // What was said about a claim stays to be read when a consensus stands for it.
    where: { id: claimId, deskId, OR: [{ deletedAt: null }, { supersededById: { not: null } }], ...seenWhere(sight) },
    select: { articleId: true, comments: { orderBy: [{ createdAt: 'asc' }, { id: 'asc' }], select } },
  });
  if (claim === null) return null;
  const rows: readonly Row[] = claim.comments.filter(({ createdById }) =>
    sees(sight, { articleId: claim.articleId, makerId: createdById }),
  );
  const people = await findPeople(
    db.read,
    rows.flatMap(({ createdById, resolvedById }) => (resolvedById === null ? [createdById] : [createdById, resolvedById])),
  );
  const colleagues = await listColleagues(db.read, { deskId });
  return {
    seq,
    threads: rows.filter(({ id, threadId }) => id === threadId).map((first) => toThread(first, rows, people)),
    people: colleagues.filter(({ left }) => !left).map(({ id, name }) => ({ id, name })),
  };
}

/**
 * The claims of an article about which something was said, changed or settled after `since`, up to `until`, as far as the person
 * sees them and who said it.
 */
export async function listTalked(
  db: Pick<Database, 'rows'>,
  { deskId, articleId, sight }: { readonly deskId: string; readonly articleId: string; readonly sight: Sight },
  { since, until }: { readonly since: number; readonly until: number },
): Promise<readonly string[]> {
  const seen = seenSql(sight);
  const sql = `
    SELECT DISTINCT c."id", m."createdById" AS "authorId" FROM "AuditEvent" e JOIN "Comment" m ON m."id" = e."subjectId"
    JOIN "Claim" c ON c."id" = m."claimId"
    WHERE e.rowid > ? AND e.rowid <= ? AND e."type" LIKE 'comment.%' AND c."articleId" = ? AND c."deskId" = ?${seen.sql}`;
  const rows = await db.rows<{ id: string; authorId: string }>(sql, [since, until, articleId, deskId, ...seen.values]);
  return [...new Set(rows.filter(({ authorId }) => sees(sight, { articleId, makerId: authorId })).map(({ id }) => id))];
}

function toThread(first: Row, rows: readonly Row[], people: People): Thread {
  return {
    first: toComment(first, people),
    replies: rows.filter(({ id, threadId }) => threadId === first.id && id !== first.id).map((row) => toComment(row, people)),
    resolved:
      first.resolvedAt === null || first.resolvedById === null
        ? null
        : { by: nameOf(people, first.resolvedById), at: first.resolvedAt.toISOString() },
  };
}

function toComment({ id, version, createdById, createdAt, deletedAt, body, versions }: Row, people: People): Comment {
  return {
    id,
    version,
    by: nameOf(people, createdById),
    at: createdAt.toISOString(),
    body: deletedAt === null ? (JSON.parse(body) as Body) : null,
    earlier: deletedAt === null ? versions.map((each) => ({ body: JSON.parse(each.body) as Body, at: each.at.toISOString() })) : [],
  };
}

/** What the permission table asks about a comment, deleted or not; null when the desk has none. */
export async function findCommentResource(
  db: Database,
  { deskId, commentId }: { readonly deskId: string; readonly commentId: string },
): Promise<(ClaimResource & { readonly authorId: string }) | null> {
  const row = await db.read.comment.findFirst({ where: { id: commentId, deskId }, select: { claimId: true, createdById: true } });
  if (row === null) return null;
  const claim = await findClaimResource(db, { deskId, claimId: row.claimId });
  return claim === null ? null : { ...claim, authorId: row.createdById };
}
