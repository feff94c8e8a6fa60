import { useSyncExternalStore } from 'react';

// How the sending of a person's keys stands, in a sentence: said beside where they are changed.
let standing = '';
const listeners = new Set<() => void>();

export function tellStanding(words: string): void {
  standing = words;
  for (const listener of listeners) listener();
}

export function useStanding(): string {
  return useSyncExternalStore(subscribe, () => standing, nothing);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function nothing(): string {
  return '';
}
