import type { Brand } from '@/lib/kernel/brand';

/**
 * A position in a revision's text, in UTF-16 units (JavaScript's own index).
 * Inside the program only: exports count Unicode code points (lib/text/code-points.ts).
 */
export type TextOffset = Brand<number, 'TextOffset'>;

/** A position counted in Unicode code points, as W3C Web Annotation 4.2.4 and 4.2.5 ask. */
export type CodePointOffset = Brand<number, 'CodePointOffset'>;

/** Half-open: the text from `start` up to, not including, `end`. */
export type TextRange = { readonly start: TextOffset; readonly end: TextOffset };

export function toTextRange(start: number, end: number): TextRange {
  return { start: start as TextOffset, end: end as TextOffset };
}
