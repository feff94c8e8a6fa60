import { type TextRange, toTextRange } from '@/lib/text/offset';
import { splitSentences } from '@/lib/text/sentences';

/** How far around an edge sentences are looked for, in UTF-16 units: twice what describeSpan keeps of them. */
const REACH = 500;

/**
 * The sentences at the edges of a range, and no more: a save costs the same in an article that is one line of
 * two megabytes as in a short one. Edges that are near each other are looked at once.
 */
export function sentencesAround(text: string, { start, end }: TextRange): readonly TextRange[] {
  const [first, last] = [windowAround(text, start), windowAround(text, end)];
  if (last.from <= first.to) return sentencesIn(text, first.from, last.to);
  return [...sentencesIn(text, first.from, first.to), ...sentencesIn(text, last.from, last.to)];
}

/** The part of the edge's line that is in reach of it: a line break always ends a sentence. */
function windowAround(text: string, edge: number): { readonly from: number; readonly to: number } {
  const lineEnd = text.indexOf('\n', edge);
  return {
    from: Math.max(text.lastIndexOf('\n', edge - 1) + 1, edge - REACH),
    to: Math.min(lineEnd === -1 ? text.length : lineEnd, edge + REACH),
  };
}

function sentencesIn(text: string, from: number, to: number): readonly TextRange[] {
  return splitSentences(text.slice(from, to)).map(({ start, end }) => toTextRange(start + from, end + from));
}
