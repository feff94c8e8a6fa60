import { isBlank } from './blank';
import { type TextOffset, type TextRange, toTextRange } from './offset';
import { segmentsFrom } from './segments-from';

/**
 * The sentences of a text in order, each without the white space around it. A line break always ends one, so a
 * headline is a sentence of its own; lines without visible text have none. Offsets are UTF-16 units.
 *
 * UAX #29's default rules, with two corrections for newspaper prose:
 *
 *     ... the political system.However, as reported ...     a boundary although no space follows
 *                              ^
 *     ... met Mr. Kozak and John F. Kennedy ...             no boundary after a title or an initial
 *
 * The first is seen in pasted articles, where markup between two sentences was lost.
 * Cost: linear. Source: UAX #29, section 5.
 */
export function splitSentences(text: string): readonly TextRange[] {
  const sentences: TextRange[] = [];
  let start: number | null = null;
  for (const segment of segmentsFrom(text, 'sentence')) {
    start ??= segment.start;
    const ends = text.charCodeAt(segment.end - 1) === LF || !isAbbreviated(text, start, segment.end);
    if (!ends) continue;
    addSentences(text, start, segment.end, sentences);
    start = null;
  }
  if (start !== null) addSentences(text, start, text.length, sentences);
  return sentences;
}

/**
 * The index of the sentence that holds `offset`; in the white space between two the earlier one; before the first the
 * first; null when there are no sentences. `sentences` as splitSentences gives them. O(log n).
 */
export function sentenceAt(sentences: readonly TextRange[], offset: TextOffset): number | null {
  if (sentences.length === 0) return null;
  let low = 0;
  let high = sentences.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sentences[middle] as TextRange).start <= offset) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}

const LF = 10;

/** A full stop between a small letter and a capital: "system.However". */
const JOIN = /(?<=\p{Ll})\.(?=\p{Lu})/gu;

/** The word that ends at a join: two letters or more and no stop inside, so not "e.g.The" and not "p.m.He". */
const WORD_BEFORE = /(?:^|[^\p{L}\p{M}\p{N}.@/_\\-])[\p{L}\p{M}\p{N}'’-]*\p{L}\p{M}*\p{Ll}$/u;

/** What follows a join: a capitalised word, or a word of one letter ("I", "A"); not the end of an address or of a file's name. */
const WORD_AFTER = /^(?!(?:Com|Net|Org|Info|Gov|Edu|Co|Io|Js|Md|Txt|Pdf|Doc|Docx|Html?)(?![\p{L}\p{M}]))\p{Lu}(?:\p{M}*[\p{Ll}'’]|\s)/u;

/** A word longer than this is no word of a language; looking further back would make one huge line quadratic. */
const WORD_REACH = 64;

function addSentences(text: string, start: number, end: number, sentences: TextRange[]): void {
  let from = start;
  const segment = text.slice(start, end);
  for (const { index } of segment.matchAll(JOIN)) {
    const join = start + index + 1;
    const isJoin =
      WORD_BEFORE.test(text.slice(Math.max(from, join - 1 - WORD_REACH), join - 1)) && WORD_AFTER.test(text.slice(join, join + WORD_REACH));
    if (!isJoin) continue;
    addTrimmed(text, from, join, sentences);
    from = join;
  }
  addTrimmed(text, from, end, sentences);
}

function addTrimmed(text: string, start: number, end: number, sentences: TextRange[]): void {
  const sentence = text.slice(start, end);
  if (isBlank(sentence)) return;
  const from = start + (sentence.length - sentence.trimStart().length);
  sentences.push(toTextRange(from, from + sentence.trim().length));
}

/** A title that always stands before a name. */
const TITLE = /(?:^|[^\p{L}\p{M}\p{N}])(?:Mrs?|Ms|Mx|Dr|Prof|Sen|Rep|Gov|Gen|Lt|Col|Sgt|Capt|Maj|Adm|Rev|Hon|St)\.\s+$/u;

/** An initial after another part of a name ("John F. "). Not I, V, X: "World War I." ends sentences more often than it names anyone. */
const INITIAL = /(?:^|\p{Lu}[\p{L}\p{M}]*\s|\p{Lu}\.\s?)(?![IVX])\p{Lu}\.\s+$/u;

function isAbbreviated(text: string, start: number, end: number): boolean {
  const tail = text.slice(Math.max(start, end - WORD_REACH), end);
  return TITLE.test(tail) || INITIAL.test(tail);
}
