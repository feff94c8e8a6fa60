import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newLink } from '@/lib/attribution/chain';
import type { Link } from '@/lib/attribution/link';
import { sourceKey } from '@/lib/provenance/chain-steps';
import { buildGraph, type GraphClaim } from '@/lib/provenance/graph';
import { type GraphLayout, layoutGraph, MIN_HEIGHT } from '@/lib/provenance/graph-layout';
import { aLink, chainOf, NYT, REUTERS } from '../attribution/links';
import { graphClaims } from './arbitrary-graph';
import { readSampleClaims } from './sample';

const CLOSE = 1e-6;

const layoutOf = (claims: readonly GraphClaim[], options: Partial<Parameters<typeof layoutGraph>[1]> = {}) =>
  layoutGraph(buildGraph(claims), { width: 1088, ...options });

function claim(id: string, ...links: readonly Link[]): GraphClaim {
  return { id, articleId: 'article', chain: chainOf(...links), sourceType: links[0]?.sourceType ?? 'author' };
}

/** How often two ribbons between the same two columns cross. */
function crossings({ ribbons }: GraphLayout): number {
  let count = 0;
  ribbons.forEach((a, at) => {
    for (const b of ribbons.slice(at + 1)) {
      const sameColumns = a.start.x === b.start.x && a.end.x === b.end.x;
      if (sameColumns && (a.start.top - b.start.top) * (a.end.top - b.end.top) < -CLOSE) count += 1;
    }
  });
  return count;
}

const options = fc.record({ width: fc.integer({ min: 200, max: 2000 }), columnMax: fc.integer({ min: 2, max: 6 }) });

describe('the layout of the sample', () => {
  const layout = layoutOf(readSampleClaims());
  const node = (id: string) => layout.nodes.find(({ key }) => key === sourceKey(id));

  it('has four columns: the article, who brings it, who is not named, who is said to hold it', () => {
    expect(layout.columns.map(({ x }) => x)).toEqual([0, 272, 544, 816]);
    expect(['nyt', 'reuters', 'moscow_elite'].map((id) => node(id)?.column)).toEqual([1, 1, 1]);
    expect(['kremlin_sources', 'western_sources', 'bare_sources', 'kremlin_insiders'].map((id) => node(id)?.column)).toEqual([2, 2, 2, 2]);
    expect(['kozak', 'putin'].map((id) => node(id)?.column)).toEqual([3, 3]);
  });

  it('draws nodes as high as they have claims', () => {
    expect(layout.unit).toBe(12.5);
    expect(node('nyt')?.height).toBe(13 * 12.5);
    expect(node('kozak')?.height).toBe(8 * 12.5);
  });

  it('crosses no ribbons', () => {
    expect(crossings(layout)).toBe(0);
  });

  it('draws stated and silent claims of one relay as two ribbons that touch', () => {
    const ribbons = layout.ribbons.filter(({ to }) => to === sourceKey('nyt'));
    expect(ribbons.map(({ stated, claimIds }) => [stated, claimIds.length])).toEqual([
      ['in_text', 3],
      ['from_outside', 10],
    ]);
    expect(ribbons[1]?.start.top).toBeCloseTo(ribbons[0]?.start.bottom ?? Number.NaN);
    expect(ribbons[1]?.end.top).toBeCloseTo(ribbons[0]?.end.bottom ?? Number.NaN);
  });
});

describe('a graph laid out', () => {
  it('is empty for no claims', () => {
    expect(layoutOf([])).toMatchObject({ width: 1088, height: 0, nodes: [], ribbons: [], columns: [] });
  });

  it('grows wider than asked rather than leave no room for labels', () => {
    const layout = layoutOf(readSampleClaims(), { width: 320 });
    expect(layout.width).toBe(600);
    expect(layout.nodes.every(({ label }) => label.width > 100)).toBe(true);
  });

  it('gathers the smallest of too many into one node with all their claims', () => {
    const claims = Array.from({ length: 50 }, (_, source) =>
      Array.from({ length: source < 45 ? 1 : 3 }, (_, at) => claim(`c${source}-${at}`, aLink('named_person', `P${source}`))),
    ).flat();
    const column = layoutOf(claims).nodes.filter((node) => node.column === 1);
    expect(column).toHaveLength(40);
    const others = column.find(({ kind }) => kind === 'others');
    expect(others?.name.text).toBe('11 others');
    expect(others?.members.map(({ claimIds }) => claimIds.length)).toEqual(Array(11).fill(1));
    expect(others?.claimIds).toHaveLength(11);
    expect(column.filter(({ claimIds }) => claimIds.length === 3)).toHaveLength(5);
    expect(new Set(column.flatMap(({ claimIds }) => claimIds)).size).toBe(claims.length);
  });

  it('draws an edge that leads back within its nodes', () => {
    const layout = layoutOf([claim('a', NYT, REUTERS, NYT)]);
    const back = layout.ribbons.find(({ circular }) => circular);
    expect(back).toMatchObject({ from: sourceKey('reuters'), to: sourceKey('nyt') });
    expect(back?.path).toMatch(/^M[\d.]+ [\d.]+C.*V.*C.*Z$/u);
  });

  it('is the same each time', () => {
    fc.assert(
      fc.property(graphClaims, options, (claims, given) => {
        expect(layoutOf(claims, given)).toEqual(layoutOf(claims, given));
      }),
    );
  });

  it('lets no two nodes of a column overlap, nor their labels, and keeps all within its bounds', () => {
    fc.assert(
      fc.property(graphClaims, options, (claims, given) => {
        const { nodes, columns, width, height } = layoutOf(claims, given);
        for (const { x, y, width: own, height: tall, label } of nodes) {
          expect(y).toBeGreaterThanOrEqual(-CLOSE);
          expect(y + tall).toBeLessThanOrEqual(height + CLOSE);
          expect(x + own).toBeLessThan(label.x);
          expect(label.x + label.width).toBeLessThanOrEqual(width + CLOSE);
        }
        columns.forEach((_, at) => {
          const column = nodes.filter((node) => node.column === at).sort((a, b) => a.y - b.y);
          column.slice(1).forEach((below, index) => {
            const above = column[index] as (typeof column)[number];
            expect(below.y).toBeGreaterThan(above.y + above.height);
            expect(below.label.y - above.label.y).toBeGreaterThan(30);
          });
        });
      }),
    );
  });

  it('draws each node of the graph once, itself or among others, in proportion to its claims', () => {
    fc.assert(
      fc.property(graphClaims, options, (claims, given) => {
        const graph = buildGraph(claims);
        const { nodes, unit, columns } = layoutGraph(graph, given);
        const keys = nodes.flatMap(({ key, members }) => (members.length === 0 ? [key] : members.map((member) => member.key)));
        expect(keys.toSorted()).toEqual(graph.nodes.map(({ key }) => key).toSorted());
        for (const { claimIds, height } of nodes) expect(height).toBeCloseTo(Math.max(MIN_HEIGHT, claimIds.length * unit));
        const sizes = columns.map((_, at) => nodes.filter(({ column }) => column === at).length);
        expect(sizes.every((size) => size <= given.columnMax)).toBe(true);
      }),
    );
  });

  it('keeps every ribbon within the height of its nodes, apart from its neighbours, and as wide as its claims', () => {
    fc.assert(
      fc.property(graphClaims, options, (claims, given) => {
        const { nodes, ribbons, unit } = layoutOf(claims, given);
        const byKey = new Map(nodes.map((node) => [node.key, node]));
        for (const { from, to, start, end, claimIds, circular, path } of ribbons) {
          const sides = [[byKey.get(from), start] as const, [byKey.get(to), end] as const];
          for (const [node, port] of sides) {
            expect(port.top).toBeGreaterThanOrEqual((node?.y ?? Number.NaN) - CLOSE);
            expect(port.bottom).toBeLessThanOrEqual((node?.y ?? 0) + (node?.height ?? Number.NaN) + CLOSE);
            expect(port.bottom - port.top).toBeGreaterThan(0);
            expect(port.bottom - port.top).toBeLessThanOrEqual(claimIds.length * unit + CLOSE);
          }
          if (!circular) expect(start.x).toBeLessThan(end.x);
          expect(path).toMatch(/^M[-\d. CHVLZ]+Z$/u);
        }
        for (const { key } of nodes) {
          const sides = [
            ribbons.filter(({ from }) => from === key).map(({ start }) => start),
            ribbons.filter(({ to }) => to === key).map(({ end }) => end),
          ];
          for (const ports of sides) {
            ports.sort((a, b) => a.top - b.top);
            const foots = [Number.NEGATIVE_INFINITY, ...ports.map(({ bottom }) => bottom)];
            expect(ports.every(({ top }, at) => top >= (foots[at] ?? 0) - CLOSE)).toBe(true);
          }
        }
      }),
    );
  });

  it('draws every claim of every edge in exactly one ribbon', () => {
    fc.assert(
      fc.property(graphClaims, (claims) => {
        const { edges } = buildGraph(claims);
        const { ribbons } = layoutOf(claims);
        const shown = (list: readonly { readonly from: string; readonly to: string; readonly claimIds: readonly string[] }[]) =>
          list.flatMap(({ from, to, claimIds }) => claimIds.map((id) => `${from} ${to} ${id}`)).toSorted();
        expect(shown(ribbons)).toEqual(shown(edges));
      }),
    );
  });

  it('takes a chain as long as a desk has sources', () => {
    const claims = Array.from({ length: 3000 }, (_, at) => ({
      ...claim(`c${at}`),
      chain: [newLink({ sourceType: 'author', source: null }, true), aLink('named_person', `p${at}`), aLink('named_person', `p${at + 1}`)],
    }));
    expect(layoutOf(claims).columns).toHaveLength(3002);
  });
});
