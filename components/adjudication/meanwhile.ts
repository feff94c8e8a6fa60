import type { Decision } from '@/lib/adjudication/decision';
import type { KeptDecision } from '@/lib/adjudication/kept-decision';

/** A decision that this page showed, and what somebody else put in its place. */
export type Changed = { readonly before: Decision; readonly now: KeptDecision };

/**
 * What others changed of the decisions a page showed, by the comparison's key. What was open before is not among it: nobody relied on it. Linear.
 *
 * @param shown as the page had them, its own included
 * @param kept as it was read anew
 */
export function changedMeanwhile(
  shown: ReadonlyMap<string, Pick<KeptDecision, 'version' | 'decision'>>,
  kept: readonly KeptDecision[],
  me: string,
): ReadonlyMap<string, Changed> {
  return new Map(
    kept.flatMap((now) => {
      const had = shown.get(now.key);
      const decided = had?.decision ?? null;
      if (had === undefined || decided === null || now.version <= had.version || now.by.id === me) return [];
      return JSON.stringify(decided) === JSON.stringify(now.decision) ? [] : [[now.key, { before: decided, now }] as const];
    }),
  );
}
