'use client';

import { type ReactNode, useEffect, useState } from 'react';
import { browserStorage } from '@/components/ui/browser-storage';
import { KeySettingsProvider } from '@/components/ui/key-settings';
import { whenAtRest } from '@/components/ui/when-at-rest';
import type { Preferences } from '@/lib/people/preferences';
import { keptKeyOf } from './kept-key';

type HomeProps = { userId: string; preferences: Preferences; children: ReactNode };

/** The person's keys, for every page inside: loaded with it, so that the first press is right, and kept with the account. */
export function KeySettingsHome({ userId, preferences, children }: HomeProps) {
  const [begun] = useState(preferences);
  useEffect(() => {
    let left = false;
    let stop = () => {};
    const begin = () =>
      import('./keep-settings').then(
        ({ keepSettings }) => {
          if (!left) stop = keepSettings(userId, begun);
        },
        () => undefined,
      );
    // Keys that are not with the account yet are wanted at once.
    const waits = browserStorage()?.getItem(keptKeyOf(userId)) == null;
    const callOff = waits ? whenAtRest(() => void begin()) : () => {};
    if (!waits) void begin();
    return () => {
      left = true;
      callOff();
      stop();
    };
  }, [userId, begun]);
  return <KeySettingsProvider settings={begun}>{children}</KeySettingsProvider>;
}
