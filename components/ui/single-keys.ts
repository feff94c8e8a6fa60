import { useSyncExternalStore } from 'react';

const STORAGE_KEY = 'hearsay.single-keys';
const listeners = new Set<() => void>();

/**
 * Whether keys without Ctrl or Alt act (WCAG 2.1.4 asks for a way to switch them off), and how to say so: one choice for
 * all pages. On unless this browser was told otherwise.
 */
export function useSingleKeys(): readonly [boolean, (on: boolean) => void] {
  const on = useSyncExternalStore(subscribe, areSingleKeysOn, () => true);
  return [on, setOn];
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('storage', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', listener);
  };
}

let remembered: boolean | null = null;

/** The same for a handler, at the moment of the press. */
export function areSingleKeysOn(): boolean {
  if (remembered !== null) return remembered;
  try {
    return localStorage.getItem(STORAGE_KEY) !== 'off';
  } catch {
    return true;
  }
}

function setOn(on: boolean): void {
  try {
    if (on) localStorage.removeItem(STORAGE_KEY);
    else localStorage.setItem(STORAGE_KEY, 'off');
  } catch {
    // Storage is refused: it holds until the page is closed.
    remembered = on;
  }
  for (const listener of listeners) listener();
}
