import 'server-only';
import type { AuditEvent } from '@/lib/audit/audit-event';
import { type ActorScope, refuse, write } from '@/lib/db/write';
import { appError } from '@/lib/kernel/app-error';
import type { Result } from '@/lib/kernel/result';
import { NO_PREFERENCES } from '../preferences';
import { findMailChoice } from './data';
import type { ChosenMail, MailChoice } from './mail-choice';
import type { SaveMailChoiceInput } from './schema';

type MailChoiceAuditEvent = AuditEvent<
  'preferences.mail_chosen',
  { readonly before: MailChoice; readonly after: MailChoice; readonly version: number }
>;

/** Says what comes by mail. A choice made elsewhere meanwhile is refused with what it is. */
export async function saveMailChoice(
  scope: ActorScope<{ readonly deskId: string }>,
  { version, choice }: SaveMailChoiceInput,
): Promise<Result<ChosenMail & { readonly id: string }>> {
  const { userId, deskId } = scope.actor;
  return write(scope, async (tx, now) => {
    const refusal = scope.permit({ deskId });
    if (refusal !== null) return refuse(refusal);
    const before = await findMailChoice(tx, userId);
    if (before.version !== version)
      return refuse(appError('STALE', 'You chose otherwise in another window meanwhile.', { current: before }));
    const chosen = { mail: choice, mailVersion: version + 1 };
    const { singleKeys, keys, version: none } = NO_PREFERENCES;
    const first = { userId, singleKeys, keys: JSON.stringify(keys), version: none, updatedAt: now };
    await tx.preferences.upsert({ where: { userId }, create: { ...first, ...chosen }, update: chosen, select: { userId: true } });
    const event: MailChoiceAuditEvent = {
      type: 'preferences.mail_chosen',
      subjectId: userId,
      data: { before: before.choice, after: choice, version: version + 1 },
    };
    return { value: { id: userId, choice, version: version + 1 }, events: [event] };
  });
}
