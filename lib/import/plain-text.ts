import { appError } from '@/lib/kernel/app-error';
import { ok, type Result, refused } from '@/lib/kernel/result';
import { balanceDirection } from '@/lib/text/balance-direction';
import { isBlank } from '@/lib/text/blank';
import { normaliseText } from '@/lib/text/normalise';
import { segmentsFrom } from '@/lib/text/segments-from';
import { decodeText, TEXT_MAX_BYTES } from './decode-text';

/**
 * A text that may become an article: `text` in canonical form, `title` its first line with visible text, trimmed, at
 * most TITLE_MAX characters, with no mark that turns the text beside it, `encoding` that of the file or null, `fileName` as given or null.
 */
export type ImportedArticle = {
  readonly text: string;
  readonly title: string;
  readonly encoding: string | null;
  readonly fileName: string | null;
};

/** Longest title in a list, in user-perceived characters, the ellipsis included. */
export const TITLE_MAX = 300;

/** And in UTF-16 units: one character may carry any number of marks. */
const TITLE_UNITS_MAX = 3000;

/**
 * Text from the clipboard. Errors: TOO_LARGE over 2 MB as UTF-8; INVALID when it is empty or blank, holds a lone
 * surrogate or a control character other than tab and line breaks (with the line it stands on). Never throws. Linear.
 */
export function importPastedText(text: string): Result<ImportedArticle> {
  // Every UTF-16 unit takes at least one byte: this spares encoding a huge text.
  if (text.length > TEXT_MAX_BYTES || new TextEncoder().encode(text).length > TEXT_MAX_BYTES) {
    return refused(appError('TOO_LARGE', 'The text is larger than 2 MB.', { field: 'text' }));
  }
  return toArticle(text, { encoding: null, fileName: null, field: 'text' });
}

/**
 * A text file. `fileName` is kept to say where the text came from; nothing is concluded from it. Errors: those of
 * decodeText and of importPastedText, the size counted in bytes of the file. Never throws. Linear.
 */
export function importTextFile(bytes: Uint8Array, fileName: string): Result<ImportedArticle> {
  const decoded = decodeText(bytes);
  if (!decoded.ok) return refused(appError(decoded.error.code, decoded.error.message, { field: 'file' }));
  return toArticle(decoded.value.text, { encoding: decoded.value.encoding, fileName, field: 'file' });
}

type Provenance = Pick<ImportedArticle, 'encoding' | 'fileName'> & { readonly field: 'text' | 'file' };

function toArticle(raw: string, { encoding, fileName, field }: Provenance): Result<ImportedArticle> {
  const fault = findFault(raw);
  if (fault !== null) return refused(appError('INVALID', fault, { field }));
  const text = normaliseText(raw);
  return ok({ text, title: balanceDirection(titleOf(text)), encoding, fileName });
}

/** C0 without tab and line breaks, DELETE, C1: invisible, and in prose a sign that something was read wrongly. */
const CONTROL = /[^\P{Cc}\t\n\r]/u;

function findFault(raw: string): string | null {
  if (raw === '') return 'The text is empty.';
  if (isBlank(raw)) return 'The text holds only white space.';
  const control = CONTROL.exec(raw);
  if (control !== null) return `The text holds a control character (${toNotation(control[0])}) on line ${lineOf(raw, control.index)}.`;
  if (raw.isWellFormed()) return null;
  const surrogate = raw.search(/\p{Surrogate}/u);
  return `The text holds half a character (a lone surrogate, ${toNotation(raw.charAt(surrogate))}) on line ${lineOf(raw, surrogate)}.`;
}

function titleOf(text: string): string {
  const line = text.split('\n').find((candidate) => !isBlank(candidate)) ?? '';
  const title = line.trim();
  let count = 0;
  let kept = 0;
  for (const { start } of segmentsFrom(title, 'grapheme')) {
    count++;
    if (count === TITLE_MAX) kept = start;
    if (count > TITLE_MAX) return `${title.slice(0, kept).trimEnd()}…`;
    if (start > TITLE_UNITS_MAX) break;
  }
  if (title.length <= TITLE_UNITS_MAX) return title;
  return `${title
    .slice(0, TITLE_UNITS_MAX)
    .replace(/[\ud800-\udbff]$/u, '')
    .trimEnd()}…`;
}

function lineOf(raw: string, at: number): number {
  return raw.slice(0, at).split(/\r\n?|[\n\u2028\u2029]/u).length;
}

function toNotation(unit: string): string {
  return `U+${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
}
