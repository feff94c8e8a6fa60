/** One line of one claim, in px from the article's own corner. */
export type Stroke = { readonly x: number; readonly y: number; readonly width: number; readonly key: string };

type Frame = {
  readonly articleWidth: number;
  readonly articleHeight: number;
  readonly mapHeight: number;
  readonly pad: number;
  readonly left: number;
  readonly room: number;
};

/**
 * Strokes for the density map as SVG path data, one path for each key (a class, or the open claim): every line of
 * every claim at its true place and width, scaled to the map. Rounded to half a px, so that lines on one row are one.
 */
export function toDensityPaths(
  strokes: readonly Stroke[],
  { articleWidth, articleHeight, mapHeight, pad, left, room }: Frame,
): ReadonlyMap<string, string> {
  const paths = new Map<string, Set<string>>();
  const down = densityScale(articleHeight, mapHeight, pad);
  const across = room / Math.max(1, articleWidth);
  for (const { x, y, width, key } of strokes) {
    const from = half(left + x * across);
    const move = `M${from} ${half(pad + y * down)}h${Math.max(2, half(width * across))}`;
    const path = paths.get(key) ?? new Set();
    paths.set(key, path.add(move));
  }
  return new Map([...paths].map(([key, moves]) => [key, [...moves].join('')]));
}

/** How many px of the map a px of the article takes. An article shorter than the map is drawn beside its own lines, not stretched. */
export function densityScale(articleHeight: number, mapHeight: number, pad: number): number {
  return Math.min(1, (mapHeight - 2 * pad) / Math.max(1, articleHeight));
}

function half(px: number): number {
  return Math.round(px * 2) / 2;
}
