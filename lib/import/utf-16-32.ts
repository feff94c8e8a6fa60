/** An encoding form with its byte order. */
export type WideEncoding = 'UTF-16LE' | 'UTF-16BE' | 'UTF-32LE' | 'UTF-32BE';

/**
 * The text of UTF-16 or UTF-32 bytes without their byte order mark, or null when they are not well-formed (odd length,
 * lone surrogate, beyond U+10FFFF). Linear. Source: The Unicode Standard, 3.10 (D98 to D101).
 */
export function decodeWide(bytes: Uint8Array, encoding: WideEncoding): string | null {
  const width = encoding.startsWith('UTF-16') ? 2 : 4;
  if (bytes.length % width !== 0) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const littleEndian = encoding.endsWith('LE');
  const parts: string[] = [];
  for (let from = 0; from < bytes.length; from += CHUNK) {
    const stop = Math.min(from + CHUNK, bytes.length);
    const numbers: number[] = [];
    for (let at = from; at < stop; at += width)
      numbers.push(width === 2 ? view.getUint16(at, littleEndian) : view.getUint32(at, littleEndian));
    if (width === 4 && !numbers.every(isScalarValue)) return null;
    parts.push(width === 2 ? String.fromCharCode(...numbers) : String.fromCodePoint(...numbers));
  }
  const text = parts.join('');
  return text.isWellFormed() ? text : null;
}

/**
 * What bytes with NULs in them say when they are UTF-16 or UTF-32 without a byte order mark, or null when that cannot be
 * told. Every byte order that gives text is tried; the right one has plenty of the characters every text has (spaces,
 * line breaks, ASCII letters and digits, ideographic commas), the wrong one next to none of them, because their two
 * bytes are swapped: a space U+0020 becomes U+2000, "e" U+0065 becomes U+6500.
 */
export function decodeUnmarkedWide(bytes: Uint8Array): { readonly text: string; readonly encoding: WideEncoding } | null {
  for (const encoding of ['UTF-32LE', 'UTF-32BE'] as const) {
    const text = decodeWide(bytes, encoding);
    if (text !== null && isText(text)) return { text, encoding };
  }
  const readings = (['UTF-16LE', 'UTF-16BE'] as const).map((encoding) => {
    const text = decodeWide(bytes, encoding);
    return { text: text ?? '', encoding, share: text !== null && isText(text) ? commonShare(text) : 0 };
  });
  const [best, other] = readings.sort((a, b) => b.share - a.share);
  if (best === undefined || other === undefined || best.share < COMMON_MIN || other.share > best.share / 10) return null;
  return { text: best.text, encoding: best.encoding };
}

/** In bytes; a multiple of four, and few enough numbers for one call. */
const CHUNK = 8_192;

/** Chinese without any ASCII has about one ideographic comma or full stop in ten characters; this leaves room below. */
const COMMON_MIN = 0.03;

const COMMON = /[\t\n\r -~\u3000-\u3002\uff0c\uff0e]/gu;

/** Controls other than line breaks and tabs, private use, noncharacters and what Unicode has not assigned. */
const NOT_TEXT = /[^\P{Cc}\t\n\r\f]|[\p{Co}\p{Cn}]/u;

function isText(text: string): boolean {
  return text !== '' && !NOT_TEXT.test(text);
}

function commonShare(text: string): number {
  return (text.match(COMMON)?.length ?? 0) / text.length;
}

function isScalarValue(number: number): boolean {
  return number <= 0x10ffff && (number < 0xd800 || number > 0xdfff);
}
