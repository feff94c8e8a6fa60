/** A step along an outline, to its last point; a curve passes by two more (cubic Bézier). Pixels of the layout. */
export type Step =
  | { readonly kind: 'move' | 'line'; readonly points: readonly [Point] }
  | { readonly kind: 'curve'; readonly points: readonly [Point, Point, Point] }
  | { readonly kind: 'close'; readonly points: readonly [] };

export type Point = readonly [x: number, y: number];

/**
 * The outline of a ribbon (lib/provenance/graph-ribbons.ts) for formats that do not read SVG: its absolute M, L, C, H, V and Z
 * as steps. Linear in its length.
 *
 *     toSteps('M0 5H10Z')  // move to 0 5, line to 10 5, close
 */
export function toSteps(path: string): readonly Step[] {
  let at: Point = [0, 0];
  const steps: Step[] = [];
  for (const [, letter, rest] of path.matchAll(/([MLCHVZ])([^MLCHVZ]*)/giu)) {
    const n = (rest as string).match(/-?\d+(?:\.\d+)?(?:e-?\d+)?/gu)?.map(Number) ?? [];
    const point = (index: number): Point => [n[index] as number, n[index + 1] as number];
    if (letter === 'Z' || letter === 'z') {
      steps.push({ kind: 'close', points: [] });
    } else if (letter === 'C') {
      at = point(4);
      steps.push({ kind: 'curve', points: [point(0), point(2), at] });
    } else {
      at = letter === 'H' ? [n[0] as number, at[1]] : letter === 'V' ? [at[0], n[0] as number] : point(0);
      steps.push({ kind: letter === 'M' ? 'move' : 'line', points: [at] });
    }
  }
  return steps;
}
