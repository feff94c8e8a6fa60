import { newId } from '@/lib/kernel/ids';

/**
 * A text on its way to become an article, kept in this tab until the server has it. `key` belongs to exactly
 * this text and topic: a retry sends it again and applies once, a changed text gets a new one.
 */
export type KeptDraft = { readonly text: string; readonly topic: string; readonly key: string };

/** Each person has their own place, so that nobody finds the text of whoever used the tab before. */
const placeOf = (userId: string) => `hearsay.new-article.${userId}`;

export function readDraft(userId: string): KeptDraft | null {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(placeOf(userId)) ?? 'null');
    return isDraft(kept) ? { ...kept, topic: kept.topic ?? '' } : null;
  } catch {
    return null; // storage is switched off, or holds something else: there is no draft
  }
}

/** False where the browser has no room or no storage; the text is then only in the field. */
export function keepDraft(userId: string, draft: KeptDraft): boolean {
  try {
    sessionStorage.setItem(placeOf(userId), JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
}

export function forgetDraft(userId: string): void {
  try {
    sessionStorage.removeItem(placeOf(userId));
  } catch {
    // storage is switched off: nothing was kept
  }
}

export function newDraft(text = '', topic = ''): KeptDraft {
  return { text, topic, key: newId() };
}

/** An older build kept no topic. */
function isDraft(value: unknown): value is Omit<KeptDraft, 'topic'> & { readonly topic?: string } {
  return (
    typeof value === 'object' &&
    value !== null &&
    'text' in value &&
    typeof value.text === 'string' &&
    'key' in value &&
    typeof value.key === 'string' &&
    (!('topic' in value) || typeof value.topic === 'string')
  );
}
