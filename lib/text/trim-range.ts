import { isBlank } from './blank';
import { ceilToGrapheme, floorToGrapheme } from './graphemes';
import { type TextRange, toTextRange } from './offset';

/**
 * `range` without the white space at its ends, or null when a reader would see nothing in it. Each end that stands
 * inside a user-perceived character (a surrogate pair, a letter with its marks, a joined emoji) is first moved out to
 * take in the whole of it. Ends may come in either order and may lie outside the text: a selection is what a hand made.
 *
 *     'He [ said ]no'  ->  'He  [said] no'
 *
 * Cost: linear in the range.
 */
export function trimRange(text: string, range: TextRange): TextRange | null {
  const start = floorToGrapheme(text, Math.min(range.start, range.end));
  const end = range.start === range.end ? start : ceilToGrapheme(text, Math.max(range.start, range.end));
  const inside = text.slice(start, end);
  if (isBlank(inside)) return null;
  const from = start + (inside.length - inside.trimStart().length);
  const to = end - (inside.length - inside.trimEnd().length);
  // A mark may sit on a space ("\u0020\u0301"): that space is part of a character and stays.
  return toTextRange(floorToGrapheme(text, from), ceilToGrapheme(text, to));
}
