/** Lines of a picture's words, as wide in every format: the fonts differ, so widths are guessed, rather too wide than too narrow. */

/** What a character takes of its size, about. */
const WIDTHS: readonly (readonly [RegExp, number])[] = [
  [/^[\p{M}\p{Cf}]$/u, 0],
  [/^[iljtfrI.,:;'’‘|!()[\]\-\s]$/u, 0.34],
  [/^[mwMW@%…—]$/u, 0.9],
  [/^[\p{Lu}\d]$/u, 0.66],
  [/^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Extended_Pictographic}]$/u, 1.1],
];
const OTHERS = 0.54;

/** About how wide a text is, in pixels, set in letters of `size`. */
export function roughWidth(text: string, size: number): number {
  let width = 0;
  for (const character of text) width += WIDTHS.find(([pattern]) => pattern.test(character))?.[1] ?? OTHERS;
  return width * size;
}

/** Beyond so much of a text, in UTF-16 units, nothing is looked at: no picture has lines for it. */
const READ_MAX = 1_000;

/**
 * A text on at most `most` lines of a width in pixels, broken between words, within one where it alone is wider; what is left out
 * is said by “…” at the end. Never without a line.
 */
export function wrapLines(
  text: string,
  { width, size, most }: { readonly width: number; readonly size: number; readonly most: number },
): readonly string[] {
  const read = text.slice(0, READ_MAX).toWellFormed().replace(/\s+/gu, ' ').trim();
  const words = read
    .split(/(?<=[ \u200b])/u)
    .flatMap((word) => (roughWidth(word, size) <= width ? [word] : [...GRAPHEMES.segment(word)].map(({ segment }) => segment)));
  const lines: string[] = [];
  let line = '';
  for (const word of words) {
    if (line !== '' && roughWidth((line + word).trimEnd(), size) > width) {
      lines.push(line.trimEnd());
      line = '';
      if (lines.length === most) break;
    }
    line += word;
  }
  if (lines.length < most) return [...lines, text.length > READ_MAX ? `${line.trimEnd()}…` : line.trimEnd()];
  return [...lines.slice(0, -1), cutTo(lines.at(-1) ?? '', width, size)];
}

/** With the sign of what is left out at its end, and no wider than before. */
function cutTo(line: string, width: number, size: number): string {
  let graphemes = [...GRAPHEMES.segment(line)].map(({ segment }) => segment);
  while (graphemes.length > 1 && roughWidth(`${graphemes.join('')}…`, size) > width) graphemes = graphemes.slice(0, -1);
  return `${graphemes.join('').trimEnd()}…`;
}

const GRAPHEMES = new Intl.Segmenter('en', { granularity: 'grapheme' });
