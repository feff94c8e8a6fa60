/** A point in pixels from the top left corner. */
export type Point = readonly [x: number, y: number];

/** Red, green and blue, 0 to 255. */
export type Colour = readonly [red: number, green: number, blue: number];

export type Bitmap = { readonly width: number; readonly height: number; readonly rgb: Uint8Array };

export function createBitmap(width: number, height: number, [red, green, blue]: Colour): Bitmap {
  const rgb = new Uint8Array(width * height * 3);
  for (let at = 0; at < rgb.length; at += 3) rgb.set([red, green, blue], at);
  return { width, height, rgb };
}

/**
 * Fills what closed outlines enclose, with smooth edges: each edge adds the area that it leaves to its right in every pixel of
 * its rows, and the sum along a row is how much of a pixel is covered. Outlines that run the other way round cut holes.
 * Time in proportion to the bitmap's size and to the length of the outlines; what lies outside is left out.
 */
export function fill({ width, height, rgb }: Bitmap, outlines: readonly (readonly Point[])[], colour: Colour): void {
  const points = outlines.flat();
  const top = Math.max(0, Math.floor(Math.min(...points.map(([, y]) => y))));
  const bottom = Math.min(height, Math.ceil(Math.max(...points.map(([, y]) => y))));
  if (!(bottom > top)) return;
  const row = width + 2;
  const area = new Float32Array(row * (bottom - top));
  for (const outline of outlines) {
    let last = outline.at(-1) as Point;
    for (const point of outline) {
      addEdge(area, row, last, point, top, bottom);
      last = point;
    }
  }
  for (let y = top; y < bottom; y++) {
    let sum = 0;
    for (let x = 0; x < width; x++) {
      sum += area[(y - top) * row + x] as number;
      const cover = Math.min(1, Math.abs(sum));
      if (cover < 1 / 512) continue;
      const at = (y * width + x) * 3;
      for (let part = 0; part < 3; part++) {
        const under = rgb[at + part] as number;
        rgb[at + part] = Math.round(under + ((colour[part] as number) - under) * cover);
      }
    }
  }
}

function addEdge(area: Float32Array, row: number, from: Point, to: Point, top: number, bottom: number): void {
  if (from[1] === to[1]) return;
  const down = from[1] < to[1] ? 1 : -1;
  const [upper, lower] = down === 1 ? [from, to] : [to, from];
  const slope = (lower[0] - upper[0]) / (lower[1] - upper[1]);
  for (let y = Math.max(top, Math.floor(upper[1])); y < Math.min(bottom, lower[1]); y++) {
    const [begin, end] = [Math.max(y, upper[1]), Math.min(y + 1, lower[1])];
    const one = clamp(upper[0] + (begin - upper[1]) * slope, row);
    const two = clamp(upper[0] + (end - upper[1]) * slope, row);
    addPart(area, (y - top) * row, Math.min(one, two), Math.max(one, two), (end - begin) * down);
  }
}

/** An edge within one row of pixels, from `left` to `right`, `height` of a pixel high (less than 0 upwards). */
function addPart(area: Float32Array, start: number, left: number, right: number, height: number): void {
  const first = Math.floor(left);
  for (let x = first; x <= Math.floor(right); x++) {
    // How much of the edge lies in this pixel, and where its middle is: the area to the right of it.
    const [a, b] = [Math.max(x, left), Math.min(x + 1, right)];
    const share = right === left ? height : (height * (b - a)) / (right - left);
    const inside = share * (x + 1 - (a + b) / 2);
    area[start + x] = (area[start + x] as number) + inside;
    area[start + x + 1] = (area[start + x + 1] as number) + share - inside;
  }
}

function clamp(x: number, row: number): number {
  return Math.min(row - 2, Math.max(0, x));
}

/** A rectangle's outline. */
export function rectangle(x: number, y: number, width: number, height: number): readonly Point[] {
  return [
    [x, y],
    [x + width, y],
    [x + width, y + height],
    [x, y + height],
  ];
}
