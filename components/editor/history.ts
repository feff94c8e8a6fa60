import type { Claim } from '@/lib/claims/claim';
import { differingFields, type TagValues, toTagValues } from './tag-values';

/** One thing the person did that can be taken back, with what it takes to do it again. */
export type Step =
  | { readonly kind: 'create'; readonly claim: Claim }
  | { readonly kind: 'edit'; readonly claimId: string; readonly before: TagValues; readonly after: TagValues }
  | { readonly kind: 'delete'; readonly claim: Claim };

/** This session's steps. `undone` is what a redo does again, latest last; a new step empties it. */
export type History = { readonly done: readonly Step[]; readonly undone: readonly Step[] };

export const NO_HISTORY: History = { done: [], undone: [] };

/** More than anyone takes back, and small enough to hold. */
const STEPS_MAX = 200;

export function record(history: History, step: Step): History {
  return { done: [...history.done, step].slice(-STEPS_MAX), undone: [] };
}

/** What an undo or a redo has to do to the claims. */
export type Change =
  | { readonly kind: 'edit'; readonly claimId: string; readonly tag: TagValues }
  | { readonly kind: 'delete'; readonly claimId: string }
  | { readonly kind: 'restore'; readonly claim: Claim };

export type Move = { readonly history: History; readonly change: Change | null; readonly refusal: string | null };

/**
 * Takes the last step back. Null when there is none. A step is refused, and dropped, when the claim has
 * become something else since: taking it back would overwrite what another person did.
 */
export function undo(history: History, find: (claimId: string) => Claim | null): Move | null {
  const step = history.done.at(-1);
  if (step === undefined) return null;
  const done = history.done.slice(0, -1);
  const change = invert(step, find);
  if (typeof change === 'string') return { history: { done, undone: history.undone }, change: null, refusal: change };
  const again = step.kind === 'create' ? { ...step, claim: find(step.claim.id) ?? step.claim } : step;
  return { history: { done, undone: [...history.undone, again] }, change, refusal: null };
}

/** Does the last undone step again. Null when there is none. */
export function redo(history: History, find: (claimId: string) => Claim | null): Move | null {
  const step = history.undone.at(-1);
  if (step === undefined) return null;
  const undone = history.undone.slice(0, -1);
  const change = repeat(step, find);
  if (typeof change === 'string') return { history: { done: history.done, undone }, change: null, refusal: change };
  return { history: { done: [...history.done, step], undone }, change, refusal: null };
}

function invert(step: Step, find: (claimId: string) => Claim | null): Change | string {
  if (step.kind === 'delete') return find(step.claim.id) === null ? { kind: 'restore', claim: step.claim } : 'The claim is already back.';
  if (step.kind === 'create')
    return find(step.claim.id) === null ? 'The claim is already gone.' : { kind: 'delete', claimId: step.claim.id };
  return unchangedSince(step.claimId, step.after, find) ?? { kind: 'edit', claimId: step.claimId, tag: step.before };
}

function repeat(step: Step, find: (claimId: string) => Claim | null): Change | string {
  if (step.kind === 'create') return find(step.claim.id) === null ? { kind: 'restore', claim: step.claim } : 'The claim is already back.';
  if (step.kind === 'delete')
    return find(step.claim.id) === null ? 'The claim is already gone.' : { kind: 'delete', claimId: step.claim.id };
  return unchangedSince(step.claimId, step.before, find) ?? { kind: 'edit', claimId: step.claimId, tag: step.after };
}

function unchangedSince(claimId: string, expected: TagValues, find: (claimId: string) => Claim | null): string | null {
  const claim = find(claimId);
  if (claim === null) return 'The claim is gone.';
  return differingFields(toTagValues(claim), expected).length === 0 ? null : `Claim ${claim.number} was changed since; nothing was undone.`;
}
