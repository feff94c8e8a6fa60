import 'server-only';
import type { Database } from '@/lib/db/database';
import type { Tx } from '@/lib/db/write-gate';
import { type ChosenMail, MAIL_CHOICES } from './mail-choice';

/** What a person chose; all where they never did. Works inside and outside a write. */
export async function findMailChoice(client: Pick<Tx, 'preferences'> | Database['read'], userId: string): Promise<ChosenMail> {
  const row = await client.preferences.findUnique({ where: { userId }, select: { mail: true, mailVersion: true } });
  return { choice: MAIL_CHOICES.find((choice) => choice === row?.mail) ?? 'all', version: row?.mailVersion ?? 0 };
}
