import type { TextOffset } from './offset';
import { segmentsFrom } from './segments-from';

/**
 * The nearest boundary between user-perceived characters (extended grapheme clusters) at or before `offset`.
 * Offsets outside the text are brought to its ends. Cost: constant in ordinary text, bounded by LOOK_BACK elsewhere.
 *
 *     'x👩‍👩‍👧y'    floorToGrapheme(…, 3) === 1    ceilToGrapheme(…, 3) === 9
 *
 * Source: UAX #29, section 3.
 */
export function floorToGrapheme(text: string, offset: number): TextOffset {
  return boundaryAround(text, offset).floor as TextOffset;
}

/** The nearest boundary between user-perceived characters at or after `offset`. As floorToGrapheme otherwise. */
export function ceilToGrapheme(text: string, offset: number): TextOffset {
  return boundaryAround(text, offset).ceil as TextOffset;
}

/** How far back a safe place to start from is looked for, in UTF-16 units. A longer pile of marks is cut at a code point. */
const LOOK_BACK = 512;

function boundaryAround(text: string, offset: number): { floor: number; ceil: number } {
  if (offset <= 0) return { floor: 0, ceil: 0 };
  if (offset >= text.length) return { floor: text.length, ceil: text.length };
  let from = offset;
  const limit = Math.max(0, offset - LOOK_BACK);
  while (from > limit && !isPlainBoundary(text, from)) from--;
  if (from === offset) return { floor: offset, ceil: offset };
  if (from > 0 && isInsidePair(text, from)) from--;
  for (const { start, end } of segmentsFrom(text, 'grapheme', from)) {
    if (start === offset) break;
    if (end > offset) return { floor: start, ceil: end };
  }
  return { floor: offset, ceil: offset };
}

/** True when both neighbours are characters that never join across: then there is a boundary, and no segmenter is needed. */
function isPlainBoundary(text: string, offset: number): boolean {
  return isPlain(text.charCodeAt(offset - 1)) && isPlain(text.charCodeAt(offset));
}

/**
 * Printable characters and LF whose grapheme cluster break property is Other or LF, in the scripts most articles are written in.
 * CR is left out (it joins LF), and so is anything that extends, prepends or takes a conjunct.
 */
function isPlain(unit: number): boolean {
  return (
    (unit >= 0x20 && unit < 0x300 && unit !== 0xad) ||
    unit === 0x0a ||
    (unit >= 0x370 && unit < 0x483) || // Greek, Cyrillic
    (unit >= 0x48a && unit < 0x530) ||
    (unit >= 0x5d0 && unit < 0x5eb) || // Hebrew letters
    (unit >= 0x620 && unit < 0x64b) || // Arabic letters
    (unit >= 0x2010 && unit < 0x2027) || // dashes and quotation marks
    (unit >= 0x3041 && unit < 0x3097) || // Hiragana, Katakana
    (unit >= 0x30a1 && unit < 0x30fb) ||
    (unit >= 0x4e00 && unit < 0xa000) // CJK ideographs
  );
}

function isInsidePair(text: string, offset: number): boolean {
  return (text.charCodeAt(offset - 1) & 0xfc00) === 0xd800 && (text.charCodeAt(offset) & 0xfc00) === 0xdc00;
}
