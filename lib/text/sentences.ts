import { isBlank } from './blank';
import { findJoins } from './joins';
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

function addSentences(text: string, start: number, end: number, sentences: TextRange[]): void {
  let from = start;
  for (const join of findJoins(text, start, end)) {
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

/** Units looked back over: more than a title or an initial and the word before it. */
const TAIL = 64;

/** A title that always stands before a name. */
const TITLE = /(?:^|[^\p{L}\p{M}\p{N}])(?:Mrs?|Ms|Mx|Dr|Prof|Sen|Rep|Gov|Gen|Lt|Col|Sgt|Capt|Maj|Adm|Rev|Hon|St)\.\s+$/u;

/** An initial after another part of a name ("John F. "). Not I, V, X: "World War I." ends sentences more often than it names anyone. */
const INITIAL = /(?:^|\p{Lu}[\p{L}\p{M}]*\s|\p{Lu}\.\s?)(?![IVX])\p{Lu}\.\s+$/u;

function isAbbreviated(text: string, start: number, end: number): boolean {
  const tail = text.slice(Math.max(start, end - TAIL), end);
  return TITLE.test(tail) || INITIAL.test(tail);
}
