import { type TextOffset, type TextRange, toTextRange } from '@/lib/text/offset';

/** What is selected: `anchor` stays, `head` is where the caret is. Equal: a bare caret. */
export type Selected = { readonly anchor: TextOffset; readonly head: TextOffset };

/** The selection as a range, in text order. */
export function toRange({ anchor, head }: Selected): TextRange {
  return toTextRange(Math.min(anchor, head), Math.max(anchor, head));
}
