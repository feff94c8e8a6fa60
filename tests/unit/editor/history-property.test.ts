import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Change, type EditStep, type History, NO_HISTORY, record, redo, type SingleStep, undo } from '@/components/editor/history';
import type { Claim } from '@/lib/claims/claim';
import { pickParts, withDetails } from '@/lib/claims/detail-values';
import { toTagValues } from '@/lib/claims/tag-values';
import { nextState } from '@/lib/claims/transitions';
import { aClaim, aSpan } from '../../factories/report';

// Any sequence of acts on a handful of claims, taken back completely and done again.

type World = ReadonlyMap<string, Claim>;
type Act = { readonly kind: 'create' | 'note' | 'flag' | 'delete' | 'submit' | 'withdraw' | 'all' | 'some'; readonly at: number };

const TEXT = 'The mayor said no. The sheriff said yes.';
const claimAt = (number: number) => aClaim(number, [aSpan(TEXT, number, number + 3)]);
const noted = (claim: Claim, note: string): Claim => ({ ...claim, note: claim.note + note });
const flagged = (claim: Claim): Claim => ({ ...claim, flags: [...claim.flags, { flag: 'prediction', verdict: 'added', note: '' }] });

function toEdit(before: Claim, after: Claim): EditStep {
  const parts = ['flags'] as const;
  return {
    kind: 'edit',
    claimId: before.id,
    before: { tag: toTagValues(before), details: pickParts(before, parts) },
    after: { tag: toTagValues(after), details: pickParts(after, parts) },
    state: after.state,
  };
}

/** What the page does with a change, without the sending. */
function apply(world: World, change: Change): World {
  const next = new Map(world);
  const move = (id: string, event: 'submit' | 'withdraw') => {
    const claim = next.get(id) as Claim;
    next.set(id, { ...claim, state: nextState(claim.state, event) ?? claim.state });
  };
  if (change.kind === 'restore') next.set(change.claim.id, change.claim);
  else if (change.kind === 'delete') next.delete(change.claimId);
  else if (change.kind === 'withdraw') move(change.claimId, 'withdraw');
  else if (change.kind === 'submit') for (const id of change.claimIds) move(id, 'submit');
  else {
    const claim = next.get(change.claimId) as Claim;
    const { tag, details } = change.values;
    next.set(claim.id, { ...claim, ...withDetails(claim, details, tag), note: tag.note });
  }
  return next;
}

function doAct(world: World, { kind, at }: Act, fresh: () => number): { world: World; step: SingleStep | SingleStep[] } | null {
  const claims = [...world.values()];
  const claim = claims[at % Math.max(1, claims.length)];
  const next = new Map(world);
  if (kind === 'create' || kind === 'some') {
    const made = Array.from({ length: kind === 'some' ? 3 : 1 }, () => claimAt(fresh()));
    for (const one of made) next.set(one.id, one);
    const steps = made.map((one) => ({ kind: 'create', claim: one }) as const);
    return { world: next, step: kind === 'some' ? steps : (steps[0] as SingleStep) };
  }
  if (claim === undefined) return null;
  switch (kind) {
    case 'note':
    case 'flag': {
      const after = kind === 'note' ? noted(claim, 'x') : flagged(claim);
      next.set(claim.id, after);
      return { world: next, step: toEdit(claim, after) };
    }
    case 'delete':
      next.delete(claim.id);
      return { world: next, step: { kind: 'delete', claim } };
    case 'submit': {
      const free = claims.filter(({ state }) => state === 'draft');
      if (free.length === 0) return null;
      for (const one of free) next.set(one.id, { ...one, state: 'submitted' });
      return { world: next, step: { kind: 'submit', claimIds: free.map(({ id }) => id) } };
    }
    case 'withdraw':
      if (claim.state !== 'submitted') return null;
      next.set(claim.id, { ...claim, state: 'draft' });
      return { world: next, step: { kind: 'withdraw', claimId: claim.id } };
    case 'all': {
      for (const one of claims) next.set(one.id, noted(one, 'y'));
      return { world: next, step: claims.map((one) => toEdit(one, noted(one, 'y'))) };
    }
  }
}

const stateOf = (world: World) =>
  [...world.values()]
    .map(({ id, note, flags, state }) => JSON.stringify({ id, note, flags, state }))
    .sort()
    .join('\n');

describe('any sequence of acts', () => {
  const acts = fc.array(
    fc.record({
      kind: fc.constantFrom<Act['kind']>('create', 'note', 'flag', 'delete', 'submit', 'withdraw', 'all', 'some'),
      at: fc.nat(9),
    }),
    { maxLength: 40 },
  );

  it('taken back completely is the beginning, and done again the end, twice over', () => {
    fc.assert(
      fc.property(acts, (sequence) => {
        let number = 2;
        const first: World = new Map([claimAt(1), claimAt(2)].map((claim) => [claim.id, claim]));
        let world = first;
        let history: History = NO_HISTORY;
        for (const act of sequence) {
          const done = doAct(world, act, () => ++number);
          if (done === null) continue;
          world = done.world;
          history = record(history, Array.isArray(done.step) ? { kind: 'group', steps: done.step } : done.step);
        }
        const last = world;
        const walk = (way: typeof undo) => {
          for (let move = way(history, (id) => world.get(id) ?? null); move !== null; move = way(history, (id) => world.get(id) ?? null)) {
            expect(move.refusal).toBeNull();
            world = move.changes.reduce(apply, world);
            history = move.history;
          }
        };
        for (let round = 0; round < 2; round += 1) {
          walk(undo);
          expect(stateOf(world)).toBe(stateOf(first));
          walk(redo);
          expect(stateOf(world)).toBe(stateOf(last));
        }
      }),
    );
  });
});
