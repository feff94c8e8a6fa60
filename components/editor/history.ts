import type { Claim } from '@/lib/claims/claim';
import { type DetailValues, differingParts } from '@/lib/claims/detail-values';
import { differingFields, type TagValues, toTagValues } from '@/lib/claims/tag-values';

/** A claim's tag, and those of its parts that a step changed. */
export type StepValues = { readonly tag: TagValues; readonly details: DetailValues };

export type EditStep = {
  readonly kind: 'edit';
  readonly claimId: string;
  readonly before: StepValues;
  readonly after: StepValues;
};

/** One thing the person did that can be taken back, with what it takes to do it again. A group is one act on several claims. */
export type Step =
  | { readonly kind: 'create'; readonly claim: Claim }
  | EditStep
  | { readonly kind: 'delete'; readonly claim: Claim }
  | { readonly kind: 'group'; readonly steps: readonly EditStep[] };

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
  | { readonly kind: 'edit'; readonly claimId: string; readonly values: StepValues }
  | { readonly kind: 'delete'; readonly claimId: string }
  | { readonly kind: 'restore'; readonly claim: Claim };

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
  const again = step.kind === 'create' ? { ...step, claim: find(step.claim.id) ?? step.claim } : step;
  return { history: { done, undone: [...history.undone, again] }, ...way };
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

function invert(step: Step, find: Find): Way {
  switch (step.kind) {
    case 'delete':
      return find(step.claim.id) === null ? change({ kind: 'restore', claim: step.claim }) : refuse('The claim is already back.');
    case 'create':
      return find(step.claim.id) === null ? refuse('The claim is already gone.') : change({ kind: 'delete', claimId: step.claim.id });
    case 'edit':
      return turn(step.claimId, step.after, step.before, find);
    case 'group':
      return together(step.steps.map(({ claimId, before, after }) => turn(claimId, after, before, find)));
  }
}

function repeat(step: Step, find: Find): Way {
  switch (step.kind) {
    case 'create':
      return find(step.claim.id) === null ? change({ kind: 'restore', claim: step.claim }) : refuse('The claim is already back.');
    case 'delete':
      return find(step.claim.id) === null ? refuse('The claim is already gone.') : change({ kind: 'delete', claimId: step.claim.id });
    case 'edit':
      return turn(step.claimId, step.before, step.after, find);
    case 'group':
      return together(step.steps.map(({ claimId, before, after }) => turn(claimId, before, after, find)));
  }
}

/** Gives a claim `to`, if it still is what the step left it as. */
function turn(claimId: string, expected: StepValues, to: StepValues, find: Find): Way {
  const claim = find(claimId);
  if (claim === null) return refuse('The claim is gone.');
  const same = differingFields(toTagValues(claim), expected.tag).length === 0 && differingParts(claim, expected.details).length === 0;
  return same ? change({ kind: 'edit', claimId, values: to }) : refuse(`Claim ${claim.number} was changed since; it was left as it is.`);
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
