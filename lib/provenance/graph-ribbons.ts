import type { GraphEdge, Strand } from './graph';

/** Where a ribbon meets a node: the side's x, and the stretch of its height that it takes. */
export type Port = { readonly x: number; readonly top: number; readonly bottom: number };

export type Box = { readonly x: number; readonly width: number; readonly top: number; readonly height: number };

type DrawnStrand = { readonly edge: GraphEdge; readonly strand: Strand; readonly path: string; readonly start: Port; readonly end: Port };

/**
 * The ribbons of all edges, edge by edge and strand by strand. At each side of a node they are stacked from its top in
 * the order of where they come from or go to, so that they do not cross there; a claim that passes a node twice (a ring)
 * makes all of that side narrower, never wider than the node.
 *
 * @param ways for each edge the places of its boxes: its node, the lanes it passes, its node
 * @param unit pixels per claim
 * Costs time in proportion to edges and lanes, n log n in the edges of one node.
 */
export function layRibbons(
  edges: readonly GraphEdge[],
  ways: readonly (readonly number[])[],
  boxes: readonly Box[],
  unit: number,
): readonly DrawnStrand[] {
  const starts = stack(edges, ways, boxes, unit, 'start');
  const ends = stack(edges, ways, boxes, unit, 'end');
  return edges.flatMap((edge, at) => {
    const way = (ways[at] ?? []).map((place) => boxes[place] as Box);
    const [start, end] = [starts[at] as Side, ends[at] as Side];
    const lanes = way.slice(1, -1);
    let before = 0;
    return edge.strands.map((strand) => {
      const claims = strand.claimIds.length;
      const cut = ({ x, top, unit: own }: Side): Port => ({ x, top: top + before * own, bottom: top + (before + claims) * own });
      const from = cut(start);
      const to = cut(end);
      const between = lanes.flatMap(({ x, width, top }) => {
        const lane = cut({ x, top, unit });
        return [lane, { ...lane, x: x + width }];
      });
      before += claims;
      return { edge, strand, start: from, end: to, path: edge.circular ? backward(from, to) : outline([from, ...between, to]) };
    });
  });
}

/** One side of one edge: where its first strand begins and how many pixels a claim has there. */
type Side = { readonly x: number; readonly top: number; readonly unit: number };

function stack(
  edges: readonly GraphEdge[],
  ways: readonly (readonly number[])[],
  boxes: readonly Box[],
  unit: number,
  side: 'start' | 'end',
): readonly Side[] {
  const own = (edge: number) => ways[edge]?.at(side === 'start' ? 0 : -1) ?? 0;
  const beyond = (edge: number) => {
    const box = boxes[ways[edge]?.at(side === 'start' ? 1 : -2) ?? 0];
    return box === undefined ? 0 : box.top + box.height / 2;
  };
  const byNode = new Map<number, number[]>();
  for (let edge = 0; edge < edges.length; edge += 1) {
    const list = byNode.get(own(edge));
    if (list === undefined) byNode.set(own(edge), [edge]);
    else list.push(edge);
  }
  const sides: Side[] = [];
  for (const [node, list] of byNode) {
    const box = boxes[node] as Box;
    const claims = list.reduce((sum, edge) => sum + (edges[edge]?.claimIds.length ?? 0), 0);
    const scale = Math.min(unit, box.height / Math.max(1, claims));
    let top = box.top;
    // What goes back is stacked below what goes on.
    list.sort((a, b) => Number(edges[a]?.circular) - Number(edges[b]?.circular) || beyond(a) - beyond(b));
    for (const edge of list) {
      sides[edge] = { x: side === 'start' ? box.x + box.width : box.x, top, unit: scale };
      top += (edges[edge]?.claimIds.length ?? 0) * scale;
    }
  }
  return sides;
}

/** Along the upper edge through all ports and back along the lower one, level where it passes a port. */
function outline(ports: readonly Port[]): string {
  const upper = curve(ports.map(({ x, top }) => [x, top]));
  const lower = curve(ports.toReversed().map(({ x, bottom }) => [x, bottom]));
  return `M${upper}L${lower}Z`;
}

function curve(points: readonly (readonly [x: number, y: number])[]): string {
  return points
    .map(([x, y], at) => {
      const last = points[at - 1];
      if (last === undefined) return `${short(x)} ${short(y)}`;
      if (last[1] === y) return `H${short(x)}`;
      const middle = short((last[0] + x) / 2);
      return `C${middle} ${short(last[1])} ${middle} ${short(y)} ${short(x)} ${short(y)}`;
    })
    .join('');
}

/** How far a ribbon that leads back swings out beyond its nodes. */
const SWING = 48;

function backward(from: Port, to: Port): string {
  const [out, back] = [short(from.x + SWING), short(to.x - SWING)];
  const [x0, x1] = [short(from.x), short(to.x)];
  return (
    `M${x0} ${short(from.top)}C${out} ${short(from.top)} ${back} ${short(to.top)} ${x1} ${short(to.top)}` +
    `V${short(to.bottom)}C${back} ${short(to.bottom)} ${out} ${short(from.bottom)} ${x0} ${short(from.bottom)}Z`
  );
}

/** Hundredths of a pixel are more than a screen shows. */
function short(value: number): number {
  return Math.round(value * 100) / 100;
}
