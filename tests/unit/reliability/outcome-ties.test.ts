import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RELATIONS } from '@/lib/claims/relation';
import { type TiedClaim, tieOutcomes } from '@/lib/reliability/outcome-ties';

function claim(id: string, originKey: string, relations: TiedClaim['relations'] = []): TiedClaim {
  return { id, originKey, relations };
}

/** The claims that are one outcome, as “a+b c”. */
function drawn(claims: readonly TiedClaim[]): string {
  const sets = new Map<string, string>();
  for (const [id, keys] of tieOutcomes(claims)) {
    const key = JSON.stringify(keys);
    const before = sets.get(key);
    sets.set(key, before === undefined ? id : `${before}+${id}`);
  }
  return [...sets.values()].join(' ');
}

const tied = fc.uniqueArray(fc.constantFrom(...'abcdefgh'), { minLength: 1 }).chain((ids) =>
  fc.tuple(
    ...ids.map((id) =>
      fc
        .record({
          originKey: fc.constantFrom('nyt', 'reuters'),
          relations: fc.array(fc.record({ kind: fc.constantFrom(...RELATIONS), claimId: fc.constantFrom(...ids, 'gone') }), {
            maxLength: 3,
          }),
        })
        .map((rest) => ({ id, ...rest })),
    ),
  ),
);

describe('tieOutcomes', () => {
  it('leaves claims apart that nobody tied', () => {
    expect(drawn([claim('a', 'nyt'), claim('b', 'nyt'), claim('c', 'reuters')])).toBe('a b c');
  });

  it('takes restatements by one origin together, and by way of others', () => {
    const restates = (claimId: string) => [{ kind: 'restates', claimId } as const];
    expect(drawn([claim('a', 'nyt', restates('b')), claim('b', 'nyt'), claim('c', 'nyt', restates('b'))])).toBe('a+b+c');
  });

  it('keeps a restatement by another origin as an outcome of its own', () => {
    expect(drawn([claim('a', 'nyt', [{ kind: 'restates', claimId: 'b' }]), claim('b', 'reuters')])).toBe('a b');
  });

  it('believes a person who tied two origins', () => {
    expect(drawn([claim('a', 'nyt', [{ kind: 'same_origin', claimId: 'b' }]), claim('b', 'reuters')])).toBe('a+b');
  });

  it('is not moved by contradiction, tension or claims that are not there', () => {
    const relations = [
      { kind: 'contradicts', claimId: 'b' },
      { kind: 'tension', claimId: 'b' },
      { kind: 'same_origin', claimId: 'gone' },
    ] as const;
    expect(drawn([claim('a', 'nyt', relations), claim('b', 'nyt')])).toBe('a b');
  });

  it('gives each claim keys, and two claims the same exactly when ties lead from one to the other', () => {
    fc.assert(
      fc.property(tied, (claims) => {
        const keys = tieOutcomes(claims);
        const near = (a: TiedClaim, b: TiedClaim) =>
          a.relations.some(
            ({ kind, claimId }) => claimId === b.id && (kind === 'same_origin' || (kind === 'restates' && a.originKey === b.originKey)),
          );
        for (const start of claims) {
          const reached = new Set([start]);
          for (const here of reached) for (const next of claims) if (near(here, next) || near(next, here)) reached.add(next);
          for (const other of claims) {
            const same = JSON.stringify(keys.get(start.id)) === JSON.stringify(keys.get(other.id));
            expect(same).toBe(reached.has(other));
          }
        }
      }),
    );
  });
});
