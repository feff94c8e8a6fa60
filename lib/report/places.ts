import { createCodePointIndex } from '@/lib/text/code-points';
import type { CodePointOffset, TextRange } from '@/lib/text/offset';

/** Where a span stands, as exports say it: half-open, in code points, with the text around it. */
export type Place = {
  readonly start: CodePointOffset;
  readonly end: CodePointOffset;
  /** Up to `CONTEXT_LENGTH` code points before and after it; shorter at the ends of the text. */
  readonly prefix: string;
  readonly suffix: string;
};

/** Code points of context on each side. W3C Web Annotation 4.2.4 leaves the length open; 32 is what most annotation tools write. */
const CONTEXT_LENGTH = 32;

/** The places of `ranges` (UTF-16 units, whole characters of `text`), in their order. Linear in the text, then O(log n) a range. */
export function toPlaces(text: string, ranges: readonly TextRange[]): readonly Place[] {
  const index = createCodePointIndex(text);
  return ranges.map((range) => {
    const start = index.toCodePoint(range.start);
    const end = index.toCodePoint(range.end);
    const from = Math.max(0, start - CONTEXT_LENGTH) as CodePointOffset;
    const to = Math.min(index.codePoints, end + CONTEXT_LENGTH) as CodePointOffset;
    return {
      start,
      end,
      prefix: text.slice(index.toTextOffset(from), range.start),
      suffix: text.slice(range.end, index.toTextOffset(to)),
    };
  });
}
