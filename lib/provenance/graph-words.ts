import { isOutside } from '@/lib/attribution/link';
import { nameWords } from '@/lib/attribution/link-name';
import { ATTRIBUTION } from '@/lib/frame/en/attribution';
import { PROVENANCE } from '@/lib/frame/en/provenance';
import type { Frame } from '@/lib/frame/frame';
import type { GraphNode, ProvenanceGraph } from './graph';

/**
 * What stands under a node's name, by its key: “behind “it is known””, “stated in 3 claims, silent in 10”. Nodes with
 * nothing to add are left out. Linear in nodes and edges.
 */
export function nodeNotes({ nodes, edges }: ProvenanceGraph, frame: GraphFrame = SCREEN): ReadonlyMap<string, string> {
  const silent = new Map<string, Set<string>>();
  for (const { to, strands } of edges) {
    const claims = silent.get(to) ?? new Set<string>();
    silent.set(to, claims);
    for (const { stated, claimIds } of strands) if (isOutside(stated)) for (const id of claimIds) claims.add(id);
  }
  return new Map(
    nodes.flatMap((node) => {
      const parts = [behindWords(node, frame), silenceWords(node.claimIds.length, silent.get(node.key)?.size ?? 0, frame)].filter(
        (words) => words !== '',
      );
      return parts.length === 0 ? [] : [[node.key, parts.join('; ')] as const];
    }),
  );
}

type GraphFrame = Pick<Frame, 'provenance' | 'attribution'>;

/** Screens have English. */
const SCREEN: GraphFrame = { provenance: PROVENANCE, attribution: ATTRIBUTION };

function behindWords({ behind }: GraphNode, { provenance, attribution }: GraphFrame): string {
  return behind.length === 0 ? '' : provenance.graph.behind(behind.map(({ name }) => nameWords(name, attribution)));
}

function silenceWords(claims: number, silent: number, { provenance: { graph } }: GraphFrame): string {
  if (silent === 0) return '';
  const stated = claims - silent;
  if (stated === 0) return claims === 1 ? graph.notStated : graph.statedInNone(claims);
  return graph.statedIn(stated, silent);
}
