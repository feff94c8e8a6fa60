import { appError } from '@/lib/kernel/app-error';
import { ok, type Result, refused } from '@/lib/kernel/result';
import { isBlank } from '@/lib/text/blank';
import { findSignature } from './byte-signatures';
import { decodeLegacy } from './decode-legacy';
import { decodeUtf8, surveyUtf8 } from './utf-8';
import { decodeUnmarkedWide, decodeWide, type WideEncoding } from './utf-16-32';

/** The largest text that is taken in, in bytes: 2 MB. */
export const TEXT_MAX_BYTES = 2 * 1024 * 1024;

/** `text` is what the bytes say, without a byte order mark, not normalised. `encoding` is its IANA name; ASCII counts as UTF-8. */
export type DecodedText = { readonly text: string; readonly encoding: string };

/**
 * The text of a file whose encoding nobody has named. In order: byte order mark, known kinds of binary file, UTF-16 and
 * UTF-32 by their NUL bytes, strict UTF-8, legacy encodings (decode-legacy.ts). What is not certain is refused with the
 * reason: a text that is wrong in one letter is worse than one that must be saved again as UTF-8.
 *
 * Errors: TOO_LARGE over TEXT_MAX_BYTES; INVALID for an empty or blank file, a binary one, an encoding that is broken or
 * cannot be told. Never throws. Cost: linear. Source: WHATWG Encoding 6 (BOM sniffing); The Unicode Standard, 23.8.
 */
export function decodeText(bytes: Uint8Array): Result<DecodedText> {
  if (bytes.length === 0) return invalid('The file is empty.');
  if (bytes.length > TEXT_MAX_BYTES) return refused(appError('TOO_LARGE', 'The file is larger than 2 MB.'));
  const signature = findSignature(bytes);
  if (signature !== null) return invalid(`This is ${signature}, not plain text.`);
  const decoded = decodeMarked(bytes) ?? decodeUnmarked(bytes);
  if (decoded.ok && isBlank(decoded.value.text)) return invalid('The file holds only white space.');
  return decoded;
}

const BINARY = 'This is a binary file, not plain text.';
const SAVE_AS_UTF8 = 'Save it as UTF-8 and import it again.';

/** UTF-32LE before UTF-16LE, whose mark it begins with. */
const MARKS: readonly (readonly [encoding: 'UTF-8' | WideEncoding, mark: readonly number[]])[] = [
  ['UTF-8', [0xef, 0xbb, 0xbf]],
  ['UTF-32LE', [0xff, 0xfe, 0x00, 0x00]],
  ['UTF-32BE', [0x00, 0x00, 0xfe, 0xff]],
  ['UTF-16LE', [0xff, 0xfe]],
  ['UTF-16BE', [0xfe, 0xff]],
];

/** What the byte order mark promises, or null when there is none. */
function decodeMarked(bytes: Uint8Array): Result<DecodedText> | null {
  const marked = MARKS.find(([, mark]) => mark.every((byte, i) => bytes[i] === byte));
  if (marked === undefined) return null;
  const [encoding, mark] = marked;
  const content = bytes.subarray(mark.length);
  const text = encoding === 'UTF-8' ? decodeUtf8(content) : decodeWide(content, encoding);
  if (text !== null) return ok({ text, encoding });
  if (encoding === 'UTF-8') return invalid(brokenUtf8(bytes, surveyUtf8(bytes).firstFault ?? 0));
  return invalid(`The file begins as ${encoding} but is broken: not all of it can be read. ${SAVE_AS_UTF8}`);
}

function decodeUnmarked(bytes: Uint8Array): Result<DecodedText> {
  if (bytes.includes(0)) {
    const wide = decodeUnmarkedWide(bytes);
    return wide === null ? invalid(BINARY) : ok(wide);
  }
  if (isMostlyControls(bytes)) return invalid(BINARY);
  const text = decodeUtf8(bytes);
  if (text !== null) {
    return ISO_2022.test(text)
      ? invalid(`The file is in an ISO-2022 encoding (as used in old e-mail), which is not read here. ${SAVE_AS_UTF8}`)
      : ok({ text, encoding: 'UTF-8' });
  }
  const { sequences, faults, firstFault } = surveyUtf8(bytes);
  if (sequences >= faults * NEARLY_UTF8) return invalid(brokenUtf8(bytes, firstFault ?? 0));
  const reading = decodeLegacy(bytes);
  return 'text' in reading ? ok(reading) : invalid(`The file is not UTF-8, and ${reading.doubt}. ${SAVE_AS_UTF8}`);
}

/** So many well-formed sequences for each fault make a broken UTF-8 file; text in a legacy encoding has fewer by far. */
const NEARLY_UTF8 = 2;

/** The escape sequences that choose a character set: ESC $ or ESC ( or ESC ). Source: ISO/IEC 2022; RFC 1468. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the escape character is what is looked for
const ISO_2022 = /\u001b[$()]/u;

/** So many may be strays, to be shown with their place. */
const FEW_CONTROLS = 3;

/** More than one control in a hundred bytes, other than tab, line breaks, form feed and escape. */
function isMostlyControls(bytes: Uint8Array): boolean {
  let controls = 0;
  for (const byte of bytes) if (byte < 0x09 || (byte > 0x0d && byte < 0x1b) || (byte > 0x1b && byte < 0x20)) controls++;
  return controls > FEW_CONTROLS && controls > bytes.length / 100;
}

function brokenUtf8(bytes: Uint8Array, fault: number): string {
  let line = 1;
  for (let at = 0; at < fault; at++) if (bytes[at] === 0x0a || (bytes[at] === 0x0d && bytes[at + 1] !== 0x0a)) line++;
  return `The file is UTF-8 with broken characters, the first on line ${line} (byte ${fault + 1}). Repair it and import it again.`;
}

function invalid(message: string): Result<DecodedText> {
  return refused(appError('INVALID', message));
}
