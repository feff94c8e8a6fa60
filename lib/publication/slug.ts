/** Digits and small letters but i, l, o and u, which are misread (Crockford's Base32). */
const LETTERS = '0123456789abcdefghjkmnpqrstvwxyz';

/** Bytes of chance in an address: 80 bits, so that none is found by trying. */
export const SLUG_BYTES = 10;

/** Letters of the title that an address may take. */
const TITLE_MAX = 60;

/**
 * The last part of a public address: the first words of the title as far as plain letters write them, then 16 letters of chance.
 *
 * @param random exactly SLUG_BYTES bytes that nobody can foretell
 *
 *     toSlug('Élite “insiders” speak', bytes)  // 'elite-insiders-speak-5t0mc7r2zq9x8k1h'
 */
export function toSlug(title: string, random: Uint8Array): string {
  const plain = title.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  let words = '';
  for (const word of plain.match(/[a-z0-9]+/g) ?? []) {
    if (words.length + word.length > TITLE_MAX) break;
    words += `${word}-`;
  }
  return `${words === '' ? 'report-' : words}${toLetters(random)}`;
}

function toLetters(bytes: Uint8Array): string {
  let bits = 0n;
  for (const byte of bytes.subarray(0, SLUG_BYTES)) bits = (bits << 8n) | BigInt(byte);
  return Array.from({ length: (SLUG_BYTES * 8) / 5 }, (_, at) => LETTERS[Number((bits >> BigInt(5 * at)) & 31n)]).join('');
}
