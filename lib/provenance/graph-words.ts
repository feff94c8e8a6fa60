import { nameWords } from '@/lib/attribution/link-name';
import type { GraphEdge, GraphNode, ProvenanceGraph } from './graph';

/**
 * What stands under a node's name, by its key: “behind “it is known””, “stated in 3 claims, silent in 10”. Nodes with
 * nothing to add are left out. Linear in nodes and edges.
 */
export function nodeNotes({ nodes, edges }: ProvenanceGraph): ReadonlyMap<string, string> {
  const silent = new Map<string, Set<string>>();
  for (const { to, strands } of edges) {
    const claims = silent.get(to) ?? new Set<string>();
    silent.set(to, claims);
    for (const { stated, claimIds } of strands) if (stated === 'from_outside') for (const id of claimIds) claims.add(id);
  }
  return new Map(
    nodes.flatMap((node) => {
      const parts = [behindWords(node), silenceWords(node.claimIds.length, silent.get(node.key)?.size ?? 0)].filter(
        (words) => words !== '',
      );
      return parts.length === 0 ? [] : [[node.key, parts.join('; ')] as const];
    }),
  );
}

/** An edge for those who do not see it: “13 claims: The article from The New York Times, 10 of them known from outside”. */
export function edgeWords({ claimIds, strands, circular }: GraphEdge, from: GraphNode, to: GraphNode): string {
  const outside = strands.reduce((sum, strand) => sum + (strand.stated === 'from_outside' ? strand.claimIds.length : 0), 0);
  const count = claimIds.length === 1 ? '1 claim' : `${claimIds.length} claims`;
  const known = outside === 0 ? '' : `, ${outside === claimIds.length ? '' : `${outside} of them `}known from outside`;
  return `${count}: ${nameWords(from.name)} from ${nameWords(to.name)}${known}${circular ? ', back to where it came from' : ''}`;
}

function behindWords({ behind }: GraphNode): string {
  return behind.length === 0 ? '' : `behind ${behind.map(({ name }) => nameWords(name)).join(', ')}`;
}

function silenceWords(claims: number, silent: number): string {
  if (silent === 0) return '';
  const stated = claims - silent;
  if (stated === 0) return claims === 1 ? 'not stated in the claim' : `stated in none of the ${claims} claims`;
  return `stated in ${stated} ${stated === 1 ? 'claim' : 'claims'}, silent in ${silent}`;
}
