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
  if (WORD.test(character)) return judgeLetter(character, before, after, language);
  if (SPACES.test(character)) return 'sure';
  const [follows, precedes] = [WORD.test(before), WORD.test(after)];
  const inside = follows && precedes;
  if (DASHES.test(character)) return 'sure';
  if (character === '’') return before === '' || /\s/u.test(before) ? 'fair' : 'sure';
  if (QUOTES.test(character)) return inside ? 'wrong' : 'sure';
  if (CURRENCY.test(character)) return /[\d\s(]/u.test(before + after) && !inside ? 'sure' : 'wrong';
  if (OPENERS.test(character)) return precedes && !follows ? 'sure' : 'wrong';
  if (character === '№') return follows ? 'wrong' : 'sure';
  if (/[°ºª²³¹]/u.test(character)) return /[\p{L}\d]/u.test(before) && !precedes ? 'fair' : 'wrong';
  if (AFTER_NUMBERS.test(character)) return follows || precedes ? 'wrong' : 'fair';
  if (MARKS.test(character)) return inside ? 'wrong' : 'fair';
  return 'wrong';
}

function judgeLetter(character: string, before: string, after: string, language: LegacyLanguage): Fit {
  const own = language.letters.test(character);
  if (!own && !language.guests.test(character)) return 'wrong';
  if (isUpper(character) && isLower(before)) return 'wrong';
  if (isLower(character) && isUpper(before) && isUpper(after)) return 'wrong';
  const alone = language.spaces && !WORD.test(before) && !WORD.test(after) && !language.words.has(character.toLowerCase());
  return own && !alone ? 'sure' : 'fair';
}

const WORD = /[\p{L}\p{M}]/u;
const SPACES = /[\u00a0\u00ad\u3000\u200b-\u200f]/u;
const DASHES = /[–—―…]/u;
const QUOTES = /[‘‚“”„«»‹›]/u;
const CURRENCY = /[€£¥¢₪฿₫]/u;
const OPENERS = /[¿¡]/u;
const AFTER_NUMBERS = /[½¼¾±×÷‰]/u;
/** Signs that stand beside words, and the punctuation of Greek, Arabic and Hebrew. */
const MARKS = /[•·§†‡©®™΄᾽،؛؟־׳״٪-٭؉ฯๆ]/u;

function isUpper(character: string): boolean {
  return /\p{Lu}/u.test(character);
}

function isLower(character: string): boolean {
  return /\p{Ll}/u.test(character);
}
