import type { ClaimSpan } from '@/lib/claims/claim';

/** A piece of a sentence; `marked` pieces are the claim's own words. */
export type Piece = { readonly text: string; readonly marked: boolean };

export type SentenceSpan = Pick<ClaimSpan, 'start' | 'end' | 'quote' | 'before' | 'after'>;

/**
 * The claim in its sentences, in text order. Spans that stand in one sentence share it:
 *
 *     [[He], … , [said]]  ->  one sentence with two marked pieces
 *
 * Two spans share a sentence when the first one's `after` runs on past the start of the second.
 */
export function toSentences(spans: readonly SentenceSpan[]): readonly (readonly Piece[])[] {
  const sentences: Piece[][] = [];
  let previous: SentenceSpan | null = null;
  for (const span of spans) {
    const open = sentences.at(-1);
    const between = previous === null ? null : textBetween(previous, span);
    const rest = pieces([span.quote, true], [span.after, false]);
    if (previous === null || open === undefined || between === null) {
      sentences.push([...pieces([span.before, false]), ...rest]);
    } else {
      if (previous.after !== '') open.pop();
      open.push(...pieces([between, false]), ...rest);
    }
    previous = span;
  }
  return sentences;
}

/** What stands between two spans of one sentence; null when they are not in one, or its words were cut. */
function textBetween(first: SentenceSpan, second: SentenceSpan): string | null {
  const gap = second.start - first.end;
  const between = first.after.slice(0, gap);
  return between.length === gap && second.before.endsWith(between) ? between : null;
}

/** At most about so many characters stand before the claim's words in a row, so that two lines show them. */
const LEAD_MAX = 72;

/** A long lead loses its beginning, at a word: "… little influence on the president’s decisions, ". */
export function shortLead(before: string): string {
  if (before.length <= LEAD_MAX) return before;
  const tail = before.slice(-LEAD_MAX);
  const space = tail.search(/\s\S/u);
  // Without a space to cut at (scripts that have none) the cut only has to leave pairs whole.
  return `… ${space === -1 ? tail.replace(/^[\udc00-\udfff]/u, '') : tail.slice(space + 1)}`;
}

function pieces(...parts: readonly (readonly [string, boolean])[]): Piece[] {
  return parts.filter(([text]) => text !== '').map(([text, marked]) => ({ text, marked }));
}
