import type { LineStyle } from '@/lib/export/pdf/palette';
import { type Point, rectangle } from './bitmap';

/** The line of a class along `width` pixels, in a band 10 pixels high from `y`: classes are told apart by it before their colour. */
export function lineOutlines(style: LineStyle, x: number, y: number, width: number): readonly (readonly Point[])[] {
  switch (style) {
    case 'solid':
      return [rectangle(x, y + 3, width, 4)];
    case 'double':
      return [rectangle(x, y + 1, width, 3), rectangle(x, y + 7, width, 3)];
    case 'thick':
      return [rectangle(x, y, width, 9)];
    case 'dashed':
      return pieces(x, width, 15, 9).map(([from, length]) => rectangle(from, y + 3, length, 4));
    case 'dotted':
      return pieces(x, width, 6, 6).map(([from, length]) => rectangle(from, y + 2, length, 6));
    case 'wavy':
      return [wave(x, y + 5, width)];
  }
}

function pieces(x: number, width: number, length: number, gap: number): readonly Point[] {
  const count = Math.ceil(width / (length + gap));
  return Array.from({ length: count }, (_, at) => [x + at * (length + gap), Math.min(length, width - at * (length + gap))]);
}

/** There along the upper edge and back along the lower one. */
function wave(x: number, y: number, width: number): readonly Point[] {
  const steps = Math.max(2, Math.ceil(width / 2));
  const upper = Array.from({ length: steps + 1 }, (_, at): Point => {
    const along = (at / steps) * width;
    return [x + along, y + 3 * Math.sin((along * Math.PI) / 9) - 1.6];
  });
  return [...upper, ...upper.toReversed().map(([px, py]): Point => [px, py + 3.2])];
}
