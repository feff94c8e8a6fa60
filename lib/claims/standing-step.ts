import { type ClaimEvent, TRANSITIONS } from './transitions';

/**
 * The step by which a claim stands where it stands, or null for a claim that never moved. A step back takes away the
 * one before it and is no such step itself:
 *
 *     submit, return, submit, withdraw            the return: its question is open again
 *     submit, reject, undo_decision               the submit
 *
 * `steps` are all of one claim's, oldest first. Linear.
 */
export function standingStep<Step extends { readonly event: ClaimEvent }>(steps: readonly Step[]): Step | null {
  const standing: Step[] = [];
  for (const step of steps) {
    if (TRANSITIONS[step.event].takesBack.length > 0) standing.pop();
    else standing.push(step);
  }
  return standing.at(-1) ?? null;
}
