import type { ClaimEvent } from './transitions';

/** What was last done to a claim. `fixed`: edited and approved in one step. */
export type LastAct = ClaimEvent | 'created' | 'edited' | 'fixed' | 'deleted' | 'restored' | 'superseded';

const DID: Readonly<Record<LastAct, readonly [before: string, after: string]>> = {
  submit: ['submitted', ''],
  withdraw: ['withdrew', ''],
  approve: ['approved', ''],
  return: ['returned', ''],
  reject: ['rejected', ''],
  reopen: ['edited', ''],
  undo_decision: ['took the decision on', ' back'],
  created: ['made', ''],
  edited: ['edited', ''],
  fixed: ['fixed and approved', ''],
  deleted: ['deleted', ''],
  restored: ['brought', ' back'],
  superseded: ['put a consensus claim in the place of', ''],
};

/** Up to so many ms ago is “just now”. */
const JUST_NOW = 60_000;

type Overtaking = {
  readonly number: number;
  readonly act: LastAct;
  /** Null for the person who is told: they did it in another window. */
  readonly by: string | null;
  readonly at: Date;
  readonly now: Date;
};

/** Who overtook a write, and how: “Edith Editor approved claim 3 just now.” A clock that was set back is no longer ago than now. */
export function overtakenWords({ number, act, by, at, now }: Overtaking): string {
  const [did, back] = DID[act];
  const when = now.getTime() - at.getTime() < JUST_NOW ? ' just now' : ' meanwhile';
  return `${by ?? 'You'} ${did} claim ${number}${back}${when}${by === null ? ', in another window' : ''}.`;
}
