import { assert } from '@/lib/kernel/assert';
import type { CodePointOffset, TextOffset } from './offset';

/** Turns positions of one text from UTF-16 units into code points and back. `codePoints` is the text's length in code points. */
export type CodePointIndex = {
  readonly codePoints: number;
  /** Throws for an offset outside the text or inside a surrogate pair: such a span must be refused before (lib/anchoring/check-range.ts). */
  toCodePoint(offset: TextOffset): CodePointOffset;
  /** Throws for an offset outside the text. */
  toTextOffset(offset: CodePointOffset): TextOffset;
};

/**
 * Only the places of surrogate pairs are kept: the two counts differ by the number of pairs before a position.
 *
 *     text         a 😀 b        pairs = [1]
 *     UTF-16       0 1   3 4
 *     code points  0 1   2 3
 *
 * Cost: O(n) to build, O(log s) a look-up for s pairs, O(1) where there are none. A lone surrogate counts as one
 * code point, as in JavaScript's own iteration.
 * Source: W3C Web Annotation Data Model 4.2.4 and 4.2.5 (positions count code points, not code units).
 */
export function createCodePointIndex(text: string): CodePointIndex {
  const pairs = findPairs(text);
  const codePoints = text.length - pairs.length;

  return {
    codePoints,
    toCodePoint(offset) {
      assert(
        Number.isInteger(offset) && offset >= 0 && offset <= text.length,
        `a text offset lies in its text (0 to ${text.length}): ${offset}`,
      );
      const before = countWhile(pairs.length, (k) => (pairs[k] as number) < offset);
      assert(before === 0 || pairs[before - 1] !== offset - 1, `a text offset does not split a surrogate pair: ${offset}`);
      return (offset - before) as CodePointOffset;
    },
    toTextOffset(offset) {
      assert(
        Number.isInteger(offset) && offset >= 0 && offset <= codePoints,
        `a code point offset lies in its text (0 to ${codePoints}): ${offset}`,
      );
      // The k-th pair starts k units later in UTF-16 than in code points.
      const before = countWhile(pairs.length, (k) => (pairs[k] as number) - k < offset);
      return (offset + before) as TextOffset;
    },
  };
}

/** The text's length in code points: `countCodePoints('a😀') === 2`. Linear, allocates nothing. */
export function countCodePoints(text: string): number {
  let pairs = 0;
  for (let at = 0; at < text.length - 1; at++) {
    if (isPair(text, at)) {
      pairs++;
      at++;
    }
  }
  return text.length - pairs;
}

function findPairs(text: string): readonly number[] {
  const pairs: number[] = [];
  for (let at = 0; at < text.length - 1; at++) {
    if (isPair(text, at)) {
      pairs.push(at);
      at++;
    }
  }
  return pairs;
}

function isPair(text: string, at: number): boolean {
  return (text.charCodeAt(at) & 0xfc00) === 0xd800 && (text.charCodeAt(at + 1) & 0xfc00) === 0xdc00;
}

/** How many of 0 .. length-1 satisfy a test that is true up to some point and false after it. */
function countWhile(length: number, test: (k: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (test(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
