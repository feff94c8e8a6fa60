import type { LegacyLanguage } from './legacy-languages';

/** How well a character fits where it stands: as one expects it there; possibly; or so that the encoding must be wrong. */
export type Fit = 'sure' | 'fair' | 'wrong';

/**
 * Whether the non-ASCII character at `at` makes sense there, in a text of this language. A wrong code page shows in
 * such places: a letter that the language does not have, a capital or a sign inside a word ("cafÈ", "Wa³êsa"), a
 * quotation mark between letters. `text` must be in the Basic Multilingual Plane. Constant cost.
 */
export function judgePlace(text: string, at: number, language: LegacyLanguage): Fit {
  const character = text.charAt(at);
  const before = text.charAt(at - 1);
  const after = text.charAt(at + 1);
  if (TRAIL_BYTES.test(after)) return 'wrong';
  if (LETTER.test(character)) return judgeLetter(text, at, language);
  if (SPACES.test(character)) return 'sure';
  return judgeSign(character, before, after, language);
}

function judgeLetter(text: string, at: number, { letters, names, spaces, plain, words }: LegacyLanguage): Fit {
  const character = text.charAt(at);
  const before = text.charAt(at - 1);
  const after = text.charAt(at + 1);
  const isCapitalised = UPPER.test(wordStart(text, at));
  const isOwn = letters.test(character);
  if (isCapitalised ? !names.test(character) : !isOwn) return 'wrong';
  if (UPPER.test(character) && LOWER.test(before)) return 'wrong';
  if (LOWER.test(character) && UPPER.test(before) && UPPER.test(after)) return 'wrong';
  const isAlone = spaces && !LETTER.test(before) && !LETTER.test(after) && !words.has(character.toLowerCase());
  if (isAlone && plain) return 'wrong';
  return isOwn && !isAlone ? 'sure' : 'fair';
}

function judgeSign(character: string, before: string, after: string, { letters }: LegacyLanguage): Fit {
  const follows = LETTER.test(before);
  const precedes = LETTER.test(after);
  if (character === '’') return before === '' || SPACE.test(before) ? 'fair' : 'sure';
  if (/[–—―…]/u.test(character)) return 'sure';
  if (/[‚„]/u.test(character)) return follows || !precedes ? 'wrong' : 'sure';
  if (/[‘“”«»‹›]/u.test(character)) return follows && precedes ? 'wrong' : 'sure';
  if (/[€£¥¢₪฿₫]/u.test(character)) return follows || precedes || !/[\d\s(]/u.test(before + after) ? 'wrong' : 'sure';
  // In every other language these are the first byte of something from East Asia: "¡V" is a dash in Big5.
  if (/[¿¡]/u.test(character)) return letters.test(character) && precedes && !follows ? 'sure' : 'wrong';
  if (character === '·' && letters.test(character)) return follows && precedes ? 'sure' : 'fair';
  if (character === '№') return follows ? 'wrong' : 'sure';
  if (/[°ºª²³¹]/u.test(character)) return /[\p{L}\d]/u.test(before) && !precedes ? 'fair' : 'wrong';
  if (/[½¼¾±×÷‰]/u.test(character)) return follows || precedes ? 'wrong' : 'fair';
  if (/[©®™]/u.test(character)) return precedes || !ENDS.test(after) ? 'wrong' : 'fair';
  if (/[•·§†‡]/u.test(character)) return follows ? 'wrong' : 'fair';
  return PUNCTUATION.test(character) ? 'sure' : 'wrong';
}

const LETTER = /[\p{L}\p{M}]/u;
const UPPER = /\p{Lu}/u;
const LOWER = /\p{Ll}/u;
const SPACE = /\s/u;
/** No-break space, soft hyphen, zero-width joiners and direction marks. */
const SPACES = /[\u00a0\u00ad\u200b-\u200f]/u;
/** Nothing, white space, or what closes a phrase. */
const ENDS = /^$|[\s.,;:!?)\]’”»]/u;
/** The punctuation and digits of Greek, Hebrew, Arabic and Thai. */
const PUNCTUATION = /[΄᾽·־׳״،؛؟٪٫٬٭٠-٩ฯๆ๏๚๛๐-๙]/u;
/** ASCII signs that follow no word in prose, but are second bytes in the encodings of East Asia. */
const TRAIL_BYTES = /[\\^_`{|}~]/u;

/** Longest word looked back over, in characters. */
const WORD_REACH = 48;

/** The first character of the word that holds the letter at `at`; a hyphen or an apostrophe begins a new one. */
function wordStart(text: string, at: number): string {
  let start = at;
  while (start > 0 && at - start < WORD_REACH && LETTER.test(text.charAt(start - 1))) start--;
  return text.charAt(start);
}
