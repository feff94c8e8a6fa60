import iconv from 'iconv-lite';
import { type Fit, judgePlace } from './in-place';
import { LEGACY_ENCODINGS, LEGACY_LANGUAGES, type LegacyEncoding, type LegacyLanguage } from './legacy-languages';

/** The one reading that makes sense, or the reason why there is none (the end of a sentence that starts "The file is not UTF-8, and "). */
export type LegacyReading = { readonly text: string; readonly encoding: LegacyEncoding } | { readonly doubt: string };

/** Bytes under one encoding, as a text in one language; `fits` has one entry per byte of an encoding with single bytes. */
type Reading = {
  readonly text: string;
  readonly encoding: LegacyEncoding;
  readonly language: LegacyLanguage;
  readonly fits: readonly Fit[];
};

/**
 * Reads bytes that are no Unicode encoding. Every byte decodes to something in a dozen code pages, so that a guess is
 * easy and silently wrong; this accepts a reading only when it is shown to be right and the others to be wrong:
 *
 * 1. it decodes without gaps, control characters or private use;
 * 2. its most frequent words are those of a language that was written in this encoding (at least MIN_SHARE of them, and
 *    not much fewer than under the best reading);
 * 3. every non-ASCII character is a letter this language uses, or punctuation in its place (lib/import/in-place.ts);
 * 4. every other reading that passes 1 to 3 gives the same text, or is worse at each place where they differ.
 *
 * No frequency of single bytes is used, and no confidence to tune: what cannot be shown is refused, and the person saves
 * the file as UTF-8. Cost: linear, a few passes for each encoding that the first SAMPLE bytes do not rule out.
 */
export function decodeLegacy(bytes: Uint8Array): LegacyReading {
  const sample = bytes.subarray(0, sampleEnd(bytes));
  const hopefuls = LEGACY_ENCODINGS.flatMap((encoding) => {
    const text = decode(sample, encoding);
    if (text === null) return [];
    return LEGACY_LANGUAGES.filter(({ encodings }) => encodings.includes(encoding)).map((language) => ({
      encoding,
      language,
      share: shareOfWords(text, language),
    }));
  });
  const best = Math.max(0, ...hopefuls.map(({ share }) => share));
  const likely = hopefuls.filter(({ share }) => share >= MIN_SHARE && share >= best * NEAR_BEST).sort((a, b) => b.share - a.share);

  const readings: Reading[] = [];
  let doubt: string | null = null;
  for (const { encoding, language } of likely) {
    if (readings.some((reading) => reading.encoding === encoding)) continue;
    const text = decode(bytes, encoding);
    if (text === null) continue;
    const fits = judge(text, bytes, language);
    const fault = fits.indexOf('wrong');
    if (fault === -1 && isBorneOut(text, fits, language)) readings.push({ text, encoding, language, fits });
    else if (fault !== -1) doubt ??= `it would not read right as ${encoding} (“${wordAt(text, fault)}”)`;
  }
  return choose(readings) ?? { doubt: readings.length > 1 ? describeRivals(readings) : (doubt ?? UNKNOWN) };
}

const UNKNOWN = 'its encoding could not be recognised';

/** Bytes looked at to find the language. */
const SAMPLE = 24_576;

/** Share of a text's words that must be among the twenty most frequent ones of its language. Running prose has 0.25 to 0.5; a wrong language mostly under 0.08. */
const MIN_SHARE = 0.15;

/** A language whose words are so much rarer than the best one's is not the text's. */
const NEAR_BEST = 0.6;

/** Fewer hits, or of fewer kinds, prove no language: “a” and “na” alone are words of a hundred. */
const MIN_HITS = 6;
const MIN_KINDS = 5;

/** The share of a text's non-ASCII letters that must be of the language's script, where letters are not checked one by one. */
const MIN_SCRIPT = 0.97;

/** Gaps in the table, controls, private use, what Unicode has not assigned; and half-width katakana, which is what Japanese decodes to when it is not. */
const NOT_TEXT = /[\ufffd\u007f-\u009f\p{Co}\p{Cn}]|[\uff61-\uff9f]{4}/u;

function decode(bytes: Uint8Array, encoding: LegacyEncoding): string | null {
  const text = iconv.decode(bytes, encoding, { stripBOM: false });
  return NOT_TEXT.test(text) ? null : text;
}

const NOT_IN_WORDS = /[\s\p{P}]+/u;

/** The share of frequent words in running text; of frequent strings among the letters where words are not spaced. 0 when there are too few to tell. */
function shareOfWords(text: string, { spaces, words, letters }: LegacyLanguage): number {
  if (spaces) {
    // Signs stay in their words: "╟с┼┌с" is one word that no language has, not three letters of which one is a Russian word.
    const all = text.normalize('NFC').toLowerCase().split(NOT_IN_WORDS).filter(Boolean);
    const hits = all.filter((word) => words.has(word));
    return hits.length < MIN_HITS || new Set(hits).size < MIN_KINDS ? 0 : hits.length / all.length;
  }
  const all = text.match(/[^\P{L}\p{ASCII}]|[^\P{M}\p{ASCII}]/gu) ?? [];
  if (all.filter((letter) => letters.test(letter)).length < all.length * MIN_SCRIPT) return 0;
  const hits = text.match(new RegExp([...words].join('|'), 'gu')) ?? [];
  return hits.length < MIN_HITS || new Set(hits).size < MIN_KINDS ? 0 : hits.join('').length / all.length;
}

/** One judgement for each position. Encodings with several bytes a character are known by their words alone: a wrong one has none of them. */
function judge(text: string, bytes: Uint8Array, language: LegacyLanguage): readonly Fit[] {
  if (text.length !== bytes.length) return [];
  const fits: Fit[] = new Array(text.length).fill('sure');
  for (let at = 0; at < bytes.length; at++) {
    if ((bytes[at] as number) >= 0x80) fits[at] = judgePlace(text, at, language);
  }
  return fits;
}

/**
 * A language that needs letters beyond ASCII must have some, and more of its own than of others: where a wrong code page
 * turned each of them into a dash, an ellipsis or a quotation mark, every single place may still look right.
 */
function isBorneOut(text: string, fits: readonly Fit[], { plain, letters }: LegacyLanguage): boolean {
  if (plain || fits.length === 0) return true;
  let own = 0;
  let fair = 0;
  for (let at = 0; at < fits.length; at++) {
    if (text.charCodeAt(at) < 0x80) continue;
    if (fits[at] === 'fair') fair++;
    else if (letters.test(text.charAt(at))) own++;
  }
  return own > 0 && own >= fair;
}

/** The reading that holds against every other one, or null. */
function choose(readings: readonly Reading[]): { text: string; encoding: LegacyEncoding } | null {
  const winner = readings.find((reading) => readings.every((other) => other === reading || beats(reading, other)));
  return winner === undefined ? null : { text: winner.text, encoding: winner.encoding };
}

function beats(reading: Reading, other: Reading): boolean {
  if (reading.text === other.text) return true;
  if (reading.fits.length !== other.fits.length || reading.fits.length === 0) return false;
  return reading.fits.every(
    (fit, at) => reading.text.charAt(at) === other.text.charAt(at) || (fit === 'sure' && other.fits[at] !== 'sure'),
  );
}

/** Where the first two readings differ, shown as words: “Peña” in windows-1252, “Peńa” in windows-1250. */
function describeRivals(readings: readonly Reading[]): string {
  const [one, two] = readings.filter((reading, i) => readings.findIndex(({ text }) => text === reading.text) === i);
  if (one === undefined || two === undefined) return UNKNOWN;
  let at = 0;
  while (one.text.charAt(at) === two.text.charAt(at)) at++;
  return `it could be ${one.encoding} (“${wordAt(one.text, at)}”) or ${two.encoding} (“${wordAt(two.text, at)}”)`;
}

function wordAt(text: string, at: number): string {
  const head = /\S{0,20}$/u.exec(text.slice(Math.max(0, at - 20), at))?.[0] ?? '';
  const tail = /^\S{0,20}/u.exec(text.slice(at, at + 20))?.[0] ?? '';
  return head + tail;
}

/** Cut after a space or a control: no encoding here uses such a byte inside a character. */
function sampleEnd(bytes: Uint8Array): number {
  if (bytes.length <= SAMPLE) return bytes.length;
  for (let end = SAMPLE; end > 0; end--) if ((bytes[end - 1] as number) <= 0x20) return end;
  return bytes.length;
}
