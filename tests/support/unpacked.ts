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

/** A PDF of ours as Latin-1 text in which the objects that lie packed in streams (ISO 32000-1, 7.5.7) stand as the others do, at its end. */
export function rawPdf(bytes: Uint8Array): string {
  const raw = Buffer.from(bytes).toString('latin1');
  const packed = objectsOf(raw)
    .filter(({ dictionary }) => dictionary.includes('/Type /ObjStm'))
    .flatMap(({ dictionary, stream }) => {
      const first = Number(/\/First (\d+)/u.exec(dictionary)?.[1]);
      const index = stream.slice(0, first).trim().split(/\s+/u).map(Number);
      return index.flatMap((id, at) => {
        if (at % 2 === 1) return [];
        const [from, to = stream.length - first] = [index[at + 1] as number, index[at + 3]];
        return `${id} 0 obj\n${stream.slice(first + from, first + to - 1)}\nendobj\n`;
      });
    });
  return `${raw}\n${packed.join('')}`;
}

type PdfObject = { readonly id: string; readonly dictionary: string; readonly stream: string };

function objectsOf(raw: string): readonly PdfObject[] {
  return [...raw.matchAll(/(?:^|\n)(\d+) 0 obj\n(.*?)\nendobj/gsu)].map(([, id, body]) => {
    const at = (body as string).indexOf('\nstream\n');
    const dictionary = at === -1 ? (body as string) : (body as string).slice(0, at);
    const stored = at === -1 ? '' : (body as string).slice(at + 8, (body as string).lastIndexOf('\nendstream'));
    const stream = dictionary.includes('/FlateDecode') ? inflateSync(Buffer.from(stored, 'latin1')).toString('latin1') : stored;
    return { id: id as string, dictionary, stream };
  });
}

/** What our own PDFs say: their strings, and the words on their pages in the order in which they are written. */
function pdfText(bytes: Uint8Array): string {
  const raw = rawPdf(bytes);
  const objects = new Map(objectsOf(raw).map((object) => [object.id, object]));
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
