import { isBlank } from '@/lib/text/blank';
import { type TextRange, toTextRange } from '@/lib/text/offset';

/** A line of the text that the editor shows as one textblock. The range is the whole line without its line break. */
export type Block = TextRange & { readonly kind: 'title' | 'paragraph' };

/**
 * The lines of a normalised text in order, the first as the title. Lines without visible text are skipped: they
 * separate blocks and are drawn as space, never as text. White space inside a line stays, at its ends too, so that a
 * block's text is exactly `text.slice(start, end)`.
 *
 *     toBlocks('Head\n\nOne.\nTwo.')  ->  title 0-4, paragraph 6-10, paragraph 11-15
 *
 * Cost: linear.
 */
export function toBlocks(text: string): readonly Block[] {
  const blocks: Block[] = [];
  let start = 0;
  while (start <= text.length) {
    const lineBreak = text.indexOf('\n', start);
    const end = lineBreak === -1 ? text.length : lineBreak;
    if (!isBlank(text.slice(start, end))) {
      blocks.push({ kind: blocks.length === 0 ? 'title' : 'paragraph', ...toTextRange(start, end) });
    }
    start = end + 1;
  }
  return blocks;
}
