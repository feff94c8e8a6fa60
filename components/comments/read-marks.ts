import { browserStorage } from '@/components/ui/browser-storage';

/** The claims remembered; of one that was read longer ago than that all is new again. */
const REMEMBERED = 500;

const keyOf = (userId: string) => `hearsay.read.${userId}`;

type Mark = readonly [claimId: string, until: string];

function load(userId: string): readonly Mark[] {
  try {
    const found: unknown = JSON.parse(browserStorage()?.getItem(keyOf(userId)) ?? '[]');
    const isMark = (pair: unknown): pair is Mark =>
      Array.isArray(pair) && pair.length === 2 && pair.every((part) => typeof part === 'string');
    return Array.isArray(found) ? found.filter(isMark) : [];
  } catch {
    return [];
  }
}

/** Up to when (ISO 8601, UTC) a person has read in this browser what is said about a claim; empty where they have not. */
export function readUntil(userId: string, claimId: string): string {
  return load(userId).find(([id]) => id === claimId)?.[1] ?? '';
}

/** That they have read it up to then. Kept in this browser only; where it cannot be, it is new again the next time. */
export function markRead(userId: string, claimId: string, until: string): void {
  const others = load(userId).filter(([id]) => id !== claimId);
  try {
    browserStorage()?.setItem(keyOf(userId), JSON.stringify([...others, [claimId, until]].slice(-REMEMBERED)));
  } catch {
    // Full, or switched off.
  }
}
