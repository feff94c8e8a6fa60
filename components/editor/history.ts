import { withTag } from '@/lib/attribution/chain';
import type { Claim } from '@/lib/claims/claim';
import { CLAIM_STATE_LABELS, type ClaimState } from '@/lib/claims/claim-state';
import type { DetailValues } from '@/lib/claims/detail-values';
import { mergeValues, takeFields } from '@/lib/claims/merge-values';
import { type TagValues, toShownSource } from '@/lib/claims/tag-values';
import { TRANSITIONS } from '@/lib/claims/transitions';

/** A claim's tag, and those of its parts that a step changed. */
export type StepValues = { readonly tag: TagValues; readonly details: DetailValues };

export type EditStep = {
  readonly kind: 'edit';
  readonly claimId: string;
  readonly before: StepValues;
  readonly after: StepValues;
  /** Where the claim stood after it. */
  readonly state?: ClaimState | undefined;
};

export type SingleStep =
  | { readonly kind: 'create'; readonly claim: Claim }
  | EditStep
  | { readonly kind: 'delete'; readonly claim: Claim }
  | { readonly kind: 'submit'; readonly claimIds: readonly string[] }
  | { readonly kind: 'withdraw'; readonly claimId: string };

/** One thing the person did that can be taken back, with what it takes to do it again. A group is one act on several claims. */
export type Step = SingleStep | { readonly kind: 'group'; readonly steps: readonly SingleStep[] };

/** This session's steps. `undone` is what a redo does again, latest last; a new step empties it. */
export type History = { readonly done: readonly Step[]; readonly undone: readonly Step[] };

/** Steps as they are kept. `gone`: the versions of deleted claims, which a page that is loaded anew does not know and a restore is made on. */
export type KeptHistory = {
  readonly done: readonly Step[];
  readonly undone: readonly Step[];
  readonly gone: Readonly<Record<string, number>>;
};

export const NO_HISTORY: History = { done: [], undone: [] };

/** More than anyone takes back, and small enough to hold. */
const STEPS_MAX = 200;

export function record(history: History, step: Step): History {
  return { done: [...history.done, step].slice(-STEPS_MAX), undone: [] };
}

/** What an undo or a redo has to do to the claims. */
export type Change =
  | { readonly kind: 'edit'; readonly claimId: string; readonly values: StepValues }
  | { readonly kind: 'delete'; readonly claimId: string }
  | { readonly kind: 'restore'; readonly claim: Claim }
  | { readonly kind: 'withdraw'; readonly claimId: string }
  | { readonly kind: 'submit'; readonly claimIds: readonly string[] };

/** `refusal` says what was left alone, and why; of a group the rest is changed all the same. */
export type Move = { readonly history: History; readonly changes: readonly Change[]; readonly refusal: string | null };

type Find = (claimId: string) => Claim | null;
type Way = { readonly changes: readonly Change[]; readonly refusal: string | null };

/**
 * Takes the last step back. Null when there is none. A step is refused, and dropped, when the claim has
 * become something else since: taking it back would overwrite what another person did.
 */
export function undo(history: History, find: Find): Move | null {
  const step = history.done.at(-1);
  if (step === undefined) return null;
  const done = history.done.slice(0, -1);
  const way = invert(step, find);
  if (way.changes.length === 0) return { history: { done, undone: history.undone }, ...way };
  return { history: { done, undone: [...history.undone, asItIs(step, find)] }, ...way };
}

/** Does the last undone step again. Null when there is none. */
export function redo(history: History, find: Find): Move | null {
  const step = history.undone.at(-1);
  if (step === undefined) return null;
  const undone = history.undone.slice(0, -1);
  const way = repeat(step, find);
  const done = way.changes.length === 0 ? history.done : [...history.done, step];
  return { history: { done, undone }, ...way };
}

/** What is made again is the claim as it was last, not as it was first made. */
function asItIs(step: Step, find: Find): Step {
  if (step.kind === 'create') return { ...step, claim: find(step.claim.id) ?? step.claim };
  return step.kind === 'group' ? { ...step, steps: step.steps.map((one) => asItIs(one, find) as SingleStep) } : step;
}

function invert(step: Step, find: Find): Way {
  switch (step.kind) {
    case 'delete':
      return bringBack(step.claim, find);
    case 'create':
      return takeAway(step.claim, find);
    case 'edit':
      return turn(step, step.after, step.before, find);
    case 'submit':
      return together(step.claimIds.map((claimId) => withdrawn(claimId, find)));
    case 'withdraw':
      return submitted([step.claimId], find);
    case 'group':
      // The last part first: a part may stand on the one before it.
      return together(step.steps.toReversed().map((one) => invert(one, find)));
  }
}

function repeat(step: Step, find: Find): Way {
  switch (step.kind) {
    case 'create':
      return bringBack(step.claim, find);
    case 'delete':
      return takeAway(step.claim, find);
    case 'edit':
      return turn(step, step.before, step.after, find);
    case 'submit':
      return submitted(step.claimIds, find);
    case 'withdraw':
      return withdrawn(step.claimId, find);
    case 'group':
      return together(step.steps.map((one) => repeat(one, find)));
  }
}

function bringBack(claim: Claim, find: Find): Way {
  return find(claim.id) === null ? change({ kind: 'restore', claim }) : refuse('The claim is already back.');
}

function takeAway({ id, state }: Claim, find: Find): Way {
  const claim = find(id);
  if (claim === null) return refuse('The claim is already gone.');
  return outOfReach(claim, state) ?? change({ kind: 'delete', claimId: id });
}

/** Gives back what the step changed, if that still is as the step left it; what others changed beside it stays. */
function turn({ claimId, state }: EditStep, expected: StepValues, to: StepValues, find: Find): Way {
  const claim = find(claimId);
  if (claim === null) return refuse('The claim is gone.');
  const away = state === undefined ? null : outOfReach(claim, state);
  if (away !== null) return away;
  // A step that left the chain alone changed no more of it than the tag in it.
  const left = { tag: expected.tag, details: { chain: withTag(claim.chain, shown(expected.tag)), ...expected.details } };
  const { clashes, mine } = mergeValues(left, to, claim);
  if (clashes.length > 0) return refuse(`Claim ${claim.number} was changed since; it was left as it is.`);
  if (mine.length === 0) return refuse(`Claim ${claim.number} is so already.`);
  return change({ kind: 'edit', claimId, values: takeFields(claim, to, mine) });
}

function shown({ sourceType, source }: TagValues) {
  return { sourceType, source: toShownSource(source, sourceType) };
}

/** A claim that went to the editors since, or was decided: changing it now would be another act than taking a step back. */
function outOfReach({ number, state }: Claim, then: ClaimState): Way | null {
  if (state === then || WITH_CHECKER.includes(state)) return null;
  return refuse(`Claim ${number} is ${CLAIM_STATE_LABELS[state].toLowerCase()} now; it was left as it is.`);
}

/** Where a claim waits on the one who made it. */
const WITH_CHECKER = TRANSITIONS.submit.from;

function withdrawn(claimId: string, find: Find): Way {
  const claim = find(claimId);
  if (claim === null) return refuse('A claim is gone.');
  if (TRANSITIONS.withdraw.from.includes(claim.state)) return change({ kind: 'withdraw', claimId });
  return refuse(`Claim ${claim.number} is ${CLAIM_STATE_LABELS[claim.state].toLowerCase()} now; it was left as it is.`);
}

/** One write for all that can go. */
function submitted(claimIds: readonly string[], find: Find): Way {
  const claims = claimIds.flatMap((claimId) => find(claimId) ?? []);
  const free = claims.filter(({ state }) => WITH_CHECKER.includes(state));
  const words = claims.length === claimIds.length ? [] : ['A claim is gone.'];
  for (const { number, state } of claims) {
    if (!WITH_CHECKER.includes(state)) words.push(`Claim ${number} is ${CLAIM_STATE_LABELS[state].toLowerCase()} already.`);
  }
  return {
    changes: free.length === 0 ? [] : [{ kind: 'submit', claimIds: free.map(({ id }) => id) }],
    refusal: words.length === 0 ? null : [...new Set(words)].join(' '),
  };
}

function together(ways: readonly Way[]): Way {
  const refusals = ways.flatMap(({ refusal }) => (refusal === null ? [] : [refusal]));
  return { changes: ways.flatMap(({ changes }) => changes), refusal: refusals.length === 0 ? null : [...new Set(refusals)].join(' ') };
}

function change(one: Change): Way {
  return { changes: [one], refusal: null };
}

function refuse(refusal: string): Way {
  return { changes: [], refusal };
}
