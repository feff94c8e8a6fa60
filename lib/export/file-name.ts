import type { ReportModel } from '@/lib/report/model';
import { EXPORT_FORMAT_FACTS, type ExportFormat } from './formats';

/** Bytes of UTF-8 a file's stem may take: ext4, APFS and NTFS allow 255 for the whole name, and some is left for " (2)". */
const STEM_BYTES_MAX = 180;

const NAME_WHEN_EMPTY = 'article';

/**
 * What no file system or shell should meet: control characters; what separates paths or is
 * reserved by Windows; and the marks that turn the direction of text, with which "gpj.exe" can
 * be made to read "exe.jpg". Joiners stay: Persian words and many emoji need them.
 */
const UNSAFE = /[\p{Cc}\p{Bidi_Control}\p{Noncharacter_Code_Point}/\\:*?"<>|\u2028\u2029\ufeff]+/gu;

/** Device names that Windows reserves whatever follows the dot. */
const RESERVED = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/iu;

/**
 * A file name for an article's title: Unicode is kept (NFC), everything unsafe goes, and the stem is cut
 * between characters at 180 bytes of UTF-8. Never empty, hidden (".x"), an option ("-x") or a path.
 * `extension` is without its dot.
 *
 *     toFileName('Who said “yes”? A/B', 'csv')  // 'Who said “yes” A B.csv'
 */
export function toFileName(title: string, extension: string): string {
  const clean = title.toWellFormed().normalize('NFC').replace(UNSAFE, ' ').replace(/\s+/gu, ' ');
  const stem = trimEdges(cutToBytes(trimEdges(clean), STEM_BYTES_MAX));
  const safe = stem === '' ? NAME_WHEN_EMPTY : stem;
  return `${RESERVED.test(safe) ? '_' : ''}${safe}.${extension}`;
}

/** The name under which a model's export is saved; a working copy says so, and so does what would else have the name of another format. */
export function exportFileName(
  format: ExportFormat,
  { article, kind }: { readonly article: { readonly title: string }; readonly kind: ReportModel['kind'] },
): string {
  const { extension, nameMark } = EXPORT_FORMAT_FACTS[format];
  const marks = [...(nameMark === undefined ? [] : [nameMark]), ...(kind === 'report' ? [] : ['working copy'])];
  const mark = marks.length === 0 ? '' : ` (${marks.join(', ')})`;
  return toFileName(article.title, 'x').replace(/\.x$/u, `${mark}.${extension}`);
}

/**
 * The value of a Content-Disposition header that saves `fileName` (RFC 6266, section 4.3): the name in
 * RFC 8187 (formerly 5987) encoding, and an ASCII one before it for clients that know no better (appendix D).
 */
export function contentDisposition(fileName: string): string {
  // Besides quotes, "%" is replaced: some clients decode it in the plain name (RFC 6266, appendix D).
  const ascii = fileName
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[^\x20-\x7e]+/gu, '_')
    .replace(/["\\%]/gu, '_');
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encodeExtValue(fileName)}`;
}

/** RFC 8187, section 3.2.1: what encodeURIComponent leaves, less what is not an attr-char. */
function encodeExtValue(value: string): string {
  return encodeURIComponent(value.toWellFormed()).replace(
    /['()*]/gu,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** Leading dots hide a file, a leading hyphen makes it an option, Windows drops trailing dots and spaces. */
function trimEdges(name: string): string {
  return name.replace(/^[\s.\-~]+|(?<![\s.])[\s.]+$/gu, '');
}

function cutToBytes(text: string, bytes: number): string {
  const encoder = new TextEncoder();
  if (encoder.encode(text).length <= bytes) return text;
  let size = 0;
  let end = 0;
  for (const { segment, index } of new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text)) {
    size += encoder.encode(segment).length;
    if (size > bytes) break;
    end = index + segment.length;
  }
  return text.slice(0, end);
}
