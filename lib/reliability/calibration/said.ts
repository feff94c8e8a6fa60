import type { ContentCheck, Likelihood } from '@/lib/claims/finding';
import { isResolved } from '../track-record';

/** A write to a claim that touched its finding, as the audit trail has it. */
export type FindingWrite = {
  /** Its place in the trail: later is more. */
  readonly seq: number;
  readonly actorId: string;
  readonly likelihood: Likelihood | null;
  readonly contentCheck: ContentCheck;
};

/** Who gave a claim which likelihood in time, and who only when the answer was known. */
export type Said = { readonly before: ReadonlyMap<string, Likelihood>; readonly late: ReadonlySet<string> };

/** Where in the trail a claim's content check was resolved for the first time; null where it never was. `writes` oldest first. */
export function firstResolved(writes: readonly FindingWrite[]): number | null {
  return writes.find(({ contentCheck }) => isResolved(contentCheck))?.seq ?? null;
}

type LastSaid = { readonly actorId: string; readonly from: Likelihood | null };

/**
 * Who gave a claim which likelihood before the answer was known. A later one is no forecast, nor is one of the same write: who
 * sets both knows the answer. A person's last word before it counts; who took theirs back, or left what another had said, said
 * nothing.
 *
 * @param writes of one claim, the oldest first
 * @param answered where in the trail the check was first resolved, of this claim or of one that says the same; null: never
 * Linear.
 */
export function saidBefore(writes: readonly FindingWrite[], answered: number | null): Said {
  const before = new Map<string, Likelihood>();
  const late = new Set<string>();
  let stood: Likelihood | null = null;
  let last: LastSaid | null = null as LastSaid | null;
  for (const { seq, actorId, likelihood } of writes) {
    if (likelihood === stood) continue;
    const takenBack = likelihood === null || (last?.actorId === actorId && last.from === likelihood);
    if (answered !== null && seq >= answered) {
      if (!takenBack) late.add(actorId);
    } else if (takenBack) before.delete(actorId);
    else before.set(actorId, likelihood);
    last = { actorId, from: stood };
    stood = likelihood;
  }
  for (const personId of before.keys()) late.delete(personId);
  return { before, late };
}
