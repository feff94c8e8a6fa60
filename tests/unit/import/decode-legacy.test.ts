import { readFileSync } from 'node:fs';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decodeLegacy } from '@/lib/import/decode-legacy';
import { decodeText } from '@/lib/import/decode-text';
import { LEGACY_ENCODINGS, LEGACY_LANGUAGES } from '@/lib/import/legacy-languages';
import { LEGACY_SAMPLES } from './legacy-samples';

/** Encodings that are not read here, so that a text in one of them must be refused (or, without letters that differ, be read right). */
const FOREIGN = [
  'macintosh',
  'cp437',
  'cp850',
  'cp852',
  'cp855',
  'maccyrillic',
  'maccenteuro',
  'ISO-8859-3',
  'ISO-8859-4',
  'ISO-8859-10',
] as const;

/** The bytes of a text, or null when the encoding lacks one of its characters. */
function encode(text: string, encoding: string): Uint8Array | null {
  if (!iconv.encodingExists(encoding)) throw new Error(`no such encoding: ${encoding}`);
  const bytes = new Uint8Array(iconv.encode(text, encoding));
  return iconv.decode(bytes, encoding) === text ? bytes : null;
}

describe('decodeLegacy', () => {
  const own = LEGACY_SAMPLES.flatMap((sample) => sample.encodings.map((encoding) => ({ ...sample, encoding })));

  it.each(own.map(({ language, encoding, text }) => [language, encoding, text] as const))('reads %s in %s', (_, encoding, text) => {
    const bytes = encode(text, encoding);
    if (bytes === null) throw new Error('the sample has a character that its encoding lacks');
    const reading = decodeLegacy(bytes);
    expect(reading).toMatchObject({ text });
  });

  it('never reads a sample wrongly, in whatever encoding it comes', () => {
    const all = [...LEGACY_ENCODINGS, ...FOREIGN];
    for (const { text } of LEGACY_SAMPLES) {
      for (const encoding of all) {
        const bytes = encode(text, encoding);
        if (bytes === null) continue;
        const decoded = decodeText(bytes);
        if (decoded.ok) expect({ encoding, text: decoded.value.text }).toEqual({ encoding, text });
      }
    }
  });

  it('never reads part of a sample wrongly either: a few words are refused or right', () => {
    for (const { text, encodings } of LEGACY_SAMPLES) {
      for (const encoding of encodings) {
        for (let from = 0; from < text.length; from += 37) {
          const part = text.slice(from, from + 110);
          const bytes = encode(part, encoding);
          if (bytes === null) continue;
          const decoded = decodeText(bytes);
          if (decoded.ok) expect({ encoding, text: decoded.value.text }).toEqual({ encoding, text: part });
        }
      }
    }
  });

  it('reads the sample article in windows-1252', () => {
    const sample = readFileSync('prisma/sample/article.txt', 'utf8');
    expect(decodeLegacy(encode(sample, 'windows-1252') as Uint8Array)).toEqual({ text: sample, encoding: 'windows-1252' });
  });

  const english = (name: string) =>
    `The minister said that it was not for him to say. He told ${name} that it is on the table, as he had in the past.`;

  it.each([
    'Peña Nieto',
    'the naïve café owner',
    'a première at the Molière prize'.replace('Molière', 'Moliere'),
    'the São Paulo office',
    'Müller and García',
  ])('reads an English text with %s in windows-1252', (name) => {
    expect(decodeLegacy(encode(english(name), 'windows-1252') as Uint8Array)).toMatchObject({ text: english(name) });
  });

  it.each([
    ['Kovač', 'windows-1250', 'Kovaè'],
    ['Wałęsa', 'windows-1250', 'Wa³êsa'],
    ['Ćosić', 'windows-1250', 'Æosiæ'],
    ['Dvořák', 'windows-1250', 'Dvoøák'],
    ['Šimonytė', 'windows-1257', 'Ðimonytë'],
  ])('refuses an English text with %s in %s rather than read %s', (name, encoding, wrong) => {
    const reading = decodeLegacy(encode(english(name), encoding) as Uint8Array);
    expect(reading).toEqual({ doubt: `it would not read right as windows-1252 (“${wrong}”)` });
  });

  it('refuses too few words to know the language', () => {
    expect(decodeLegacy(encode('Dvořák', 'ISO-8859-2') as Uint8Array)).toEqual({ doubt: 'its encoding could not be recognised' });
  });

  it('names both readings when two would do', () => {
    // 0xBD is ½ in windows-1252 and œ in ISO-8859-15; alone, either may be meant.
    const french = encode(`${LEGACY_SAMPLES[2]?.text.replace('cœur', 'milieu')} Le reste est de ½ environ.`, 'windows-1252') as Uint8Array;
    expect(decodeLegacy(french)).toEqual({ doubt: 'it could be windows-1252 (“½”) or ISO-8859-15 (“œ”)' });
  });

  it('finds the language of a long text by its beginning, without cutting a character', () => {
    const japanese = LEGACY_SAMPLES.find(({ language }) => language === 'Japanese')?.text ?? '';
    const text = `x${`${japanese}\n`.repeat(300)}`;
    expect(decodeLegacy(encode(text, 'Shift_JIS') as Uint8Array)).toEqual({ text, encoding: 'Shift_JIS' });
  });

  it('takes a file of the largest size', () => {
    const russian = LEGACY_SAMPLES.find(({ language }) => language === 'Russian')?.text ?? '';
    const text = `${russian}\n`.repeat(7000);
    expect(decodeLegacy(encode(text, 'windows-1251') as Uint8Array)).toMatchObject({ encoding: 'windows-1251' });
  });
});

describe('LEGACY_LANGUAGES', () => {
  it('has every encoding used and known, and every word in the form it is compared in', () => {
    expect(new Set(LEGACY_LANGUAGES.flatMap(({ encodings }) => encodings))).toEqual(new Set(LEGACY_ENCODINGS));
    for (const encoding of LEGACY_ENCODINGS) expect(iconv.encodingExists(encoding)).toBe(true);
    for (const { words } of LEGACY_LANGUAGES) for (const word of words) expect(word.normalize('NFC').toLowerCase()).toBe(word);
  });

  it('has a usual encoding for every letter of every word', () => {
    for (const { name, encodings, words } of LEGACY_LANGUAGES) {
      if (name === 'Vietnamese') continue; // windows-1258 writes its tones as marks of their own
      for (const word of words) expect({ name, word: encode(word, encodings[0] as string) && word }).toEqual({ name, word });
    }
  });
});
