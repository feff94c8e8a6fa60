import { type TextOffset, type TextRange, toTextRange } from '@/lib/text/offset';

/** A range drawn in its text: `marked('The mayor [said] no')` is the text without brackets and the range between them. */
export function marked(drawing: string): { text: string; range: TextRange } {
  const start = drawing.indexOf('[');
  const end = drawing.indexOf(']') - 1;
  return { text: drawing.replace(/[[\]]/gu, ''), range: toTextRange(start, end) };
}

/** The drawing of a range: the inverse of `marked`; null stays null. */
export function draw(text: string, range: TextRange | null): string | null {
  return range && `${text.slice(0, range.start)}[${text.slice(range.start, range.end)}]${text.slice(range.end)}`;
}

/** A caret drawn in its text: `caret('The ma|yor')`. */
export function caret(drawing: string): { text: string; offset: TextOffset } {
  return { text: drawing.replace('|', ''), offset: drawing.indexOf('|') as TextOffset };
}
