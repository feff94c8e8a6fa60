import type { Point } from './bitmap';

/** A step along an outline, from where the last one ended: through all points of a line or a curve but its first; none closes it. */
export type OutlineStep = { readonly begins: boolean; readonly points: readonly Point[] };

/** Straight pieces of a curve: at the sizes of a card no corner is seen. */
const PIECES = 8;

/** Closed outlines as corners. */
export function toOutlines(steps: readonly OutlineStep[]): readonly (readonly Point[])[] {
  const outlines: Point[][] = [];
  let last: Point = [0, 0];
  for (const { begins, points } of steps) {
    if (begins) outlines.push([...points]);
    else if (points.length > 0)
      for (let piece = 1; piece <= PIECES; piece++) outlines.at(-1)?.push(along([last, ...points], piece / PIECES));
    last = points.at(-1) ?? last;
  }
  return outlines.filter(({ length }) => length > 2);
}

/** The point at `part` of a line or a Bézier curve of any degree (de Casteljau). */
function along(points: readonly Point[], part: number): Point {
  if (points.length === 1) return points[0] as Point;
  return along(
    points.slice(1).map(([x, y], at) => {
      const [fromX, fromY] = points[at] as Point;
      return [fromX + (x - fromX) * part, fromY + (y - fromY) * part] as const;
    }),
    part,
  );
}
