import { isOutside } from '@/lib/attribution/link';
import { nameWords } from '@/lib/attribution/link-name';
import type { GraphNode, ProvenanceGraph } from './graph';

/**
 * What stands under a node's name, by its key: “behind “it is known””, “stated in 3 claims, silent in 10”. Nodes with
 * nothing to add are left out. Linear in nodes and edges.
 */
export function nodeNotes({ nodes, edges }: ProvenanceGraph): ReadonlyMap<string, string> {
  const silent = new Map<string, Set<string>>();
  for (const { to, strands } of edges) {
    const claims = silent.get(to) ?? new Set<string>();
    silent.set(to, claims);
    for (const { stated, claimIds } of strands) if (isOutside(stated)) for (const id of claimIds) claims.add(id);
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

function behindWords({ behind }: GraphNode): string {
  return behind.length === 0 ? '' : `behind ${behind.map(({ name }) => nameWords(name)).join(', ')}`;
}

function silenceWords(claims: number, silent: number): string {
  if (silent === 0) return '';
  const stated = claims - silent;
  if (stated === 0) return claims === 1 ? 'not stated in the claim' : `stated in none of the ${claims} claims`;
  return `stated in ${stated} ${stated === 1 ? 'claim' : 'claims'}, silent in ${silent}`;
}
