import type { ArticleFacts } from '@/lib/articles/facts';
import { newId } from '@/lib/kernel/ids';

/**
 * A text on its way to become an article, kept in this tab until the server has it. `key` belongs to exactly
 * this text and what is said of it: a retry sends it again and applies once, a changed text gets a new one.
 */
export type KeptDraft = TypedFacts & { readonly text: string; readonly key: string };

/** What is said of it, as it stands in the fields; empty where nothing is. */
export type TypedFacts = { readonly [Fact in keyof ArticleFacts]: string };

export const NOTHING_TYPED: TypedFacts = { topic: '', outlet: '', publishedOn: '' };

/** Each person has their own place, so that nobody finds the text of whoever used the tab before. */
const placeOf = (userId: string) => `hearsay.new-article.${userId}`;

export function readDraft(userId: string): KeptDraft | null {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(placeOf(userId)) ?? 'null');
    return isDraft(kept) ? { ...NOTHING_TYPED, ...kept } : null;
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

export function newDraft(text = '', facts: TypedFacts = NOTHING_TYPED): KeptDraft {
  const { topic, outlet, publishedOn } = facts;
  return { text, topic, outlet, publishedOn, key: newId() };
}

/** An older build kept less of what is said of it. */
function isDraft(value: unknown): value is Omit<KeptDraft, keyof TypedFacts> & Partial<TypedFacts> {
  return (
    typeof value === 'object' &&
    value !== null &&
    'text' in value &&
    typeof value.text === 'string' &&
    'key' in value &&
    typeof value.key === 'string' &&
    Object.entries(value).every(([fact, typed]) => !(fact in NOTHING_TYPED) || typeof typed === 'string')
  );
}
