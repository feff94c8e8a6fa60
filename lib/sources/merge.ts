/**
 * Merging and splitting, as arithmetic on two ids per source. `mergedIntoId` is the merge itself and makes a forest:
 *
 *     NYT -> New York Times -> The New York Times <- the publication
 *
 * `canonicalId` is where that path ends, kept beside it so that a read takes one step. Claims, chain links and aliases
 * stay with the source they were given to; whoever reads follows `canonicalId`. So a split gives all of them back,
 * whatever was merged, split or claimed in between. Absent: moving anything, and merging two trees at other places than
 * their ends.
 */
export type MergeNode = { readonly id: string; readonly mergedIntoId: string | null; readonly canonicalId: string | null };

type Named = MergeNode & { readonly name: string };

/** Why `from` cannot be merged into `into`, in words, or null. `ancestors` are the ids of what `into` is part of, upwards. */
export function mergeFault(
  from: Named & { readonly retractedAt: Date | null },
  into: Named & { readonly retractedAt: Date | null },
  ancestors: readonly string[],
): string | null {
  if (from.id === into.id) return 'A source cannot be merged into itself.';
  if (into.canonicalId === from.id) return `“${into.name}” was merged into “${from.name}” already.`;
  for (const { name, canonicalId } of [from, into]) {
    if (canonicalId !== null) return `“${name}” was merged into another source. Take that one, or split it off first.`;
  }
  if (ancestors.includes(from.id)) return `“${into.name}” is part of “${from.name}”. Take it out of it before merging the two.`;
  // Else the retraction would be out of sight: reading follows the one that was merged into.
  if (from.retractedAt !== null && into.retractedAt === null) {
    return `“${from.name}” is retracted and “${into.name}” is not. Retract both, or take the retraction back, before merging the two.`;
  }
  return null;
}

/** All nodes after `id` was merged into `intoId`. Both stand for themselves before (`mergeFault` asks). */
export function mergeInto<Node extends MergeNode>(nodes: readonly Node[], id: string, intoId: string): readonly Node[] {
  return nodes.map((node) => {
    if (node.id === id) return { ...node, mergedIntoId: intoId, canonicalId: intoId };
    return node.canonicalId === id ? { ...node, canonicalId: intoId } : node;
  });
}

/** All nodes after `id`, which is merged into another, stands for itself again and takes along what was merged into it. */
export function splitOff<Node extends MergeNode>(nodes: readonly Node[], id: string): readonly Node[] {
  const taken = treeOf(nodes, id);
  return nodes.map((node) => {
    if (node.id === id) return { ...node, mergedIntoId: null, canonicalId: null };
    return taken.has(node.id) ? { ...node, canonicalId: id } : node;
  });
}

/** The nodes that changed: what has to be written. Both lists hold the same sources in the same order. */
export function changedNodes<Node extends MergeNode>(before: readonly Node[], after: readonly Node[]): readonly Node[] {
  return after.filter((node, at) => node.canonicalId !== before[at]?.canonicalId || node.mergedIntoId !== before[at]?.mergedIntoId);
}

/** The ids of everything merged into `id`, directly or through others; not `id` itself. */
function treeOf(nodes: readonly MergeNode[], id: string): ReadonlySet<string> {
  const children = new Map<string, string[]>();
  for (const node of nodes) {
    if (node.mergedIntoId !== null) children.set(node.mergedIntoId, [...(children.get(node.mergedIntoId) ?? []), node.id]);
  }
  const found = new Set<string>();
  const open = [id];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const child of children.get(next) ?? []) {
      found.add(child);
      open.push(child);
    }
  }
  return found;
}
