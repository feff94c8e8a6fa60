import 'server-only';
import { NOTICE_DAYS } from '@/lib/comments/notices/notice';
import type { Database } from '@/lib/db/database';
import { type Clock, DAY, systemClock } from '@/lib/kernel/clock';
import { newId } from '@/lib/kernel/ids';
import { compose } from './compose';
import { type DueMail, findLetter, listDueMails } from './data';
import { AT_ONCE, delayAfter, GATHER_MS, GIVE_UP_MS, type Handed, type MailState, type Post } from './mail';

// None of this is anybody's act: it follows from acts that have their events. So it writes through the gate, and no trail.

/**
 * Says whether mail is set up, before the first write. From then on triggers note what is to go out; where it is not set up any more, what
 * waited is let go, and nothing piles up.
 */
export async function switchMail(db: Database, on: boolean, clock: Clock = systemClock): Promise<void> {
  const { length } = await db.rows('SELECT 1 FROM "MailSwitch"', []);
  if (on === length > 0) return;
  await db.transact(async (tx) => {
    if (on) await tx.mailSwitch.create({ data: { id: 1, since: clock() } });
    else {
      await tx.mailSwitch.deleteMany({});
      await tx.mailNotice.deleteMany({ where: { mail: { is: null } } });
      await tx.mail.updateMany({ where: { state: 'waiting' }, data: { state: 'dropped' } });
    }
  });
}

type Sending = {
  readonly post: Post;
  /** The address people use; null: unknown. */
  readonly home: string | null;
  /** What stands behind the @ of a Message-ID. */
  readonly host: string;
  readonly clock?: Clock;
  /** Told of each dead letter. */
  readonly onFailed?: (mail: { readonly id: string; readonly userId: string; readonly why: string }) => void;
};

/**
 * Sends what is due, 20 mails at most, one after another. How many were taken. A letter that is refused is a dead one; where no server
 * is to be reached the rest waits for the next time.
 */
export async function sendDue(db: Database, sending: Sending): Promise<number> {
  const { clock = systemClock, onFailed = () => {} } = sending;
  await gather(db, clock());
  let taken = 0;
  for (const mail of await listDueMails(db, clock(), AT_ONCE)) {
    const handed = await handOver(db, sending, mail, clock());
    if (handed === null) await settle(db, mail.id, { state: 'dropped', error: '' });
    else if (handed.kind === 'taken') {
      taken += 1;
      await settle(db, mail.id, { state: 'sent', error: '' });
    } else {
      const state = stateAfter(mail, handed, clock());
      const attempts = mail.attempts + 1;
      const nextAt = new Date(clock().getTime() + delayAfter(attempts));
      await settle(db, mail.id, { state, error: handed.why, attempts, nextAt });
      if (state === 'failed') onFailed({ id: mail.id, userId: mail.userId, why: handed.why });
      if (handed.kind === 'unreachable') break;
    }
  }
  return taken;
}

/** Null where nothing is left to tell. */
async function handOver(db: Database, { post, home, host }: Sending, mail: DueMail, now: Date): Promise<Handed | null> {
  const letter = await findLetter(db, mail, now).catch((error: unknown) => new Error('It could not be read.', { cause: error }));
  // One mail that cannot be read keeps no other waiting.
  if (letter instanceof Error) return { kind: 'later', why: `${letter.message} ${String(letter.cause)}`.slice(0, 500) };
  return letter === null ? null : post({ id: `${mail.id}@${host}`, to: letter.to, ...compose(letter.notices, home) });
}

function stateAfter({ createdAt }: DueMail, { kind }: Handed, now: Date): MailState {
  return kind === 'refused' || now.getTime() - createdAt.getTime() > GIVE_UP_MS ? 'failed' : 'waiting';
}

/** Puts into one mail each person's notices whose first has waited long enough, and forgets those that cannot come up again. */
async function gather(db: Database, now: Date): Promise<void> {
  const values = [new Date(now.getTime() - GATHER_MS)];
  const waiting = await db.rows<{ userId: string; deskId: string }>(RIPE, values);
  const old = new Date(now.getTime() - NOTICE_DAYS * DAY);
  const past = await db.rows('SELECT 1 FROM "MailNotice" WHERE "at" < ? LIMIT 1', [old]);
  if (waiting.length === 0 && past.length === 0) return;
  await db.transact(async (tx) => {
    for (const { userId, deskId } of waiting) {
      const id = newId();
      const mail = { id, userId, deskId, state: 'waiting', attempts: 0, nextAt: now, error: '', createdAt: now };
      await tx.mail.create({ data: mail, select: { id: true } });
      await tx.mailNotice.updateMany({ where: { userId, deskId, mailId: null }, data: { mailId: id } });
    }
    await tx.mailNotice.deleteMany({ where: { at: { lt: old } } });
    await tx.mail.deleteMany({ where: { createdAt: { lt: old }, state: { not: 'waiting' } } });
  });
}

const RIPE = `
  SELECT "userId", "deskId" FROM "MailNotice" WHERE "mailId" IS NULL GROUP BY "userId", "deskId" HAVING MIN("at") <= ?
  ORDER BY MIN("at") LIMIT ${AT_ONCE}`;

async function settle(
  db: Database,
  id: string,
  data: { readonly state: MailState; readonly error: string; readonly attempts?: number; readonly nextAt?: Date },
): Promise<void> {
  await db.transact(async (tx) => {
    await tx.mail.update({ where: { id }, data, select: { id: true } });
  });
}

/** Between two looks at what is due, ms. */
const LOOK_EVERY = 15_000;
/** How long a mail in flight is waited for when the server stops, ms. */
const LAST_MOMENT = 5000;

/** Sends what is due now and then, one look at a time, until the returned function is called. Never throws: what failed is tried again. */
export function runMail(db: Database, sending: Sending, every: number = LOOK_EVERY): () => Promise<void> {
  let running: Promise<void> | null = null;
  const look = () => {
    running ??= sendDue(db, sending)
      .then(
        () => undefined,
        (error: unknown) => console.error('Mails could not be sent; it is tried again.', error),
      )
      .finally(() => {
        running = null;
      });
  };
  const timer = setInterval(look, every);
  timer.unref();
  return async () => {
    clearInterval(timer);
    // A server that answers nothing does not keep this one from stopping: the mail goes out the next time.
    await Promise.race([running, new Promise((resolve) => setTimeout(resolve, LAST_MOMENT).unref())]);
  };
}
