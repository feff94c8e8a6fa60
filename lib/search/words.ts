import { foldText, LOOSE } from '@/lib/text/fold-text';
import { type TextRange, toTextRange } from '@/lib/text/offset';

/**
 * What is searched for, as the index and the marks on a hit both understand it: words (the first letters of each are enough) and
 * “phrases in quotation marks”, all of which a hit must have. Case, accents and typographic differences do not count. Scripts
 * without spaces between words are indexed letter by letter, so a run of them is found anywhere. Not here: who may find what.
 */
export type Term = {
  /** Words one after another, folded; at least one. */
  readonly words: readonly string[];
  /** The last word may go on. */
  readonly open: boolean;
};

export const QUERY_MAX = 200;
export const TERMS_MAX = 8;

const WORDS = /[\p{L}\p{N}\p{Co}]+/gu;
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const EACH_UNSPACED = new RegExp(UNSPACED, 'gu');
const UNSEEN = /[\u00ad\u200b\u200e\u200f\u2060\u2066-\u2069\u061c\ufeff]/g;

/** A letter to Unicode, as in Прокопʼєв; typed like any other apostrophe. */
const LETTER_APOSTROPHE = '\u02bc';

/** The text as it is indexed: folded as `foldText(text, LOOSE)` folds it, but whole and so ten times faster, unspaced scripts apart. Linear. */
export function toIndexed(text: string): string {
  const seen = text.replace(UNSEEN, '').replaceAll(LETTER_APOSTROPHE, "'");
  const folded = seen.normalize('NFD').replace(/\p{M}/gu, '').toUpperCase().toLowerCase().replaceAll('ς', 'σ');
  return folded.replace(EACH_UNSPACED, ' $& ').replaceAll('\0', ' ');
}

/** What somebody typed, of which the first 200 characters and 8 terms count; none when nothing in it can be looked for. */
export function parseQuery(query: string): readonly Term[] {
  const typed = query.slice(0, QUERY_MAX).replace(/[“”„«»]/g, '"');
  const parts = [...typed.matchAll(/"([^"]*)"?|([^\s"]+)/gu)];
  return parts
    .flatMap(([, phrase, word]): Term | readonly [] => {
      const words = toIndexed(phrase ?? word ?? '').match(WORDS);
      return words === null ? [] : { words, open: phrase === undefined };
    })
    .slice(0, TERMS_MAX);
}

/** The terms in the language of FTS5's MATCH (https://sqlite.org/fts5.html#full_text_query_syntax): every one in quotes, so nothing typed is an operator. */
export function toMatch(terms: readonly Term[]): string {
  return terms.map(({ words, open }) => `"${words.join(' ')}"${open && isExtensible(words) ? ' *' : ''}`).join(' AND ');
}

/** A single letter begins too many words to look through them all; a letter of an unspaced script is a word. */
function isExtensible(words: readonly string[]): boolean {
  const last = words.at(-1) ?? '';
  return last.length > 1 && !UNSPACED.test(last);
}

/**
 * Where the terms stand in a text: ranges in order, never overlapping, at most `max`. They are places of the text and nothing
 * else, so whoever shows them never has to trust what is in between. Linear in the text.
 */
export function findTerms(text: string, terms: readonly Term[], max: number): readonly TextRange[] {
  if (terms.length === 0) return [];
  const { folded, starts, ends } = foldText(text, LOOSE);
  const pattern = new RegExp(terms.map(toPattern).join('|'), 'gu');
  const found: TextRange[] = [];
  for (const match of folded.matchAll(pattern)) {
    if (found.length === max) break;
    const start = starts[match.index] as number;
    const end = ends[match.index + match[0].length - 1] as number;
    if (start >= (found.at(-1)?.end ?? 0)) found.push(toTextRange(start, end));
  }
  return found;
}

function toPattern({ words, open }: Term): string {
  const pieces = words.map((word, at) => {
    const before = words[at - 1];
    if (before === undefined) return UNSPACED.test(word) ? word : `(?<![\\p{L}\\p{N}])${word}`;
    // Between letters of an unspaced script there need be nothing.
    return `${UNSPACED.test(word) || UNSPACED.test(before) ? '[^\\p{L}\\p{N}]*' : '[^\\p{L}\\p{N}]+'}${word}`;
  });
  const last = words.at(-1) ?? '';
  if (UNSPACED.test(last)) return pieces.join('');
  return `${pieces.join('')}${open && isExtensible(words) ? '[\\p{L}\\p{N}]*' : '(?![\\p{L}\\p{N}])'}`;
}
