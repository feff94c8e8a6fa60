import 'server-only';
import { notFound } from 'next/navigation';
import { requireActor } from '@/lib/auth/auth';
import { getDatabase } from '@/lib/db/database';
import { findMailChoice } from '@/lib/people/mail-choice/data';
import { can } from '@/lib/permissions/permissions';
import { isMailOn, readOutbox } from './data';

/** What comes to the person by mail; for administrators also what could not be delivered. */
export async function loadMailPage() {
  const actor = await requireActor();
  const { deskId, userId } = actor;
  if (!can(actor, 'preferences.edit', { deskId })) return notFound();
  const db = getDatabase();
  const [on, chosen] = await Promise.all([isMailOn(db), findMailChoice(db.read, userId)]);
  return { actor, on, chosen, outbox: can(actor, 'mail.view', { deskId }) ? await readOutbox(db, { deskId }) : null };
}
