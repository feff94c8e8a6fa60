import type { Stated } from '@/lib/attribution/link';
import type { SourceClass } from '@/lib/attribution/source-type';
import { PROVENANCE } from '@/lib/frame/en/provenance';
import type { GraphEdge, ProvenanceGraph } from './graph';
import { COLUMN_MAX, type ColumnNode, toColumns } from './graph-columns';
import { type CellGraph, orderColumns } from './graph-order';
import { placeCells } from './graph-place';
import { layRibbons, type Port } from './graph-ribbons';

/**
 * A provenance graph as it is drawn: columns from the article to the right, nodes as high as they have claims, edges as
 * ribbons as wide as theirs. Plain numbers, in CSS pixels from the top left corner; no colours, no elements. The same
 * graph and width always give the same picture.
 */
export type GraphLayout = {
  /** At least the width asked for; more where the columns would leave no room for labels. */
  readonly width: number;
  readonly height: number;
  /** Pixels per claim. A node is `MIN_HEIGHT` high at least, so that it can be seen and hit. */
  readonly unit: number;
  readonly columns: readonly { readonly x: number }[];
  readonly nodes: readonly PlacedNode[];
  readonly ribbons: readonly Ribbon[];
};

export type PlacedNode = ColumnNode & {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Where its label begins, the middle of its height, and the room up to the next column. */
  readonly label: { readonly x: number; readonly y: number; readonly width: number };
};

/** One strand of an edge: claims of one class, all stated or all known from outside. Strands of an edge touch each other. */
export type Ribbon = {
  readonly from: string;
  readonly to: string;
  readonly stated: Stated;
  readonly sourceClass: SourceClass;
  readonly claimIds: readonly string[];
  readonly circular: boolean;
  /** A closed outline, for the `d` of an SVG path. */
  readonly path: string;
  /** Where it leaves and where it arrives, within the height of its node. */
  readonly start: Port;
  readonly end: Port;
};

export type LayoutOptions = {
  /** The room there is, in pixels. */
  readonly width: number;
  /** How high the fullest column may become with nothing but claims in it; labels and gaps come on top. */
  readonly claimsHeight?: number;
  readonly columnMax?: number;
  /** What several are called that are drawn as one; in English when absent. */
  readonly othersName?: (count: number) => string;
};

const NODE_WIDTH = 9;
const LABEL_GAP = 8;
/** Between the end of a label and the next column. */
const LABEL_END = 12;
/** Narrower columns would cut every label: the picture then grows wider than asked, and scrolls. */
const COLUMN_WIDTH_MIN = 150;
const UNIT_MAX = 12.5;
const CLAIMS_HEIGHT = 420;
export const MIN_HEIGHT = 2;

/**
 * Lays out a graph: columns by the longest way, an order with few crossings, places near the neighbours, ribbons.
 * Costs time in proportion to nodes and edges, with n log n sorting in a column; claims are looked at once.
 */
export function layoutGraph(
  graph: ProvenanceGraph,
  { width, claimsHeight = CLAIMS_HEIGHT, columnMax = COLUMN_MAX, othersName = PROVENANCE.graph.others }: LayoutOptions,
): GraphLayout {
  const columnGraph = toColumns(graph, columnMax, othersName);
  const count = columnGraph.columns.length;
  const unit = unitFor(columnGraph.columns, claimsHeight);
  const cells = orderColumns(columnGraph);
  const { middles, height } = placeCells(cells, unit);
  const columnWidth = Math.max(COLUMN_WIDTH_MIN, width / Math.max(1, count));
  const xs = columnGraph.columns.map((_, at) => at * columnWidth);
  const nodes = toPlacedNodes(cells, middles, { unit, xs, labelWidth: columnWidth - NODE_WIDTH - LABEL_GAP - LABEL_END });
  const ribbons = toRibbons(columnGraph.edges, cells, middles, { unit, xs });
  return { width: Math.max(width, count * columnWidth), height, unit, columns: xs.map((x) => ({ x })), nodes, ribbons };
}

function unitFor(columns: readonly (readonly ColumnNode[])[], claimsHeight: number): number {
  const fullest = Math.max(1, ...columns.map((column) => column.reduce((sum, { claimIds }) => sum + claimIds.length, 0)));
  return Math.min(UNIT_MAX, claimsHeight / fullest);
}

function heightOf(claims: number, unit: number): number {
  return Math.max(MIN_HEIGHT, claims * unit);
}

function toPlacedNodes(
  { cells }: CellGraph,
  middles: readonly number[],
  { unit, xs, labelWidth }: { readonly unit: number; readonly xs: readonly number[]; readonly labelWidth: number },
): readonly PlacedNode[] {
  return cells.flatMap(({ node, claims }, cell) => {
    if (node === null) return [];
    const height = heightOf(claims, unit);
    const [x, middle] = [xs[node.column] ?? 0, middles[cell] ?? 0];
    const label = { x: x + NODE_WIDTH + LABEL_GAP, y: middle, width: labelWidth };
    return [{ ...node, x, y: middle - height / 2, width: NODE_WIDTH, height, label }];
  });
}

function toRibbons(
  edges: readonly GraphEdge[],
  { cells, ways }: CellGraph,
  middles: readonly number[],
  { unit, xs }: { readonly unit: number; readonly xs: readonly number[] },
): readonly Ribbon[] {
  const boxes = cells.map(({ node, column, claims }, cell) => {
    const height = node === null ? claims * unit : heightOf(claims, unit);
    return { x: xs[column] ?? 0, width: NODE_WIDTH, top: (middles[cell] ?? 0) - height / 2, height };
  });
  return layRibbons(edges, ways, boxes, unit).map(({ edge, strand, ...drawn }) => {
    const { from, to, circular } = edge;
    return { from, to, circular, ...strand, ...drawn };
  });
}
