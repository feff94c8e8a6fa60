import { type Cell, type CellGraph, meanOf } from './graph-order';

/** Room that a node takes at least, for two lines of label, and a lane, for the eye; pixels. */
const NODE_ROOM = 34;
const LANE_ROOM = 6;
const GAP = 12;

const ROUNDS = 4;

/**
 * The middle of each cell, in pixels from the top, so that no two of a column overlap and each is as near as can be to
 * the mean of its neighbours. Each column keeps its order; those that would push into each other are set together at the
 * mean of what they want (least squares under an order: pool adjacent violators, Ayer et al. 1955).
 *
 * @param unit pixels per claim
 * Costs a fixed number of rounds, each linear in cells and edges.
 */
export function placeCells(
  { cells, columns, left, right }: CellGraph,
  unit: number,
): { readonly middles: readonly number[]; readonly height: number } {
  const rooms = cells.map((cell) => roomOf(cell, unit));
  const middles: number[] = [];
  const heights = columns.map((column) => column.reduce((sum, cell) => sum + (rooms[cell] ?? 0) + GAP, -GAP));
  const tallest = Math.max(0, ...heights);
  columns.forEach((column, at) => {
    let top = (tallest - (heights[at] ?? 0)) / 2;
    for (const cell of column) {
      middles[cell] = top + (rooms[cell] ?? 0) / 2;
      top += (rooms[cell] ?? 0) + GAP;
    }
  });
  for (let round = 0; round < ROUNDS; round += 1) {
    const side = round % 2 === 0 ? left : right;
    for (const column of round % 2 === 0 ? columns : columns.toReversed()) {
      const wants = column.map((cell) => meanOf(side[cell] ?? [], middles) ?? middles[cell] ?? 0);
      const weights = column.map((cell) => Math.max(1, cells[cell]?.claims ?? 1));
      settle(column, wants, weights, rooms).forEach((middle, at) => {
        middles[column[at] as number] = middle;
      });
    }
  }
  const top = cells.reduce((least, _, cell) => Math.min(least, (middles[cell] ?? 0) - (rooms[cell] ?? 0) / 2), Number.POSITIVE_INFINITY);
  const foot = cells.reduce((most, _, cell) => Math.max(most, (middles[cell] ?? 0) + (rooms[cell] ?? 0) / 2), Number.NEGATIVE_INFINITY);
  return cells.length === 0 ? { middles: [], height: 0 } : { middles: middles.map((middle) => middle - top), height: foot - top };
}

function roomOf({ node, claims }: Cell, unit: number): number {
  return Math.max(claims * unit, node === null ? LANE_ROOM : NODE_ROOM);
}

type Block = { readonly from: number; readonly weight: number; readonly want: number };

function settle(
  column: readonly number[],
  wants: readonly number[],
  weights: readonly number[],
  rooms: readonly number[],
): readonly number[] {
  // How far below the first cell each would be if all touched: without it, keeping apart is keeping in order.
  const offsets: number[] = [];
  column.forEach((cell, at) => {
    const above = column[at - 1];
    const step = above === undefined ? 0 : (rooms[above] ?? 0) / 2 + GAP + (rooms[cell] ?? 0) / 2;
    offsets.push((offsets.at(-1) ?? 0) + step);
  });
  const blocks: Block[] = [];
  wants.forEach((want, at) => {
    let block: Block = { from: at, weight: weights[at] ?? 1, want: want - (offsets[at] ?? 0) };
    for (let above = blocks.at(-1); above !== undefined && above.want >= block.want; above = blocks.at(-1)) {
      const weight = above.weight + block.weight;
      block = { from: above.from, weight, want: (above.want * above.weight + block.want * block.weight) / weight };
      blocks.pop();
    }
    blocks.push(block);
  });
  return blocks.flatMap(({ from, want }, at) => offsets.slice(from, blocks[at + 1]?.from ?? offsets.length).map((offset) => want + offset));
}
