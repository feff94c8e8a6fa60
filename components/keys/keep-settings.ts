import { changeKeySettings, keepKeySettings, keySettings, showKeySettings } from '@/components/ui/key-settings';
import { newId } from '@/lib/kernel/ids';
import { savePreferences } from '@/lib/people/actions';
import type { Preferences } from '@/lib/people/preferences';
import { keptKeyOf } from './kept-key';
import { parseSettings, readKept, takeOldSwitch, writeKept } from './kept-settings';
import { createSettingsRunner } from './settings-runner';
import { tellStanding } from './standing';

/** Keeps what a person chooses from here on, in this browser and with their account; `begun` is what the page came with. Returns how to stop. */
export function keepSettings(userId: string, begun: Preferences): () => void {
  const kept = readKept(userId);
  const runner = createSettingsRunner(
    { base: kept?.mine == null ? begun : kept.base, mine: kept?.mine ?? null },
    {
      newKey: newId,
      send: (sent) => savePreferences({ ...sent, keys: toSent(sent.keys), actorId: userId }),
      keep: (value) => writeKept(userId, value),
      show: showKeySettings,
      tell: tellStanding,
    },
  );
  const stop = keepKeySettings(runner.change);
  // Chosen before this was there to keep it.
  const chosen = keySettings();
  if (chosen !== begun && kept?.mine == null) changeKeySettings(chosen);
  const on = new AbortController();
  const { signal } = on;
  window.addEventListener('online', runner.retry, { signal });
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && runner.retry(), { signal });
  window.addEventListener(
    'storage',
    ({ key, newValue }) => {
      const other = key === keptKeyOf(userId) ? parseSettings(newValue) : null;
      if (other !== null) runner.adopt(other);
    },
    { signal },
  );
  if (kept?.mine != null) showKeySettings(kept.mine);
  runner.retry();
  if (begun.version === 0 && takeOldSwitch()) {
    showKeySettings({ ...keySettings(), singleKeys: false });
    runner.change(keySettings());
  }
  return () => {
    on.abort();
    stop();
  };
}

/** Lists that are frozen here and not on the way. */
function toSent(keys: Readonly<Record<string, readonly string[]>>): Record<string, string[]> {
  return Object.fromEntries(Object.entries(keys).map(([command, presses]) => [command, [...presses]]));
}
