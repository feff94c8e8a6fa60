/**
 * Keeps what is not answered yet in the browser, so that a reload, a crash or a closed window loses none of it. Each has a
 * storage key of its own: two tabs never write over each other's.
 */
export type KeptStore<Kept> = {
  /** Everything kept under this prefix, oldest first. What cannot be read is left where it is. */
  readonly load: () => readonly Kept[];
  /** Whether nothing is kept under this prefix, readable or not. */
  readonly isEmpty: () => boolean;
  /** False when the browser refuses (storage full, or switched off). */
  readonly keep: (kept: Kept) => boolean;
  readonly forget: (key: string) => void;
  /** The key of what is kept when `storageKey` belongs to this store, else null. */
  readonly keyOf: (storageKey: string) => string | null;
};

type KeptForm<Kept> = {
  /** Whose it is and of what: whoever has another prefix neither sees nor sends it. */
  readonly prefix: string;
  /** Null for a text this code did not write. */
  readonly parse: (text: string) => Kept | null;
  readonly print: (kept: Kept) => string;
};

/** `find` is asked at each use and gives null where there is no storage; the store then keeps nothing and says so. */
export function createKeptStore<Kept extends { readonly key: string; readonly at: number }>(
  find: () => Storage | null,
  { prefix, parse, print }: KeptForm<Kept>,
): KeptStore<Kept> {
  const keyOf = (storageKey: string) => (storageKey.startsWith(prefix) ? storageKey.slice(prefix.length) : null);
  function* keysIn(storage: Storage): Iterable<string> {
    for (let index = 0; index < storage.length; index += 1) {
      const storageKey = storage.key(index);
      if (storageKey !== null && keyOf(storageKey) !== null) yield storageKey;
    }
  }

  return {
    keyOf,
    isEmpty() {
      const storage = find();
      return storage === null || keysIn(storage)[Symbol.iterator]().next().done === true;
    },
    load() {
      const storage = find();
      if (storage === null) return [];
      const found: Kept[] = [];
      for (const storageKey of keysIn(storage)) {
        const kept = parse(storage.getItem(storageKey) ?? '');
        if (kept !== null) found.push(kept);
      }
      return found.sort((a, b) => a.at - b.at || (a.key < b.key ? -1 : 1));
    },
    keep(kept) {
      try {
        const storage = find();
        if (storage === null) return false;
        storage.setItem(prefix + kept.key, print(kept));
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
