import { type KeptAct, parseKeptAct, printKeptAct } from './kept-act';

/**
 * Keeps unanswered decisions in the browser, so that closing the window loses none. They belong to one person on one
 * desk: whoever signs in next neither sees nor sends them. Each has a storage key of its own, so that two windows never
 * write over each other's.
 */
export type ActStore = {
  /** All kept acts, oldest first. What cannot be read is left where it is. */
  readonly load: () => readonly KeptAct[];
  /** False when the browser refuses (storage full, or switched off). */
  readonly keep: (kept: KeptAct) => boolean;
  readonly forget: (key: string) => void;
  /** The act's key when `storageKey` belongs to this store, else null. */
  readonly keyOf: (storageKey: string) => string | null;
};

/** `find` is asked at each use and gives null where there is no storage; the store then keeps nothing and says so. */
export function createActStore(find: () => Storage | null, whose: { readonly deskId: string; readonly userId: string }): ActStore {
  const prefix = `hearsay:decisions:${whose.deskId}:${whose.userId}:`;
  const keyOf = (storageKey: string) => (storageKey.startsWith(prefix) ? storageKey.slice(prefix.length) : null);
  return {
    keyOf,
    load() {
      const storage = find();
      if (storage === null) return [];
      const found: KeptAct[] = [];
      for (let index = 0; index < storage.length; index += 1) {
        const storageKey = storage.key(index);
        if (storageKey === null || keyOf(storageKey) === null) continue;
        const kept = parseKeptAct(storage.getItem(storageKey) ?? '');
        if (kept !== null) found.push(kept);
      }
      return found.sort((a, b) => a.at - b.at || (a.key < b.key ? -1 : 1));
    },
    keep(kept) {
      try {
        const storage = find();
        if (storage === null) return false;
        storage.setItem(prefix + kept.key, printKeptAct(kept));
        return true;
      } catch {
        // Quota or a privacy setting. The status line then says that the window must stay open.
        return false;
      }
    },
    forget(key) {
      find()?.removeItem(prefix + key);
    },
  };
}

/** The browser's storage, or null where it is switched off or there is no browser. */
export function browserStorage(): Storage | null {
  try {
    return typeof window === 'undefined' ? null : window.localStorage;
  } catch {
    // A privacy setting makes the very question throw.
    return null;
  }
}
