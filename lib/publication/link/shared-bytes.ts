/** Bytes that many read at once and nobody changes, by a key that is another one for other bytes. */
export type Shared = {
  /** Those of `key`, made where they are not here: once, however many ask for them meanwhile. What `make` throws is not kept. */
  readonly get: (key: string, make: () => Promise<Uint8Array>) => Promise<Uint8Array>;
};

/**
 * Keeps what was asked for last, `limit` bytes in all, and beyond that whatever somebody still reads: a hundred slow readers
 * of one long page hold one page.
 */
export function createShared(limit: number): Shared {
  const recent = new Map<string, Uint8Array>();
  const read = new Map<string, WeakRef<Uint8Array>>();
  const making = new Map<string, Promise<Uint8Array>>();
  const gone = new FinalizationRegistry<string>((key) => {
    if (read.get(key)?.deref() === undefined) read.delete(key);
  });
  let size = 0;

  function keep(key: string, bytes: Uint8Array): Uint8Array {
    if (recent.delete(key)) size -= bytes.length;
    recent.set(key, bytes);
    size += bytes.length;
    for (const [oldest, { length }] of recent) {
      if (size <= limit) break;
      recent.delete(oldest);
      size -= length;
    }
    return bytes;
  }

  function add(key: string, bytes: Uint8Array): Uint8Array {
    read.set(key, new WeakRef(bytes));
    gone.register(bytes, key);
    return keep(key, bytes);
  }

  return {
    async get(key, make) {
      const here = recent.get(key) ?? read.get(key)?.deref();
      if (here !== undefined) return keep(key, here);
      const underway = making.get(key);
      if (underway !== undefined) return underway;
      const made = Promise.resolve()
        .then(make)
        .then((bytes) => add(key, bytes))
        .finally(() => making.delete(key));
      making.set(key, made);
      return made;
    },
  };
}
