'use client';

import { createContext, type ReactNode, use, useState, useSyncExternalStore } from 'react';

/** Which keys a person has: single keys on or off, and for each command that differs the ways to press it, written as in aria-keyshortcuts. */
export type KeySettings = { readonly singleKeys: boolean; readonly keys: Readonly<Record<string, readonly string[]>> };

const STANDARD: KeySettings = { singleKeys: true, keys: {} };

// One for the window: a handler asks at the moment of the press. The server has no window and asks the context.
let current = STANDARD;
let keep: ((settings: KeySettings) => void) | null = null;
const listeners = new Set<() => void>();
const Begun = createContext(STANDARD);

/** Hands the page the settings it begins with. Whatever is inside prints and takes these keys from the first press on. */
export function KeySettingsProvider({ settings, children }: { settings: KeySettings; children: ReactNode }) {
  // While the page wakes up, before any handler listens.
  useState(() => typeof window !== 'undefined' && showKeySettings(settings));
  return <Begun value={settings}>{children}</Begun>;
}

/** The settings, for what prints keys. */
export function useKeySettings(): KeySettings {
  const begun = use(Begun);
  return useSyncExternalStore(subscribe, keySettings, () => begun);
}

/** The same for a handler, at the moment of the press. */
export function keySettings(): KeySettings {
  return current;
}

/** What the person chose: acts at once, and is handed on to be kept. */
export function changeKeySettings(settings: KeySettings): void {
  showKeySettings(settings);
  keep?.(settings);
}

/** Settings that are kept already: another window's, or the account's. */
export function showKeySettings(settings: KeySettings): void {
  if (current === settings) return;
  current = settings;
  for (const listener of listeners) listener();
}

/** Who keeps what is chosen. Returns how to stop. */
export function keepKeySettings(keeper: (settings: KeySettings) => void): () => void {
  keep = keeper;
  return () => {
    if (keep === keeper) keep = null;
  };
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
