/** U+FEFF at the very start: a byte order mark, or several left behind by joined files. */
const LEADING_BOMS = /^\uFEFF+/u;

/** Every other way to write a line break: CRLF, CR, LINE SEPARATOR, PARAGRAPH SEPARATOR (Unicode 5.8, Newline Guidelines). */
const OTHER_NEWLINES = /\r\n?|[\u2028\u2029]/gu;

/**
 * The canonical text of a revision: no byte order mark, LF line breaks, NFC. Everything else stays, white space
 * included, so that what was imported can be compared with its file.
 *
 * Idempotent: `normaliseText(normaliseText(x)) === normaliseText(x)`. That is why the whole run of leading
 * U+FEFF goes and not only the first; one inside the text is a ZERO WIDTH NO-BREAK SPACE and stays.
 * U+2028 and U+2029 become LF because a reader sees a line end there, and a block of the editor is a line.
 * NEL, VT and FF stay as they are: lib/import refuses control characters, it does not guess their meaning.
 *
 * Cost: linear. Source: UAX #15 (NFC); The Unicode Standard, section 5.8.
 */
export function normaliseText(raw: string): string {
  return raw.replace(LEADING_BOMS, '').replace(OTHER_NEWLINES, '\n').normalize('NFC');
}
