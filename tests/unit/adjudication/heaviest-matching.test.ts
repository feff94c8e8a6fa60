import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Edge, heaviestMatching, splitUp } from '@/lib/adjudication/heaviest-matching';

/** Up to seven nodes on each side, at most one edge between two. */
const someEdges: fc.Arbitrary<readonly Edge[]> = fc
  .uniqueArray(fc.tuple(fc.nat(6), fc.nat(6)), { maxLength: 24, selector: ([left, right]) => left * 7 + right })
  .chain((ends) =>
    fc
      .array(fc.integer({ min: 1, max: 12 }), { minLength: ends.length, maxLength: ends.length })
      .map((weights) => ends.map(([left, right], at) => ({ left, right, weight: weights[at] as number }))),
  );

function weightOf(edges: readonly Edge[]): number {
  return edges.reduce((sum, { weight }) => sum + weight, 0);
}

/** The weight of the heaviest matching, by trying them all. */
function heaviestOfAll(edges: readonly Edge[]): number {
  const [edge, ...others] = edges;
  if (edge === undefined) return 0;
  const apart = others.filter(({ left, right }) => left !== edge.left && right !== edge.right);
  return Math.max(heaviestOfAll(others), edge.weight + heaviestOfAll(apart));
}

describe('heaviestMatching', () => {
  it('is worth as much as the best of all matchings', () => {
    fc.assert(
      fc.property(someEdges, (edges) => {
        expect(weightOf(heaviestMatching(edges))).toBe(heaviestOfAll(edges));
      }),
      { numRuns: 500 },
    );
  });

  it('comes to an end and as near as rounding lets it where weights are no whole numbers', () => {
    const thirds = someEdges.map((edges) => edges.map((edge) => ({ ...edge, weight: edge.weight / 3 + 0.1 })));
    fc.assert(
      fc.property(thirds, (edges) => {
        expect(weightOf(heaviestMatching(edges))).toBeCloseTo(heaviestOfAll(edges), 9);
      }),
    );
  });

  it('takes no node twice, and edges that were given', () => {
    fc.assert(
      fc.property(someEdges, (edges) => {
        const taken = heaviestMatching(edges);
        expect(new Set(taken.map(({ left }) => left)).size).toBe(taken.length);
        expect(new Set(taken.map(({ right }) => right)).size).toBe(taken.length);
        for (const edge of taken) expect(edges).toContain(edge);
      }),
    );
  });

  it('leaves a node alone where that frees two better pairs', () => {
    const edges = [
      { left: 0, right: 0, weight: 5 },
      { left: 0, right: 1, weight: 4 },
      { left: 1, right: 0, weight: 4 },
    ];
    expect(weightOf(heaviestMatching(edges))).toBe(8);
    expect(weightOf(heaviestMatching(edges.map((edge) => (edge.weight === 5 ? { ...edge, weight: 9 } : edge))))).toBe(9);
  });

  it('puts every edge into exactly one group of nodes that hang together', () => {
    fc.assert(
      fc.property(someEdges, (edges) => {
        const groups = splitUp(edges);
        expect(groups.flat().length).toBe(edges.length);
        groups.forEach((group, at) => {
          for (const other of groups.slice(at + 1).flat()) {
            expect(group.some(({ left, right }) => left === other.left || right === other.right)).toBe(false);
          }
        });
      }),
    );
  });
});
