import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changedNodes, type MergeNode, mergeFault, mergeInto, splitOff } from '@/lib/sources/merge';

const alone = (id: string): MergeNode => ({ id, mergedIntoId: null, canonicalId: null });
const nodeOf = (nodes: readonly MergeNode[], id: string) => nodes.find((node) => node.id === id) as MergeNode;

/** Where the path of merges from `id` ends. */
function endOf(nodes: readonly MergeNode[], id: string): string {
  const { mergedIntoId } = nodeOf(nodes, id);
  return mergedIntoId === null ? id : endOf(nodes, mergedIntoId);
}

function expectConsistent(nodes: readonly MergeNode[]): void {
  for (const { id, mergedIntoId, canonicalId } of nodes) {
    expect(canonicalId ?? id, id).toBe(endOf(nodes, id));
    expect(mergedIntoId === null, `${id} stands for itself exactly when it is merged into nothing`).toBe(canonicalId === null);
  }
}

describe('merging', () => {
  it('lets one source stand for the other and for all that was merged into it', () => {
    const nodes = mergeInto(mergeInto(['A', 'B', 'C'].map(alone), 'A', 'B'), 'B', 'C');
    expect(nodes).toEqual([
      { id: 'A', mergedIntoId: 'B', canonicalId: 'C' },
      { id: 'B', mergedIntoId: 'C', canonicalId: 'C' },
      { id: 'C', mergedIntoId: null, canonicalId: null },
    ]);
  });

  it('names what changed, and nothing else', () => {
    const before = mergeInto(['A', 'B', 'C', 'D'].map(alone), 'A', 'B');
    const changed = changedNodes(before, mergeInto(before, 'B', 'C'));
    expect(changed.map(({ id }) => id)).toEqual(['A', 'B']);
  });
});

describe('splitting', () => {
  it('gives a source in the middle back what was merged into it, and leaves the rest', () => {
    let nodes: readonly MergeNode[] = ['A', 'B', 'C', 'D'].map(alone);
    for (const [from, into] of [
      ['A', 'B'],
      ['B', 'C'],
      ['D', 'C'],
    ] as const)
      nodes = mergeInto(nodes, from, into);
    expect(splitOff(nodes, 'B')).toEqual([
      { id: 'A', mergedIntoId: 'B', canonicalId: 'B' },
      { id: 'B', mergedIntoId: null, canonicalId: null },
      { id: 'C', mergedIntoId: null, canonicalId: null },
      { id: 'D', mergedIntoId: 'C', canonicalId: 'C' },
    ]);
  });
});

describe('any history of merges and splits', () => {
  const steps = fc.array(fc.record({ split: fc.boolean(), a: fc.nat(), b: fc.nat() }), { maxLength: 40 });

  /** The nodes after each step that is possible; others are passed over, as the server refuses them. */
  function play(size: number, history: readonly { split: boolean; a: number; b: number }[]): readonly MergeNode[] {
    let nodes: readonly MergeNode[] = Array.from({ length: size }, (_, at) => alone(`S${at}`));
    for (const { split, a, b } of history) {
      const pick = (some: readonly MergeNode[], at: number) => some[at % Math.max(1, some.length)];
      if (split) {
        const one = pick(
          nodes.filter(({ canonicalId }) => canonicalId !== null),
          a,
        );
        if (one !== undefined) nodes = splitOff(nodes, one.id);
      } else {
        const standing = nodes.filter(({ canonicalId }) => canonicalId === null);
        const [from, into] = [pick(standing, a), pick(standing, b)];
        if (from !== undefined && into !== undefined && from.id !== into.id) nodes = mergeInto(nodes, from.id, into.id);
      }
    }
    return nodes;
  }

  it('keeps with each source the one where its path of merges ends', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 12 }), steps, (size, history) => expectConsistent(play(size, history))));
  });

  it('is restored when a merge is followed by its split', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 12 }), steps, fc.nat(), fc.nat(), (size, history, a, b) => {
        const nodes = play(size, history);
        const standing = nodes.filter(({ canonicalId }) => canonicalId === null);
        const [from, into] = [standing[a % standing.length], standing[b % standing.length]];
        fc.pre(from !== undefined && into !== undefined && from.id !== into.id);
        expect(splitOff(mergeInto(nodes, from.id, into.id), from.id)).toEqual(nodes);
      }),
    );
  });

  it('is restored when every merge is split off, in any order', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 12 }), steps, fc.array(fc.nat(), { minLength: 12, maxLength: 12 }), (size, history, order) => {
        let nodes = play(size, history);
        for (const at of order) {
          const merged = nodes.filter(({ canonicalId }) => canonicalId !== null);
          const one = merged[at % Math.max(1, merged.length)];
          if (one !== undefined) nodes = splitOff(nodes, one.id);
        }
        expect(nodes).toEqual(Array.from({ length: size }, (_, at) => alone(`S${at}`)));
      }),
    );
  });
});

describe('what cannot be merged', () => {
  const source = (id: string, more: object = {}) => ({ ...alone(id), name: `Name of ${id}`, retractedAt: null, ...more });

  it.each([
    ['itself', source('A'), source('A'), [], /into itself/],
    ['what was merged into it', source('A'), source('B', { mergedIntoId: 'A', canonicalId: 'A' }), [], /merged into “Name of A” already/],
    ['one that is merged', source('A', { mergedIntoId: 'C', canonicalId: 'C' }), source('B'), [], /“Name of A” was merged into another/],
    [
      'another that is merged',
      source('A'),
      source('B', { mergedIntoId: 'C', canonicalId: 'C' }),
      [],
      /“Name of B” was merged into another/,
    ],
    ['its own part', source('A'), source('B'), ['X', 'A'], /“Name of B” is part of “Name of A”/],
    ['a retracted one into one that is not', source('A', { retractedAt: new Date(0) }), source('B'), [], /is retracted and/],
  ] as const)('is %s, and says why', (_what, from, into, ancestors, why) => {
    expect(mergeFault(from, into, ancestors)).toMatch(why);
  });

  it('is nothing else: a part may go into its whole, and any source into a retracted one', () => {
    expect(mergeFault(source('A'), source('B'), [])).toBeNull();
    expect(mergeFault(source('A'), source('B', { retractedAt: new Date(0) }), ['X'])).toBeNull();
  });
});
