import type { TextRange } from '@/lib/text/offset';

/** A W3C TextQuoteSelector: the words themselves, and what stands around them so that they can be told from the same words elsewhere. */
export type TextQuote = { readonly exact: string; readonly prefix: string; readonly suffix: string };

/** Length of prefix and suffix in code points. */
export const QUOTE_CONTEXT = 32;

/**
 * The quotation of `range`, with up to 32 code points on either side (fewer at the ends of the text). Line breaks are
 * kept as they are in the text. `range` must have passed checkRange. Cost: linear in the range.
 *
 * Source: W3C Web Annotation Data Model, 4.2.4.
 */
export function toTextQuote(text: string, { start, end }: TextRange): TextQuote {
  const prefix = codePointsBack(text, start, QUOTE_CONTEXT);
  const suffix = codePointsOn(text, end, QUOTE_CONTEXT);
  return { exact: text.slice(start, end), prefix: text.slice(prefix, start), suffix: text.slice(end, suffix) };
}

/** The offset `count` code points before `offset`, or 0. */
function codePointsBack(text: string, offset: number, count: number): number {
  let at = offset;
  for (let k = 0; k < count && at > 0; k++) {
    at--;
    if (at > 0 && (text.codePointAt(at - 1) as number) > 0xffff) at--;
  }
  return at;
}

/** The offset `count` code points after `offset`, or the text's end. */
function codePointsOn(text: string, offset: number, count: number): number {
  let at = offset;
  for (let k = 0; k < count && at < text.length; k++) at += (text.codePointAt(at) as number) > 0xffff ? 2 : 1;
  return at;
}
