const PREFIX = 'hearsay:adjudicate:reason:';

/** Why there will be no claim, as far as it was written: kept over a reload until it is sent. Empty where nothing was. */
export function findReasonDraft(key: string): string {
  try {
    return sessionStorage.getItem(PREFIX + key) ?? '';
  } catch {
    return '';
  }
}

export function keepReasonDraft(key: string, text: string): void {
  try {
    if (text === '') sessionStorage.removeItem(PREFIX + key);
    else sessionStorage.setItem(PREFIX + key, text);
  } catch {
    // Where the browser refuses storage it stands in the form alone.
  }
}
