import { type KeptWrite, parseKeptWrite } from './entry';

/**
 * Keeps unanswered writes in the browser, so that a reload or a crash loses none. Each write has a
 * storage key of its own: two tabs on one article never write over each other's.
 */
export type EntryStore = {
  /** All kept writes, oldest first. What cannot be read is left where it is. */
  readonly load: () => readonly KeptWrite[];
  /** False when the browser refuses (storage full, or switched off). */
  readonly keep: (kept: KeptWrite) => boolean;
  readonly forget: (key: string) => void;
  /** The write's key when `storageKey` belongs to this store, else null. */
  readonly keyOf: (storageKey: string) => string | null;
};

/** `find` is asked at each use and gives null where there is no storage; the store then keeps nothing and says so. */
export function createEntryStore(find: () => Storage | null, userId: string, articleId: string): EntryStore {
  const prefix = `hearsay:outbox:${userId}:${articleId}:`;
  const keyOf = (storageKey: string) => (storageKey.startsWith(prefix) ? storageKey.slice(prefix.length) : null);
  return {
    keyOf,
    load() {
      const storage = find();
      if (storage === null) return [];
      const found: KeptWrite[] = [];
      for (let index = 0; index < storage.length; index += 1) {
        const storageKey = storage.key(index);
        if (storageKey === null || keyOf(storageKey) === null) continue;
        const kept = parseKeptWrite(storage.getItem(storageKey) ?? '');
        if (kept !== null) found.push(kept);
      }
      return found.sort((a, b) => a.at - b.at || (a.key < b.key ? -1 : 1));
    },
    keep(kept) {
      try {
        const storage = find();
        if (storage === null) return false;
        storage.setItem(prefix + kept.key, JSON.stringify({ key: kept.key, at: kept.at, write: kept.write }));
        return true;
      } catch {
        // Quota or a privacy setting. The caller tells the person to keep the page open.
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
