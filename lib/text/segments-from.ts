/** One piece of a text. `isWordLike` is true for a word (letters, digits, ideographs), false for spaces and punctuation. */
export type Segment = { readonly start: number; readonly end: number; readonly isWordLike: boolean };

export type Granularity = 'grapheme' | 'word' | 'sentence';

/**
 * The language is fixed so that a server and every browser cut alike; UAX #29's default rules (and ICU's dictionaries
 * for scripts without spaces) apply whatever it is.
 */
const SEGMENTERS: Readonly<Record<Granularity, Intl.Segmenter>> = {
  grapheme: new Intl.Segmenter('en', { granularity: 'grapheme' }),
  word: new Intl.Segmenter('en', { granularity: 'word' }),
  sentence: new Intl.Segmenter('en', { granularity: 'sentence' }),
};

/**
 * UTF-16 units handed to the segmenter at once, and how near the end of such a window its answer is not believed,
 * because a rule may look further (WB6: "can" + "'" + "t"; SB8: a full stop before digits and then a small letter).
 * Chosen by measurement: the cost of a step grows with the window, the waste with margin / window.
 */
const WINDOWS: Readonly<Record<Granularity, { readonly size: number; readonly margin: number }>> = {
  grapheme: { size: 256, margin: 32 },
  word: { size: 384, margin: 48 },
  sentence: { size: 2048, margin: 256 },
};

/**
 * The segments of `text` from `from` (which must be a boundary) to the end, in order and without gaps.
 *
 * V8's segment iterator copies its whole input at every step, so that a text of n units costs n² when it is segmented
 * at once. Here it sees one window at a time, which starts at a boundary: UAX #29's rules never look back across one.
 * A segment longer than the window doubles the window. Cost: linear in what is consumed.
 *
 * Source: UAX #29, sections 3 to 5.
 */
export function* segmentsFrom(text: string, granularity: Granularity, from = 0): Generator<Segment, void, void> {
  const segmenter = SEGMENTERS[granularity];
  const { size, margin } = WINDOWS[granularity];
  let start = from;
  let reach = size;
  while (start < text.length) {
    const stop = Math.min(start + reach, text.length);
    const trusted = stop === text.length ? stop : stop - margin;
    const base = start;
    for (const { index, segment, isWordLike } of segmenter.segment(text.slice(base, stop))) {
      const end = base + index + segment.length;
      if (end > trusted) break;
      yield { start: base + index, end, isWordLike: isWordLike === true };
      start = end;
    }
    reach = start === base ? reach * 2 : size;
  }
}
