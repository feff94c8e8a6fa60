import { assert } from '@/lib/kernel/assert';
import { ceilToGrapheme, floorToGrapheme } from '@/lib/text/graphemes';
import type { TextRange } from '@/lib/text/offset';
import { sentenceAt } from '@/lib/text/sentences';
import { checkRange } from './check-range';

/** A span as it is kept and shown: `before` + `quote` + `after` is the sentence it stands in, unless cut. */
export type DescribedSpan = TextRange & { readonly quote: string; readonly before: string; readonly after: string };

/** At most so many UTF-16 units of context on each side, the ellipsis included. */
export const CONTEXT_MAX = 240;

const ELLIPSIS = '…';

/**
 * The span with its words and the rest of its sentence. A span over several sentences gets the rest of the first and of
 * the last. Context that is too long loses its outer end, never part of a user-perceived character:
 *
 *     '…close to the Kremlin [said on Monday] that the pro…'
 *
 * `sentences` as splitSentences gives them for the same text. Throws when `range` would not pass checkRange: ask it first.
 * Cost: linear in the span and its sentences' ends, O(log n) in the text.
 */
export function describeSpan(text: string, sentences: readonly TextRange[], range: TextRange): DescribedSpan {
  const problem = checkRange(text, range);
  assert(problem === null, `a span to describe is sound: ${problem ?? ''}`);
  const { start, end } = range;
  const first = sentenceHolding(sentences, start, 'next');
  const last = sentenceHolding(sentences, end, 'previous');
  return {
    start,
    end,
    quote: text.slice(start, end),
    before: first === null || first.start >= start ? '' : cutBefore(text, first.start, start),
    after: last === null || last.end <= end ? '' : cutAfter(text, end, last.end),
  };
}

/** The sentence that holds an edge; in the space between two the one towards the span. */
function sentenceHolding(sentences: readonly TextRange[], edge: TextRange['start'], towards: 'previous' | 'next'): TextRange | null {
  const i = sentenceAt(sentences, edge);
  if (i === null) return null;
  const sentence = sentences[i] as TextRange;
  if (towards === 'next' && sentence.end <= edge) return sentences[i + 1] ?? null;
  if (towards === 'previous' && sentence.start >= edge) return sentences[i - 1] ?? null;
  return sentence;
}

function cutBefore(text: string, from: number, to: number): string {
  if (to - from <= CONTEXT_MAX) return text.slice(from, to);
  return ELLIPSIS + text.slice(Math.min(to, ceilToGrapheme(text, to - CONTEXT_MAX + ELLIPSIS.length)), to);
}

function cutAfter(text: string, from: number, to: number): string {
  if (to - from <= CONTEXT_MAX) return text.slice(from, to);
  return text.slice(from, Math.max(from, floorToGrapheme(text, from + CONTEXT_MAX - ELLIPSIS.length))) + ELLIPSIS;
}
