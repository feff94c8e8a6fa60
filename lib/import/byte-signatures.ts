/** A kind of file that is often taken for a text file: what it is called in a sentence ("This is ..."), and how its bytes begin. */
type Signature = { readonly name: string; readonly starts: readonly number[]; readonly at?: number };

/**
 * Signatures of files a newsroom has. The ones that are letters only are long enough that no article begins with them.
 * Sources: PRONOM registry; PNG (RFC 2083, 3.1); PDF (ISO 32000-1, 7.5.2); ZIP APPNOTE 4.3.7; [MS-CFB] 2.2.
 */
const SIGNATURES: readonly Signature[] = [
  { name: 'a PDF', starts: ascii('%PDF-') },
  { name: 'an old Word or Office document (.doc, .xls, .ppt)', starts: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1] },
  { name: 'a rich text document (.rtf)', starts: ascii('{\\rtf') },
  { name: 'a PNG image', starts: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { name: 'a JPEG image', starts: [0xff, 0xd8, 0xff] },
  { name: 'a GIF image', starts: ascii('GIF87a') },
  { name: 'a GIF image', starts: ascii('GIF89a') },
  { name: 'a TIFF image', starts: [0x49, 0x49, 0x2a, 0x00] },
  { name: 'a TIFF image', starts: [0x4d, 0x4d, 0x00, 0x2a] },
  { name: 'a WebP image', starts: ascii('WEBPVP8'), at: 8 },
  { name: 'a video or photo', starts: ascii('ftyp'), at: 4 },
  { name: 'a sound file', starts: [0x49, 0x44, 0x33, 0x03] },
  { name: 'a sound file', starts: [0x49, 0x44, 0x33, 0x04] },
  { name: 'a compressed file', starts: [0x1f, 0x8b, 0x08] },
  { name: 'a compressed file', starts: [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c] },
  { name: 'a compressed file', starts: [0x52, 0x61, 0x72, 0x21, 0x1a, 0x07] },
  { name: 'a program', starts: [0x7f, 0x45, 0x4c, 0x46] },
  { name: 'a database', starts: [...ascii('SQLite format 3'), 0x00] },
];

const ZIP = [0x50, 0x4b, 0x03, 0x04];

/** The ZIP packages that are documents, by a name that stands in them uncompressed near the start. */
const ZIP_DOCUMENTS: readonly (readonly [part: string, name: string])[] = [
  ['word/', 'a Word document (.docx)'],
  ['xl/', 'an Excel workbook (.xlsx)'],
  ['ppt/', 'a PowerPoint presentation (.pptx)'],
  ['opendocument.text', 'an OpenDocument text (.odt)'],
  ['epub+zip', 'an e-book (.epub)'],
];

/** How far into a ZIP file the names of its parts are looked for, in bytes. */
const ZIP_REACH = 65_536;

/** What kind of file these bytes are, for a sentence ("This is a PDF, ..."), or null when they have no known signature. Constant cost. */
export function findSignature(bytes: Uint8Array): string | null {
  if (startsWith(bytes, ZIP, 0)) {
    const head = Array.from(bytes.subarray(0, ZIP_REACH), (byte) => String.fromCharCode(byte)).join('');
    return ZIP_DOCUMENTS.find(([part]) => head.includes(part))?.[1] ?? 'a ZIP archive';
  }
  return SIGNATURES.find(({ starts, at }) => startsWith(bytes, starts, at ?? 0))?.name ?? null;
}

function startsWith(bytes: Uint8Array, start: readonly number[], at: number): boolean {
  return start.every((byte, i) => bytes[at + i] === byte);
}

function ascii(text: string): readonly number[] {
  return Array.from(text, (character) => character.charCodeAt(0));
}
