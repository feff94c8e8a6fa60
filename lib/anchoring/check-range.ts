import { isBlank } from '@/lib/text/blank';
import type { TextRange } from '@/lib/text/offset';

/**
 * What is wrong with a range that someone sent, as a sentence for them, or null when a claim may stand on it.
 * A range that cuts a letter from its marks passes: what counts as one character differs between versions of
 * Unicode, and a server must not refuse what a newer browser rightly selected.
 *
 * Cost: linear in the range.
 */
export function checkRange(text: string, { start, end }: TextRange): string | null {
  if (!Number.isSafeInteger(start) || !Number.isSafeInteger(end)) return 'The span’s start and end must be whole numbers.';
  if (start < 0 || end > text.length) return `The span ${start}–${end} lies outside the text, which ends at ${text.length}.`;
  if (start > end) return `The span ends (${end}) before it starts (${start}).`;
  if (start === end) return 'The span is empty.';
  if (splitsPair(text, start)) return `The span starts inside a character (${start} splits a surrogate pair).`;
  if (splitsPair(text, end)) return `The span ends inside a character (${end} splits a surrogate pair).`;
  const inside = text.slice(start, end);
  if (/^\n+$/u.test(inside)) return 'The span holds only a line break.';
  if (isBlank(inside)) return 'The span holds only white space.';
  return null;
}

function splitsPair(text: string, offset: number): boolean {
  return offset > 0 && (text.codePointAt(offset - 1) as number) > 0xffff;
}
