import type { ProvenanceGraph } from './graph';
import { toColumns } from './graph-columns';

/** More columns than this are wider than any page. No chain that people write needs as many. */
const COLUMNS_MAX = 8;

/**
 * The graph as it can be drawn. Sources that cite each other across hundreds of claims make ways far longer than any one
 * chain: laid out by the longest way they would need hundreds of columns. Where there would be more than COLUMNS_MAX,
 * every node stands as near to the article as its nearest claim has it, and the edges that then lead to the side or back
 * are marked as `circular` is, so that the layout lets them. `shallow` says so: those edges need not be rings.
 * Linear in nodes and edges.
 */
export function toDrawable(graph: ProvenanceGraph): { readonly graph: ProvenanceGraph; readonly shallow: boolean } {
  if (toColumns(graph).columns.length <= COLUMNS_MAX) return { graph, shallow: false };
  const depths = nearestDepths(graph);
  const isForward = (from: string, to: string) => (depths.get(to) ?? 0) > (depths.get(from) ?? 0);
  const edges = graph.edges.map((edge) => ({ ...edge, circular: !isForward(edge.from, edge.to) }));
  return { graph: { ...graph, edges }, shallow: true };
}

/** The shortest way from an article to each node, in edges: a walk in breadth. */
function nearestDepths({ nodes, edges }: ProvenanceGraph): ReadonlyMap<string, number> {
  const outgoing = new Map<string, string[]>(nodes.map(({ key }) => [key, []]));
  for (const { from, to } of edges) outgoing.get(from)?.push(to);
  const depths = new Map<string, number>();
  const reached = nodes.filter(({ kind }) => kind === 'article').map(({ key }) => key);
  for (const key of reached) depths.set(key, 0);
  for (const key of reached) {
    for (const next of outgoing.get(key) ?? []) {
      if (depths.has(next)) continue;
      depths.set(next, (depths.get(key) ?? 0) + 1);
      reached.push(next);
    }
  }
  return depths;
}
