/**
 * A text as it is searched in: letters without their case, accents, kinds of white space and of quotation marks, as far as
 * asked, and for each unit where in the text it comes from. So a match can be cut from the text exactly.
 *
 *     'Straße  “Wells”'   searched as   'strasse "wells"'
 */
export type FoldedText = {
  readonly folded: string;
  /** For each UTF-16 unit of `folded` the range of the text, in UTF-16 units, that it stands for. */
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
};

export type Folding = {
  /** Capitals are small letters: ẞ, ß and ss are one. */
  readonly capitals: boolean;
  /** é is e. */
  readonly accents: boolean;
  /** Any run of white space is one space; “ ” „ « » are ", ‘ ’ are ', dashes are -; what takes no room is not there. */
  readonly typography: boolean;
};

export const EXACT: Folding = { capitals: false, accents: false, typography: false };
export const LOOSE: Folding = { capitals: true, accents: true, typography: true };

const QUOTES: Readonly<Record<string, string>> = {
  ...Object.fromEntries([...'“”„‟«»"〝〞＂'].map((mark) => [mark, '"'])),
  ...Object.fromEntries([...'‘’‚‛‹›ʼ`´＇'].map((mark) => [mark, "'"])),
  ...Object.fromEntries([...'‐‑‒–—―−'].map((mark) => [mark, '-'])),
  '…': '...',
};

const SPACE = /[^\S\ufeff]/;

/** Soft hyphen, zero-width space, word joiner, direction marks: nobody sees or types them. */
const UNSEEN = /^[\u00ad\u200b\u200e\u200f\u2060\u2066-\u2069\u061c\ufeff]$/;

/** Cost: linear. */
export function foldText(text: string, folding: Folding): FoldedText {
  const parts: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  for (let at = 0; at < text.length; ) {
    const char = String.fromCodePoint(text.codePointAt(at) as number);
    let end = at + char.length;
    let part = char;
    if (folding.typography && SPACE.test(char)) {
      while (end < text.length && SPACE.test(text[end] as string)) end += 1;
      part = ' ';
    } else {
      part = foldChar(char, folding);
    }
    // What vanishes belongs to what it stands on: cut with it, never apart.
    if (part === '' && ends.length > 0) ends[ends.length - 1] = end;
    for (let unit = 0; unit < part.length; unit += 1) {
      starts.push(at);
      ends.push(end);
    }
    parts.push(part);
    at = end;
  }
  return { folded: parts.join(''), starts: Uint32Array.from(starts), ends: Uint32Array.from(ends) };
}

function foldChar(char: string, { capitals, accents, typography }: Folding): string {
  // The most of any text: nothing to look up.
  if (char >= ' ' && char <= '~' && char !== '"' && char !== "'" && char !== '`') return capitals ? char.toLowerCase() : char;
  let folded = typography ? (UNSEEN.test(char) ? '' : (QUOTES[char] ?? char)) : char;
  if (accents) folded = folded.normalize('NFD').replace(/\p{M}/gu, '');
  // Up and down again: ß becomes ss, final sigma the other sigma, as full case folding has it.
  return capitals ? folded.toUpperCase().toLowerCase() : folded;
}
