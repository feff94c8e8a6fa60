/** Told of the claims something was said about; null: of any. Gives back the one it shows, if that is among them. */
type Listener = (claimIds: readonly string[] | null) => string | null;

const listeners = new Set<Listener>();

/** Somebody said something: who shows it reads it again. The page that follows its article says so. Returns those that nobody shows. */
export function tellTalk(claimIds: readonly string[] | null): readonly string[] {
  const shown = [...listeners].map((listener) => listener(claimIds));
  return (claimIds ?? []).filter((id) => !shown.includes(id));
}

/** Hears of talk about one claim. Returns how to stop listening. */
export function hearTalk(claimId: string, onTalk: () => void): () => void {
  const listener: Listener = (claimIds) => {
    if (claimIds !== null && !claimIds.includes(claimId)) return null;
    onTalk();
    return claimId;
  };
  listeners.add(listener);
  return () => listeners.delete(listener);
}
