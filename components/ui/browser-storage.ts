/** The browser's storage, or null where it is switched off or there is no browser. */
export function browserStorage(): Storage | null {
  try {
    return typeof window === 'undefined' ? null : window.localStorage;
  } catch {
    // A privacy setting makes the very question throw.
    return null;
  }
}
