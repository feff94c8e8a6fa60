/** Told of the claims something was said about; null: of any. */
type Listener = (claimIds: readonly string[] | null) => void;

const listeners = new Set<Listener>();

/** Somebody said something: who shows it reads it again. The page that follows its article says so. */
export function tellTalk(claimIds: readonly string[] | null): void {
  for (const listener of [...listeners]) listener(claimIds);
}

/** Returns how to stop listening. */
export function hearTalk(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
