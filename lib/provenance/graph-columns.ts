import type { LinkName } from '@/lib/attribution/link-name';
import type { SourceClass } from '@/lib/attribution/source-type';
import { PROVENANCE } from '@/lib/frame/en/provenance';
import { type GraphEdge, type GraphNode, type NodeKind, type ProvenanceGraph, type Strand, strandPlace } from './graph';

/** A node as it is drawn: one of the graph, or several small ones of a column gathered into one. */
export type ColumnNode = {
  readonly key: string;
  readonly kind: NodeKind | 'others';
  readonly name: LinkName;
  readonly sourceClass: SourceClass | null;
  readonly claimIds: readonly string[];
  /** The nodes gathered here; empty for a node of the graph. */
  readonly members: readonly GraphNode[];
  readonly column: number;
};

export type ColumnGraph = { readonly columns: readonly (readonly ColumnNode[])[]; readonly edges: readonly GraphEdge[] };

/** More nodes than this in a column cannot be read: the smallest are gathered into one. */
export const COLUMN_MAX = 40;

/**
 * The graph in columns, articles first: each node as far to the right as the longest way to it, so that every edge leads
 * to the right but the `circular` ones. In columns with more than `columnMax` nodes the largest keep their place and the
 * others become one node with all their claims and edges. Linear in nodes and edges, plus n log n in a full column.
 */
export function toColumns({ nodes, edges }: ProvenanceGraph, columnMax = COLUMN_MAX, othersName = PROVENANCE.graph.others): ColumnGraph {
  const depths = depthsOf(nodes, edges);
  const columns: GraphNode[][] = [];
  for (const node of nodes) {
    const depth = depths.get(node.key) ?? 0;
    const column = columns[depth] ?? [];
    columns[depth] = column;
    column.push(node);
  }
  // A claim goes through a column once, and along an edge, unless somewhere it is led back.
  const rings = edges.some(({ circular }) => circular);
  const gathered = columns.map((column, depth) => gather(column, depth, { max: columnMax, rings, othersName }));
  if (nodes.length === gathered.reduce((sum, column) => sum + column.length, 0)) return { columns: gathered, edges };
  const homes = new Map(gathered.flatMap((column) => column.flatMap(({ key, members }) => members.map((member) => [member.key, key]))));
  return { columns: gathered, edges: mergeEdges(edges, homes, rings) };
}

/** The longest way from a start to each node, circular edges left out: nodes in topological order (Kahn 1962). */
function depthsOf(nodes: readonly GraphNode[], edges: readonly GraphEdge[]): ReadonlyMap<string, number> {
  const outgoing = new Map<string, string[]>(nodes.map(({ key }) => [key, []]));
  const waiting = new Map<string, number>(nodes.map(({ key }) => [key, 0]));
  for (const { from, to, circular } of edges) {
    if (circular) continue;
    outgoing.get(from)?.push(to);
    waiting.set(to, (waiting.get(to) ?? 0) + 1);
  }
  const depths = new Map<string, number>();
  const ready = nodes.filter(({ key }) => waiting.get(key) === 0).map(({ key }) => key);
  for (const key of ready) {
    const depth = depths.get(key) ?? 0;
    depths.set(key, depth);
    for (const next of outgoing.get(key) ?? []) {
      depths.set(next, Math.max(depths.get(next) ?? 0, depth + 1));
      const left = (waiting.get(next) ?? 0) - 1;
      waiting.set(next, left);
      if (left === 0) ready.push(next);
    }
  }
  return depths;
}

function gather(
  nodes: readonly GraphNode[],
  column: number,
  { max, rings, othersName }: { readonly max: number; readonly rings: boolean; readonly othersName: (count: number) => string },
): readonly ColumnNode[] {
  const single = ({ key, kind, name, sourceClass, claimIds }: GraphNode): ColumnNode => ({
    ...{ key, kind, name, sourceClass, claimIds },
    members: [],
    column,
  });
  if (nodes.length <= max) return nodes.map(single);
  const bySize = nodes.toSorted((a, b) => b.claimIds.length - a.claimIds.length);
  const large = new Set(bySize.slice(0, max - 1));
  const members = nodes.filter((node) => !large.has(node));
  const claimIds = members.flatMap((member) => member.claimIds);
  const others: ColumnNode = {
    key: `others:${column}`,
    kind: 'others',
    name: { text: othersName(members.length), quoted: false },
    sourceClass: null,
    claimIds: rings ? [...new Set(claimIds)] : claimIds,
    members,
    column,
  };
  return [...nodes.filter((node) => large.has(node)).map(single), others];
}

/** Each edge between what its nodes were gathered into, those that meet made one. */
function mergeEdges(edges: readonly GraphEdge[], homes: ReadonlyMap<string, string>, rings: boolean): readonly GraphEdge[] {
  const meeting = new Map<string, Map<string, GraphEdge[]>>();
  for (const edge of edges) {
    const [from, to] = [homes.get(edge.from) ?? edge.from, homes.get(edge.to) ?? edge.to];
    const outgoing = meeting.get(from) ?? new Map<string, GraphEdge[]>();
    meeting.set(from, outgoing);
    const list = outgoing.get(to);
    if (list === undefined) outgoing.set(to, [edge]);
    else list.push(edge);
  }
  return [...meeting].flatMap(([from, outgoing]) => [...outgoing].map(([to, list]) => ({ ...mergeParallel(list, rings), from, to })));
}

/** Circular edges lead to the left and others to the right: those that meet are of one kind. */
function mergeParallel(edges: readonly GraphEdge[], rings: boolean): GraphEdge {
  const first = edges[0] as GraphEdge;
  if (edges.length === 1) return first;
  const strands: (Omit<Strand, 'claimIds'> & { readonly claimIds: string[] })[] = [];
  const seen = new Set<string>();
  for (const strand of edges.flatMap((edge) => edge.strands)) {
    const fresh = rings ? strand.claimIds.filter((id) => !seen.has(id)) : strand.claimIds;
    if (fresh.length === 0) continue;
    if (rings) for (const id of fresh) seen.add(id);
    const place = strandPlace(strand);
    const known = strands[place];
    if (known === undefined) strands[place] = { ...strand, claimIds: [...fresh] };
    else for (const id of fresh) known.claimIds.push(id);
  }
  const merged = strands.filter((strand) => strand !== undefined);
  return { ...first, strands: merged, claimIds: merged.flatMap(({ claimIds }) => claimIds) };
}
