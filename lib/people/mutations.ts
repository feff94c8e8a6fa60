import 'server-only';
import { type ActorScope, refuse, write } from '@/lib/db/write';
import { appError } from '@/lib/kernel/app-error';
import type { Result } from '@/lib/kernel/result';
import { changedCommands } from '@/lib/keys/remap';
import { PREFERENCES_SELECT, toPreferences } from './data';
import type { PreferencesAuditEvent } from './events';
import { NO_PREFERENCES, type Preferences } from './preferences';
import type { SavePreferencesInput } from './schema';

/** Writes the whole of a person's own preferences. A newer version is refused with what it holds, so that both can be joined. */
export async function savePreferences(
  scope: ActorScope<{ readonly deskId: string }>,
  { version, singleKeys, keys }: SavePreferencesInput,
): Promise<Result<Preferences>> {
  const { userId, deskId } = scope.actor;
  return write(scope, async (tx, now) => {
    const refusal = scope.permit({ deskId });
    if (refusal !== null) refuse(refusal);
    const row = await tx.preferences.findUnique({ where: { userId }, select: PREFERENCES_SELECT });
    const before = row === null ? NO_PREFERENCES : toPreferences(row);
    if (before.version !== version) refuse(appError('STALE', 'Your keys were changed in another browser meanwhile.', { current: before }));
    const after: Preferences = { singleKeys, keys, version: version + 1 };
    const data = { singleKeys, keys: JSON.stringify(keys), version: after.version, updatedAt: now };
    await tx.preferences.upsert({ where: { userId }, create: { userId, ...data }, update: data, select: { userId: true } });
    const event: PreferencesAuditEvent = {
      type: 'preferences.saved',
      subjectId: userId,
      data: { singleKeys, commands: changedCommands(before, after), version: after.version },
    };
    return { value: after, events: [event] };
  });
}
