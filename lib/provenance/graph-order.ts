import { SOURCE_CLASSES } from '@/lib/attribution/source-type';
import type { GraphEdge } from './graph';
import type { ColumnGraph, ColumnNode } from './graph-columns';

/** What takes room in a column: a node, or (null) the lane in which an edge passes it by. `claims` is its thickness. */
export type Cell = { readonly node: ColumnNode | null; readonly column: number; readonly claims: number };

export type CellGraph = {
  readonly cells: readonly Cell[];
  /** Places in `cells`, from the top. */
  readonly columns: readonly (readonly number[])[];
  /** For each edge the cells it goes through, from its node by lanes to its node. */
  readonly ways: readonly (readonly number[])[];
  /** Neighbours one step to the left and to the right along edges that are not circular, with the claims of the edge. */
  readonly left: readonly (readonly Neighbour[])[];
  readonly right: readonly (readonly Neighbour[])[];
};

export type Neighbour = { readonly cell: number; readonly claims: number };

/** More lanes than this are not laid: in so thick a web nobody follows a single edge, and the sweeps would cost more than linear. */
const LANES_MAX = 2000;

/** Fixed, so that time is bounded and the picture always the same; even, so that the neighbours on the left have the last word. */
const SWEEPS = 6;

/**
 * The order within the columns, few crossings: it begins by class, nobody and gathered nodes at the foot, and then each
 * column in turn is sorted by the mean place of its neighbours to one side, forth and back (barycentre method; Sugiyama,
 * Tagawa and Toda 1981). Edges that pass columns by have lanes there, so that they need not run behind a node.
 * Deterministic: equal means keep their order. Costs a fixed number of sweeps over the edges, n log n in a column.
 */
export function orderColumns({ columns, edges }: ColumnGraph): CellGraph {
  const cells: Cell[] = [];
  const places = new Map<string, number>();
  const order: number[][] = columns.map((column) =>
    column.toSorted(byClass).map((node) => {
      places.set(node.key, cells.length);
      return cells.push({ node, column: node.column, claims: node.claimIds.length }) - 1;
    }),
  );
  const ways = layWays(edges, places, cells, order);
  const left: Neighbour[][] = cells.map(() => []);
  const right: Neighbour[][] = cells.map(() => []);
  ways.forEach((way, edge) => {
    if (edges[edge]?.circular) return;
    const claims = edges[edge]?.claimIds.length ?? 0;
    for (let step = 1; step < way.length; step += 1) {
      const [from, to] = [way[step - 1] as number, way[step] as number];
      right[from]?.push({ cell: to, claims });
      left[to]?.push({ cell: from, claims });
    }
  });
  sweep(order, left, right);
  return { cells, columns: order, ways, left, right };
}

function byClass(a: ColumnNode, b: ColumnNode): number {
  return rank(a) - rank(b);
}

function rank({ kind, sourceClass }: ColumnNode): number {
  if (kind === 'others') return SOURCE_CLASSES.length + 1;
  if (kind === 'nobody') return SOURCE_CLASSES.length;
  return sourceClass === null ? 0 : SOURCE_CLASSES.indexOf(sourceClass);
}

function layWays(edges: readonly GraphEdge[], places: ReadonlyMap<string, number>, cells: Cell[], order: number[][]): readonly number[][] {
  const ends = edges.map(({ from, to }) => [places.get(from) ?? 0, places.get(to) ?? 0] as const);
  const spans = edges.map(({ circular }, edge) => {
    const [from, to] = ends[edge] as readonly [number, number];
    return circular ? 0 : (cells[to]?.column ?? 0) - (cells[from]?.column ?? 0) - 1;
  });
  const laid = spans.reduce((sum, lanes) => sum + Math.max(0, lanes), 0) <= LANES_MAX;
  return edges.map(({ claimIds }, edge) => {
    const [from, to] = ends[edge] as readonly [number, number];
    const way = [from];
    const first = (cells[from]?.column ?? 0) + 1;
    for (let lane = 0; laid && lane < (spans[edge] ?? 0); lane += 1) {
      const cell = cells.push({ node: null, column: first + lane, claims: claimIds.length }) - 1;
      order[first + lane]?.push(cell);
      way.push(cell);
    }
    return [...way, to];
  });
}

/** Below every position, which are between 0 and 1. */
const FOOT = 2;

function sweep(order: number[][], left: readonly (readonly Neighbour[])[], right: readonly (readonly Neighbour[])[]): void {
  const positions: number[] = [];
  const settle = (column: readonly number[]) => {
    column.forEach((cell, at) => {
      positions[cell] = (at + 0.5) / column.length;
    });
  };
  for (const column of order) settle(column);
  // From the right first: on the left everything hangs on the one article, which tells nothing about its order.
  for (let round = 0; round < SWEEPS; round += 1) {
    const side = round % 2 === 0 ? right : left;
    // Who passes nothing on goes to the foot, out of the way of the ribbons of the others.
    const without = round % 2 === 0 ? FOOT : 0;
    const turns = round % 2 === 0 ? order.toReversed() : order;
    for (const column of turns) {
      const means = new Map(column.map((cell) => [cell, meanOf(side[cell] ?? [], positions) ?? without]));
      column.sort((a, b) => (means.get(a) ?? 0) - (means.get(b) ?? 0));
      settle(column);
    }
  }
}

/** The mean of the neighbours' values, each as heavy as its claims; null without neighbours. */
export function meanOf(neighbours: readonly Neighbour[], values: readonly number[]): number | null {
  let [sum, weight] = [0, 0];
  for (const { cell, claims } of neighbours) {
    sum += (values[cell] ?? 0) * claims;
    weight += claims;
  }
  return weight === 0 ? null : sum / weight;
}
