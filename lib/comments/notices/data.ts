import { DAY } from '@/lib/kernel/clock';
import 'server-only';
import { type Sight, seenSql, sees } from '@/lib/assignments/sight';
import type { Database, Reader } from '@/lib/db/database';
import type { Tx } from '@/lib/db/write-gate';
import { findPeople, nameOf } from '@/lib/people/data';
import { cutAt } from '@/lib/text/shorten';
import { type Body, plainText } from '../body';
import { NOTICE_DAYS, NOTICES_MAX, type Notice, type NoticeKind } from './notice';

const WORDS_MAX = 160;

type Row = {
  readonly kind: NoticeKind;
  readonly id: string;
  readonly at: string;
  readonly byId: string;
  readonly articleId: string;
  readonly title: string;
  readonly claimId: string | null;
  readonly number: number | null;
  readonly words: string;
};

/** What the desk has for a person, the newest first: at most 30, of the last 30 days, as far as they see what it is about. */
export async function listNotices(
  db: Database,
  { deskId, userId, sight, now }: { readonly deskId: string; readonly userId: string; readonly sight: Sight; readonly now: Date },
): Promise<readonly Notice[]> {
  const since = new Date(now.getTime() - NOTICE_DAYS * DAY);
  const seen = seenSql(sight);
  const values = [
    ...[userId, deskId, userId, since, ...seen.values],
    ...[deskId, userId, since, userId, userId, ...seen.values],
    ...[deskId, userId, since, userId, userId, userId, ...seen.values],
    ...[deskId, userId, deskId, userId, userId, since, userId, userId, ...seen.values],
    ...[deskId, userId, userId, since],
    NOTICES_MAX * 2,
  ];
  const [rows, reading] = await Promise.all([db.rows<Row>(noticesSql(seen.sql), values), findReading(db.read, { deskId, userId })]);
  // A comment is seen with its claim and with the one who wrote it.
  const isSeen = ({ kind, articleId, byId }: Row) =>
    kind === 'return' || kind === 'assignment' || sees(sight, { articleId, makerId: byId });
  const shown = rows.filter(isSeen).slice(0, NOTICES_MAX);
  const people = await findPeople(
    db.read,
    shown.map(({ byId }) => byId),
  );
  return shown.map(({ kind, id, at, byId, articleId, title, claimId, number, words }) => ({
    kind,
    id,
    at: new Date(at),
    by: nameOf(people, byId),
    article: { id: articleId, title },
    claim: claimId === null || number === null ? null : { id: claimId, number },
    words: cutAt(kind === 'return' || kind === 'assignment' ? words : plainText(JSON.parse(words) as Body), WORDS_MAX),
    unread: new Date(at) > reading.readUntil,
  }));
}

/** How far a person has read; 1970 where they never did. Works inside and outside a write. */
export async function findReading(
  client: Pick<Tx, 'noticeReading'> | Reader,
  { deskId, userId }: { readonly deskId: string; readonly userId: string },
): Promise<{ readonly readUntil: Date; readonly version: number }> {
  const row = await client.noticeReading.findUnique({
    where: { deskId_userId: { deskId, userId } },
    select: { readUntil: true, version: true },
  });
  return row ?? { readUntil: new Date(0), version: 0 };
}

const ABOUT = `a."id" AS "articleId", a."title", c."id" AS "claimId", c."number"`;
const OF_CLAIM = `JOIN "Claim" c ON c."id" = m."claimId" AND (c."deletedAt" IS NULL OR c."supersededById" IS NOT NULL) JOIN "Article" a ON a."id" = c."articleId"`;
const CALLED = `EXISTS (SELECT 1 FROM "CommentMention" x WHERE x."commentId" = m."id" AND x."personId" = ?)`;
const ANSWERED = `EXISTS (SELECT 1 FROM "Comment" y WHERE y."threadId" = m."threadId" AND y."createdById" = ? AND y."createdAt" < m."createdAt")`;

/** Each happening once, as the first of these that it is: a call, an answer, a comment on one's claim. */
const noticesSql = (seen: string) => `
  SELECT 'mention' AS "kind", m."id", m."createdAt" AS "at", m."createdById" AS "byId", ${ABOUT}, m."body" AS "words"
    FROM "CommentMention" x JOIN "Comment" m ON m."id" = x."commentId" ${OF_CLAIM}
    WHERE x."personId" = ? AND m."deskId" = ? AND m."createdById" <> ? AND m."deletedAt" IS NULL AND m."createdAt" > ?${seen}
  UNION ALL
  SELECT 'reply', m."id", m."createdAt", m."createdById", ${ABOUT}, m."body" FROM "Comment" m ${OF_CLAIM}
    WHERE m."deskId" = ? AND m."createdById" <> ? AND m."deletedAt" IS NULL AND m."createdAt" > ? AND ${ANSWERED} AND NOT ${CALLED}${seen}
  UNION ALL
  SELECT 'comment', m."id", m."createdAt", m."createdById", ${ABOUT}, m."body" FROM "Comment" m ${OF_CLAIM}
    WHERE m."deskId" = ? AND m."createdById" <> ? AND m."deletedAt" IS NULL AND m."createdAt" > ? AND c."createdById" = ?
      AND NOT ${ANSWERED} AND NOT ${CALLED}${seen}
  UNION ALL
  SELECT 'return', t."id", t."at", t."actorId", ${ABOUT}, t."reason" FROM "Claim" c JOIN "Transition" t ON t."claimId" = c."id"
    JOIN "Article" a ON a."id" = c."articleId"
    WHERE c."deskId" = ? AND c."createdById" IN (SELECT ? UNION SELECT "personId" FROM "CheckPart" WHERE "deskId" = ? AND "heirId" = ?)
      AND c."state" = 'returned' AND c."deletedAt" IS NULL AND t."event" = 'return' AND t."actorId" <> ? AND t."at" > ?
      AND (c."createdById" = ? OR EXISTS (
        SELECT 1 FROM "CheckPart" p WHERE p."articleId" = c."articleId" AND p."personId" = c."createdById" AND p."heirId" = ?))${seen}
  UNION ALL
  SELECT 'assignment', p."articleId" || ' ' || p."since", p."since", p."givenById", a."id", a."title", NULL, NULL, '' FROM "CheckPart" p
    JOIN "Article" a ON a."id" = p."articleId"
    WHERE p."deskId" = ? AND p."personId" = ? AND p."givenById" <> ? AND p."since" > ? AND p."endedAt" IS NULL
  ORDER BY "at" DESC LIMIT ?`;
