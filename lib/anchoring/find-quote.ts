import { findWords } from '@/lib/text/find-words';
import { EXACT, type Folding, foldText, LOOSE } from '@/lib/text/fold-text';
import { normaliseText } from '@/lib/text/normalise';
import type { TextRange } from '@/lib/text/offset';

/**
 * Words that somebody copied or typed, found in a revision's text: as they are, or else without regard to capitals, accents,
 * white space and the kind of quotation marks, which is what copying changes. `nearest` is the sentence that shares most
 * words with them, where they are not there at all.
 */
export type QuoteFound =
  | { readonly how: 'exact' | 'loose'; readonly ranges: readonly TextRange[] }
  | { readonly how: 'none'; readonly nearest: TextRange | null };

/** More places than anyone chooses from. */
const QUOTES_MAX = 200;

/** Less than this of the words in common is chance. */
const ALIKE = 0.4;

/** Cost: linear in the text. @param sentences those of the text, for the nearest */
export function findQuote(text: string, pasted: string, sentences: readonly TextRange[]): QuoteFound {
  // A mark or joiner at the beginning belongs to what stood before it, which was not copied, or was trimmed.
  const words = normaliseText(pasted)
    .trim()
    .replace(/^[\s\p{M}\u200d]+/u, '');
  for (const [how, folding] of [
    ['exact', EXACT],
    ['loose', LOOSE],
  ] as const) {
    const ranges = findEither(text, words, folding);
    if (ranges.length > 0) return { how, ranges };
  }
  return { how: 'none', nearest: findNearest(text, words, sentences) };
}

/** As they are; else without the quotation marks somebody put around them. */
function findEither(text: string, words: string, folding: Folding): readonly TextRange[] {
  const searched = foldText(text, folding);
  const options = { max: QUOTES_MAX, wholeWords: false };
  const found = findWords(text, searched, words, folding, options);
  const bare = words.replace(/^["'“”‘’„«»‹›]+|["'“”‘’„«»‹›]+$/gu, '');
  return found.length > 0 || bare === words ? found : findWords(text, searched, bare, folding, options);
}

/** The sentence most alike by the words they share (Sørensen-Dice), or null when none is. */
function findNearest(text: string, words: string, sentences: readonly TextRange[]): TextRange | null {
  const wanted = wordsOf(words);
  let best: TextRange | null = null;
  let alike = ALIKE;
  for (const sentence of sentences) {
    const there = wordsOf(text.slice(sentence.start, sentence.end));
    const shared = [...wanted].filter((word) => there.has(word)).length;
    const share = (2 * shared) / Math.max(1, wanted.size + there.size);
    if (share > alike) [best, alike] = [sentence, share];
  }
  return best;
}

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(foldText(text, LOOSE).folded.match(/[\p{L}\p{N}]+/gu) ?? []);
}
