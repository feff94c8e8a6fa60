import fc from 'fast-check';

/** What articles are made of, and what breaks offsets: marks, joined emoji, flags, right-to-left words, scripts without spaces. */
const PIECES = [
  'a',
  'Z',
  'it',
  'The',
  'said',
  '7',
  ' ',
  '  ',
  ' ',
  '\n',
  '\n\n',
  '\t',
  '.',
  '. ',
  ',',
  '?! ',
  '“',
  '”',
  '’',
  '—',
  '(',
  ')',
  'e\u0301',
  '\u0301',
  'n\u0303o',
  '\u200d',
  '\ufe0f',
  '\u00a0',
  '\u200b',
  '😀',
  '👩‍👩‍👧',
  '👍🏽',
  '🇫🇷',
  '🇩',
  '1️⃣',
  'שלום',
  'שָׁלוֹם',
  'مرحبا',
  'عَرَبِيّ',
  '\u200f',
  'कर्म',
  'नि',
  '한국',
  '각',
  '東京',
  'です',
  'ภาษาไทย',
] as const;

/** Well-formed text of up to `pieces` pieces. */
export function arbitraryText(pieces = 60): fc.Arbitrary<string> {
  return fc.array(fc.constantFrom(...PIECES), { maxLength: pieces }).map((chosen) => chosen.join(''));
}

/** Text with anything in it: lone surrogates, controls, unassigned characters. */
export const anyString = fc.oneof(
  arbitraryText(),
  fc.string({ unit: 'binary' }),
  fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)),
);

/** A text and two offsets in it, the first not after the second. */
export function textWithOffsets(pieces = 60): fc.Arbitrary<{ text: string; start: number; end: number }> {
  return arbitraryText(pieces).chain((text) =>
    fc.tuple(fc.nat(text.length), fc.nat(text.length)).map(([a, b]) => ({ text, start: Math.min(a, b), end: Math.max(a, b) })),
  );
}
