import { newId } from '@/lib/kernel/ids';

/**
 * The key of a write that a person sends, and sends again where no answer came: the same thing has the same key until it was done, so that
 * a lost answer does not apply it twice. Anything else has its own.
 */
export type RetryKey = {
  /** @param what all that the write says, as plain data: whatever differs in it is another write */
  readonly for: (what: unknown) => string;
  /** It was done: the same thing said once more is a new write. */
  readonly done: () => void;
};

export function createRetryKey(newKey: () => string = newId): RetryKey {
  let last: { readonly said: string; readonly key: string } | null = null;
  return {
    for(what) {
      const said = JSON.stringify(what);
      if (last?.said !== said) last = { said, key: newKey() };
      return last.key;
    },
    done() {
      last = null;
    },
  };
}
