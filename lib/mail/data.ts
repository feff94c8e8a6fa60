import 'server-only';
import { findSight } from '@/lib/assignments/data';
import { findReading, listNotices } from '@/lib/comments/notices/data';
import type { Notice } from '@/lib/comments/notices/notice';
import type { Database } from '@/lib/db/database';
import { findMailChoice } from '@/lib/people/mail-choice/data';
import type { Role } from '@/lib/permissions/roles';
import { toViewer } from '@/lib/permissions/viewer';
import type { Letter } from './mail';

/** A mail that is due, and the notices it was made for. */
export type DueMail = {
  readonly id: string;
  readonly userId: string;
  readonly deskId: string;
  readonly attempts: number;
  readonly createdAt: Date;
  readonly notices: readonly { readonly ref: string; readonly at: Date }[];
};

/** Mails that wait and whose time has come, the oldest first. */
export function listDueMails({ read }: Pick<Database, 'read'>, now: Date, limit: number): Promise<readonly DueMail[]> {
  return read.mail.findMany({
    where: { state: 'waiting', nextAt: { lte: now } },
    orderBy: [{ nextAt: 'asc' }, { id: 'asc' }],
    take: limit,
    select: { id: true, userId: true, deskId: true, attempts: true, createdAt: true, notices: { select: { ref: true, at: true } } },
  });
}

/**
 * What a mail has to tell just now: those of its notices that the desk still has for the person, that they may see, want by mail and
 * have not read. Null where nothing is left, also because they have left the desk.
 */
export async function findLetter(
  db: Database,
  { userId, deskId, notices }: DueMail,
  now: Date,
): Promise<{ readonly to: Letter['to']; readonly notices: readonly Notice[] } | null> {
  const member = await db.read.membership.findUnique({
    where: { deskId_userId: { deskId, userId } },
    select: { role: true, user: { select: { name: true, email: true, disabledAt: true } } },
  });
  if (member === null || member.user.disabledAt !== null) return null;
  const { choice } = await findMailChoice(db.read, userId);
  if (choice === 'none') return null;
  const { name, email } = member.user;
  const sight = await findSight(db, { deskId, ...toViewer({ userId, name, deskId, role: member.role as Role }) });
  const { readUntil } = await findReading(db.read, { deskId, userId });
  const fresh = new Set(notices.filter(({ at }) => at > readUntil).map(({ ref }) => ref));
  const told = (await listNotices(db, { deskId, userId, sight, now })).filter(
    ({ id, kind }) => fresh.has(id) && (choice === 'all' || kind === 'mention'),
  );
  return told.length === 0 ? null : { to: { name, address: email }, notices: told };
}

/** Whether mail is set up: kept by the server that sends it. */
export async function isMailOn({ read }: Pick<Database, 'read'>): Promise<boolean> {
  return (await read.mailSwitch.count()) > 0;
}

/** A mail that could not be delivered. */
export type DeadLetter = { readonly id: string; readonly name: string; readonly at: Date; readonly why: string };

/** How many mails of a desk wait, and the last of those that could not be delivered. */
export async function readOutbox(
  { read }: Pick<Database, 'read'>,
  { deskId }: { readonly deskId: string },
): Promise<{ readonly waiting: number; readonly failed: readonly DeadLetter[] }> {
  const [waiting, failed] = await Promise.all([
    read.mail.count({ where: { deskId, state: 'waiting' } }),
    read.mail.findMany({
      where: { deskId, state: 'failed' },
      orderBy: { createdAt: 'desc' },
      take: FAILED_SHOWN,
      select: { id: true, userId: true, createdAt: true, error: true },
    }),
  ]);
  const people = await read.user.findMany({ where: { id: { in: failed.map(({ userId }) => userId) } }, select: { id: true, name: true } });
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return {
    waiting,
    failed: failed.map(({ id, userId, createdAt, error }) => ({ id, name: names.get(userId) ?? userId, at: createdAt, why: error })),
  };
}

const FAILED_SHOWN = 20;
