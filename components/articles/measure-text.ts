import { isBlank } from '@/lib/text/blank';
import { countCodePoints } from '@/lib/text/code-points';
import { normaliseText } from '@/lib/text/normalise';
import { cutAt } from '@/lib/text/shorten';
import { countWords } from '@/lib/text/words';

/** What a text will be once it is an article. `bytes` is its size in UTF-8; `exact` is false where words were only estimated. */
export type TextFacts = {
  readonly title: string | null;
  readonly words: number;
  readonly characters: number;
  readonly bytes: number;
  readonly exact: boolean;
};

/** Above this length (UTF-16 units) finding words by the book would be felt while typing. */
const COUNT_EXACTLY = 200_000;

export function measureText(raw: string): TextFacts {
  const text = normaliseText(raw);
  const exact = text.length <= COUNT_EXACTLY;
  return {
    title: firstLine(text),
    words: exact ? countWords(text) : (text.match(/\S+/gu)?.length ?? 0),
    characters: countCodePoints(text),
    bytes: new Blob([raw]).size,
    exact,
  };
}

/** The first line with visible text, which serves as the title and stays in the text (lib/import/plain-text.ts does the same). */
function firstLine(text: string): string | null {
  for (let start = 0; start < text.length; ) {
    const found = text.indexOf('\n', start);
    const end = found === -1 ? text.length : found;
    const line = text.slice(start, end);
    if (!isBlank(line)) return cutAt(line.trim(), TITLE_SHOWN);
    start = end + 1;
  }
  return null;
}

/** In UTF-16 units. A text without line breaks is one long line, and laying it all out in one row would stop the page. */
const TITLE_SHOWN = 300;
