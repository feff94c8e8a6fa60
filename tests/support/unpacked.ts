import { inflateSync } from 'node:zlib';
import { unzipSync } from 'fflate';

/**
 * All the text there is anywhere in a file, for looking for a word in it: archives are taken apart, the streams of a PDF
 * inflated and their glyphs turned back into characters. Text that is stored as it is stands in it as it is.
 */
export function unpackedText(bytes: Uint8Array): string {
  const head = Buffer.from(bytes.subarray(0, 5)).toString('latin1');
  if (head.startsWith('PK'))
    return Object.entries(unzipSync(bytes))
      .flatMap(([name, file]) => [name, unpackedText(file)])
      .join('\n');
  if (head === '%PDF-') return pdfText(bytes);
  return Buffer.from(bytes).toString('utf8');
}

/** What our own PDFs say: their strings, and the words on their pages in the order in which they are written. */
function pdfText(bytes: Uint8Array): string {
  const raw = Buffer.from(bytes).toString('latin1');
  const objects = new Map<string, { readonly dictionary: string; readonly stream: string }>();
  for (const [, id, body] of raw.matchAll(/(?:^|\n)(\d+) 0 obj\n(.*?)\nendobj/gsu)) {
    const at = (body as string).indexOf('\nstream\n');
    const dictionary = at === -1 ? (body as string) : (body as string).slice(0, at);
    const stored = at === -1 ? '' : (body as string).slice(at + 8, (body as string).lastIndexOf('\nendstream'));
    const stream = dictionary.includes('/FlateDecode') ? inflateSync(Buffer.from(stored, 'latin1')).toString('latin1') : stored;
    objects.set(id as string, { dictionary, stream });
  }
  const fonts = new Map<string, readonly string[]>();
  for (const [, name, id] of raw.matchAll(/\/(F\d+) (\d+) 0 R/gu)) {
    const map = /\/ToUnicode (\d+) 0 R/u.exec(objects.get(id as string)?.dictionary ?? '')?.[1];
    if (map !== undefined) fonts.set(name as string, toCharacters(objects.get(map)?.stream ?? ''));
  }
  const all = [...objects.values()];
  const strings = all.map(({ dictionary }) => dictionary.replaceAll('\0', ''));
  return [...strings, ...all.map(({ stream }) => toWords(stream, fonts))].join('\n');
}

/** By glyph number: what it stands for. */
function toCharacters(map: string): readonly string[] {
  const characters: string[] = [];
  for (const [, from, list] of map.matchAll(/<([\da-f]{4})> <[\da-f]{4}> \[(.*?)\]/gsu)) {
    for (const [index, [, hex]] of [...(list as string).matchAll(/<([^>]*)>/gu)].entries()) {
      const units = (hex as string).split(' ').filter((unit) => unit !== '');
      characters[Number.parseInt(from as string, 16) + index] = String.fromCharCode(...units.map((unit) => Number.parseInt(unit, 16)));
    }
  }
  return characters;
}

function toWords(stream: string, fonts: ReadonlyMap<string, readonly string[]>): string {
  let words = '';
  let font: readonly string[] = [];
  for (const [, name, hex, actual] of stream.matchAll(/\/(F\d+) [\d.]+ Tf|<([\da-f]+)>|ActualText <FEFF([\dA-F]+)>/gu)) {
    if (name !== undefined) font = fonts.get(name) ?? [];
    else if (actual !== undefined) words += Buffer.from(actual, 'hex').swap16().toString('utf16le');
    else words += (hex?.match(/.{4}/gu) ?? []).map((glyph) => font[Number.parseInt(glyph, 16)] ?? '').join('');
  }
  return words;
}
