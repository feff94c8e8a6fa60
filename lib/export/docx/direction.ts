/** Text of one direction. Word asks for it: its runs are told which way they go, and its neutral characters follow the run. */
export type DirectedText = { readonly text: string; readonly rtl: boolean };

/** The blocks of scripts written from right to left (Unicode Standard, 9.1 to 9.4 and chapters 10 and 19). */
const RTL = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
const LETTER = /\p{L}/u;

/** Whether the first letter of a text is of a script that runs from right to left: what `dir="auto"` asks in HTML. */
export function isRtl(text: string): boolean {
  const [first] = LETTER.exec(text) ?? [];
  return first !== undefined && RTL.test(first);
}

/**
 * A text in pieces of one direction each. What stands between letters of one direction goes with them, all else with the
 * paragraph, `rtl`.
 *
 *     cutDirections('in חיפה, again', false)  ->  'in ' ltr, 'חיפה' rtl, ', again' ltr
 *
 * Linear.
 */
export function cutDirections(text: string, rtl: boolean): readonly DirectedText[] {
  if (!rtl && !RTL.test(text)) return [{ text, rtl }];
  const pieces: DirectedText[] = [];
  let current = { text: '', rtl };
  let waiting = '';
  for (const character of text) {
    if (!LETTER.test(character)) {
      waiting += character;
      continue;
    }
    const turned = RTL.test(character) !== current.rtl;
    if (turned && current.rtl === rtl) {
      current.text += waiting;
      waiting = '';
    }
    if (turned) {
      pieces.push(current);
      current = { text: '', rtl: !current.rtl };
    }
    current.text += waiting + character;
    waiting = '';
  }
  if (current.rtl === rtl) return [...pieces, { ...current, text: current.text + waiting }].filter((piece) => piece.text !== '');
  return [...pieces, current, { text: waiting, rtl }].filter((piece) => piece.text !== '');
}

/** Embeddings, overrides and isolates (UAX #9, 2.1 to 2.5): they turn what stands around them, and a reader does not see them. */
const TURNING = /[\u202a-\u202e\u2066-\u2069]/gu;

/** The text with characters that turn its direction shown by their code, `[U+202E]`, instead of obeyed. */
export function showTurns(text: string): string {
  return text.replace(TURNING, (character) => `[U+${character.charCodeAt(0).toString(16).toUpperCase()}]`);
}
