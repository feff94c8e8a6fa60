import { type FoldedText, type Folding, foldText } from './fold-text';
import { ceilToGrapheme, floorToGrapheme } from './graphemes';
import { type TextRange, toTextRange } from './offset';

export type FindOptions = {
  /** At most so many. */
  readonly max: number;
  /** Not inside a longer word. Scripts without spaces between words have none. */
  readonly wholeWords: boolean;
};

/**
 * Where some words stand in a text, in order, never overlapping. Each range holds whole characters as readers see them:
 * cut from the text and folded it is the words, folded. White space around the words does not count; none for no words.
 *
 * @param searched `foldText(text, folding)`: worked out once for many searches
 * Cost: linear in the text.
 */
export function findWords(text: string, searched: FoldedText, words: string, folding: Folding, options: FindOptions): readonly TextRange[] {
  const wanted = foldText(words.normalize('NFC').trim(), folding).folded;
  const { folded, starts, ends } = searched;
  const found: TextRange[] = [];
  if (wanted === '') return found;
  for (let at = folded.indexOf(wanted); at >= 0 && found.length < options.max; ) {
    const after = at + wanted.length;
    const range = toTextRange(starts[at] as number, ends[after - 1] as number);
    const whole = !isInside(starts, at) && !isInside(starts, after) && isCutWhole(text, range);
    const fits = whole && (!options.wholeWords || standsAlone(text, range));
    if (fits) found.push(range);
    at = folded.indexOf(wanted, fits ? after : at + 1);
  }
  return found;
}

/** Whether a place in the folded text is between two units that come from one character: ß as s|s. */
function isInside(starts: Uint32Array, at: number): boolean {
  return at > 0 && at < starts.length && starts[at] === starts[at - 1];
}

function isCutWhole(text: string, { start, end }: TextRange): boolean {
  return floorToGrapheme(text, start) === start && ceilToGrapheme(text, end) === end;
}

const WORD = /[\p{L}\p{M}\p{N}_]/u;

function standsAlone(text: string, { start, end }: TextRange): boolean {
  const isWord = (from: number, to: number) => WORD.test(text.slice(from, to));
  const before = isWord(floorToGrapheme(text, start - 1), start) && isWord(start, ceilToGrapheme(text, start + 1));
  const after = isWord(end, ceilToGrapheme(text, end + 1)) && isWord(floorToGrapheme(text, end - 1), end);
  return !before && !after;
}
