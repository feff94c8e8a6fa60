import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Granularity, segmentsFrom } from '@/lib/text/segments-from';
import { arbitraryText } from './arbitrary-text';

const GRANULARITIES: readonly Granularity[] = ['grapheme', 'word', 'sentence'];

/** The segmenter over the whole text at once: right, and quadratic. */
function atOnce(text: string, granularity: Granularity) {
  const segmenter = new Intl.Segmenter('en', { granularity });
  return Array.from(segmenter.segment(text), ({ index, segment, isWordLike }) => ({
    start: index,
    end: index + segment.length,
    isWordLike: isWordLike === true,
  }));
}

describe('segmentsFrom', () => {
  it.each(GRANULARITIES)('cuts long texts by %s as the segmenter does at once', (granularity) => {
    fc.assert(
      fc.property(arbitraryText(40), fc.integer({ min: 1, max: 30 }), (text, times) => {
        const long = text.repeat(times);
        expect([...segmentsFrom(long, granularity)]).toEqual(atOnce(long, granularity));
      }),
      { numRuns: 60 },
    );
  });

  it('does not cut where a window ends', () => {
    for (const filler of [300, 330, 335, 336, 340, 380, 383, 384]) {
      const text = `${'x'.repeat(filler)} can't 🇫🇷🇩🇪 e\u0301 ${'word '.repeat(200)}`;
      for (const granularity of GRANULARITIES) expect([...segmentsFrom(text, granularity)]).toEqual(atOnce(text, granularity));
    }
  });

  it('finds a segment longer than its window whole', () => {
    const text = `${'a'.repeat(5000)} b`;
    expect([...segmentsFrom(text, 'word')].map(({ end }) => end)).toEqual([5000, 5001, 5002]);
  });

  it('starts at a given boundary', () => {
    expect([...segmentsFrom('one two', 'word', 4)]).toEqual([{ start: 4, end: 7, isWordLike: true }]);
  });

  it('has nothing to say about an empty text', () => {
    expect([...segmentsFrom('', 'word')]).toEqual([]);
  });
});
