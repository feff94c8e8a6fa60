import { z } from 'zod';
import type { KeptDecision } from '@/lib/adjudication/kept-decision';
import { decision } from '@/lib/review/adjudicating/schema';
import type { Changed } from './meanwhile';

/** What a page showed of a decision: enough to tell, after a reload, that somebody changed it. */
export type Shown = Pick<KeptDecision, 'key' | 'version' | 'decision'>;

const PREFIX = 'hearsay:adjudicate:shown:';
const kept = z.array(z.object({ key: z.string(), version: z.int().min(0), decision: decision.nullable() }));

/** Of this tab; nothing where it showed none, or where the browser refuses storage. */
export function findShown(articleId: string, userId: string): readonly Shown[] {
  try {
    const found = kept.safeParse(JSON.parse(sessionStorage.getItem(`${PREFIX}${userId}:${articleId}`) ?? '[]'));
    return found.success ? found.data : [];
  } catch {
    return [];
  }
}

export function keepShown(articleId: string, userId: string, shown: readonly Shown[]): void {
  try {
    sessionStorage.setItem(`${PREFIX}${userId}:${articleId}`, JSON.stringify(shown));
  } catch {
    // The page itself has it until it is closed.
  }
}

/** What is to be kept: decisions as they stand, and of those whose change nobody has seen yet what stood there before. Linear. */
export function toShown(stand: readonly KeptDecision[], changed: ReadonlyMap<string, Changed>): readonly Shown[] {
  return stand.map(({ key, version, decision: now }) => {
    const unseen = changed.get(key);
    // One version back: whatever stands there now is newer than what was shown.
    return unseen === undefined ? { key, version, decision: now } : { key, version: unseen.now.version - 1, decision: unseen.before };
  });
}
