import { nameWords } from '@/lib/attribution/link-name';
import type { Frame } from '@/lib/frame/frame';
import type { GraphNode } from '@/lib/provenance/graph';
import type { ReportModel } from '@/lib/report/model';

/** Somebody at an end of a way, and who stands behind them; `behind` is empty where nobody is. Both are words of others. */
export type WayEnd = { readonly name: string; readonly behind: string };

/** A step that claims take, as the table beside the picture has it. */
export type Way = {
  readonly from: WayEnd;
  readonly to: WayEnd;
  /** After `to`, where the way leads back. */
  readonly back: string;
  readonly claimIds: readonly string[];
  /** How many of the claims have it from outside their own sentence. */
  readonly outside: number;
};

/** Every step of the provenance graph, for the table that formats put beside its picture. Linear in nodes and edges. */
export function waysOf({ sourcing: { graph }, frame }: Pick<ReportModel, 'sourcing' | 'frame'>): readonly Way[] {
  const ends = new Map(graph.nodes.map((node) => [node.key, toEnd(node, frame)]));
  return graph.edges.map(({ from, to, strands, claimIds, circular }) => ({
    from: ends.get(from) ?? NOBODY,
    to: ends.get(to) ?? NOBODY,
    back: circular ? frame.report.wayBack : '',
    claimIds,
    outside: strands.reduce((sum, strand) => sum + (strand.stated === 'from_outside' ? strand.claimIds.length : 0), 0),
  }));
}

const NOBODY: WayEnd = { name: '–', behind: '' };

function toEnd({ name, behind }: GraphNode, { attribution }: Frame): WayEnd {
  return { name: nameWords(name, attribution), behind: behind.map((other) => nameWords(other.name, attribution)).join(', ') };
}
