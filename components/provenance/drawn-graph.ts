import { isOutside } from '@/lib/attribution/link';
import { nameWords } from '@/lib/attribution/link-name';
import { SOURCE_CLASS_FACTS, type SourceClass } from '@/lib/attribution/source-type';
import type { GraphLayout, PlacedNode, Ribbon } from '@/lib/provenance/graph-layout';

/** What is drawn between two nodes: one ribbon for each strand. The picture and its table are both made of these. */
export type DrawnEdge = {
  readonly key: string;
  /** The outer one, nearer to the article. */
  readonly from: PlacedNode;
  readonly to: PlacedNode;
  readonly claimIds: readonly string[];
  readonly ribbons: readonly Ribbon[];
  /** Sources here cite each other in a ring. Not told of a folded picture, where an edge to the side may be drawn backwards too. */
  readonly circular: boolean;
};

/** The edges of a layout in the order of their columns. Linear in its ribbons. */
export function toDrawnEdges({ nodes, ribbons }: Pick<GraphLayout, 'nodes' | 'ribbons'>, folded: boolean): readonly DrawnEdge[] {
  const byKey = new Map(nodes.map((node) => [node.key, node]));
  const edges = new Map<string, { from: PlacedNode; to: PlacedNode; ribbons: Ribbon[] }>();
  for (const ribbon of ribbons) {
    const [from, to] = [byKey.get(ribbon.from), byKey.get(ribbon.to)];
    if (from === undefined || to === undefined) continue;
    const key = edgeKey(from.key, to.key);
    const edge = edges.get(key) ?? { from, to, ribbons: [] };
    edges.set(key, edge);
    edge.ribbons.push(ribbon);
  }
  return [...edges]
    .map(([key, { ribbons: own, ...ends }]) => ({
      key,
      ...ends,
      ribbons: own,
      claimIds: [...new Set(own.flatMap(({ claimIds }) => claimIds))],
      circular: !folded && own.some(({ circular }) => circular),
    }))
    .sort((a, b) => a.from.column - b.from.column || a.from.y - b.from.y || a.to.y - b.to.y);
}

function edgeKey(from: string, to: string): string {
  return `${from} > ${to}`;
}

/** How many of its claims do not say themselves that they came this way. */
export function countOutside({ ribbons }: Pick<DrawnEdge, 'ribbons'>): number {
  return ribbons.reduce((sum, { stated, claimIds }) => sum + (isOutside(stated) ? claimIds.length : 0), 0);
}

/** “13 claims: from The New York Times to the article; 10 known from outside”. */
export function edgeWords(edge: DrawnEdge): string {
  const outside = countOutside(edge);
  const known = outside === 0 ? '' : `; ${outside === edge.claimIds.length ? '' : `${outside} `}known from outside`;
  const circular = edge.circular ? '; leads back in a circle' : '';
  return `${countOf(edge.claimIds.length, 'claim')}: ${edgeTitle(edge)}${known}${circular}`;
}

/** “from The New York Times to the article”. */
export function edgeTitle({ from, to }: DrawnEdge): string {
  return `from ${nameWords(to.name)} to ${from.kind === 'article' ? 'the article' : nameWords(from.name)}`;
}

/** How the article presents the claims of an edge, by class: “N 3, A 10”. */
export function classesOf({
  ribbons,
}: Pick<DrawnEdge, 'ribbons'>): readonly { readonly sourceClass: SourceClass; readonly count: number }[] {
  const counts = new Map<SourceClass, number>();
  for (const { sourceClass, claimIds } of ribbons) counts.set(sourceClass, (counts.get(sourceClass) ?? 0) + claimIds.length);
  const order = Object.keys(SOURCE_CLASS_FACTS);
  return [...counts]
    .map(([sourceClass, count]) => ({ sourceClass, count }))
    .sort((a, b) => order.indexOf(a.sourceClass) - order.indexOf(b.sourceClass));
}

export function countOf(count: number, noun: string): string {
  return `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;
}
