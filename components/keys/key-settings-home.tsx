'use client';

import { type ReactNode, useEffect, useState } from 'react';
import { KeySettingsProvider, keepKeySettings, keySettings, showKeySettings } from '@/components/ui/key-settings';
import { newId } from '@/lib/kernel/ids';
import { savePreferences } from '@/lib/people/actions';
import type { Preferences } from '@/lib/people/preferences';
import { keptKeyOf, parseKept, readKept, takeOldSwitch, writeKept } from './kept-settings';
import { createSettingsRunner } from './settings-runner';
import { tellStanding } from './standing';

type HomeProps = { userId: string; preferences: Preferences; children: ReactNode };

/** The person's keys, for every page inside: loaded with it, so that the first press is right, and kept with the account. */
export function KeySettingsHome({ userId, preferences, children }: HomeProps) {
  const [begun] = useState(preferences);
  useEffect(() => {
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
    const on = new AbortController();
    const { signal } = on;
    window.addEventListener('online', runner.retry, { signal });
    document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && runner.retry(), { signal });
    window.addEventListener(
      'storage',
      ({ key, newValue }) => {
        const other = key === keptKeyOf(userId) ? parseKept(newValue) : null;
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
  }, [userId, begun]);
  return <KeySettingsProvider settings={begun}>{children}</KeySettingsProvider>;
}

/** Lists that are frozen here and not on the way. */
function toSent(keys: Readonly<Record<string, readonly string[]>>): Record<string, string[]> {
  return Object.fromEntries(Object.entries(keys).map(([command, presses]) => [command, [...presses]]));
}
