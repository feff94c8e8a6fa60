import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeText, TEXT_MAX_BYTES } from '@/lib/import/decode-text';
import { isBlank } from '@/lib/text/blank';
import { arbitraryText } from '../text/arbitrary-text';

const sample = new Uint8Array(readFileSync('prisma/sample/article.txt'));
const utf8 = (text: string) => new TextEncoder().encode(text);

/** UTF-16 or UTF-32 bytes, without a mark. */
function wide(text: string, width: 2 | 4, littleEndian: boolean): Uint8Array {
  const numbers =
    width === 2
      ? Array.from({ length: text.length }, (_, i) => text.charCodeAt(i))
      : Array.from(text, (character) => character.codePointAt(0) ?? 0);
  const view = new DataView(new ArrayBuffer(numbers.length * width));
  numbers.forEach((number, i) => {
    if (width === 2) view.setUint16(i * 2, number, littleEndian);
    else view.setUint32(i * 4, number, littleEndian);
  });
  return new Uint8Array(view.buffer);
}

function join(...parts: (Uint8Array | readonly number[])[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}

function messageOf(bytes: Uint8Array): string {
  const decoded = decodeText(bytes);
  return decoded.ok ? `read as ${decoded.value.encoding}` : decoded.error.message;
}

const mixed = 'Ночь — 😀 ночь.\nשלום, café 東京。\n';

describe('decodeText', () => {
  it('reads UTF-8 to the letter', () => {
    expect(decodeText(sample)).toEqual({ ok: true, value: { text: new TextDecoder().decode(sample), encoding: 'UTF-8' } });
    expect(decodeText(utf8('ASCII only'))).toEqual({ ok: true, value: { text: 'ASCII only', encoding: 'UTF-8' } });
    expect(decodeText(utf8(mixed))).toEqual({ ok: true, value: { text: mixed, encoding: 'UTF-8' } });
  });

  it.each([
    ['UTF-8', [0xef, 0xbb, 0xbf], utf8(mixed)],
    ['UTF-16LE', [0xff, 0xfe], wide(mixed, 2, true)],
    ['UTF-16BE', [0xfe, 0xff], wide(mixed, 2, false)],
    ['UTF-32LE', [0xff, 0xfe, 0, 0], wide(mixed, 4, true)],
    ['UTF-32BE', [0, 0, 0xfe, 0xff], wide(mixed, 4, false)],
  ])('believes the byte order mark of %s and leaves it out', (encoding, mark, content) => {
    expect(decodeText(join(mark, content))).toEqual({ ok: true, value: { text: mixed, encoding } });
  });

  it.each([
    ['UTF-16LE', 2, true],
    ['UTF-16BE', 2, false],
    ['UTF-32LE', 4, true],
    ['UTF-32BE', 4, false],
  ] as const)('recognises %s without a mark', (encoding, width, littleEndian) => {
    for (const text of ['Hi', 'Plain English.\r\nTwo lines.', mixed, '新聞によると、大臣は述べた。\n一つ一つ。', 'Они сказали: да.']) {
      expect(decodeText(wide(text, width, littleEndian))).toEqual({ ok: true, value: { text, encoding } });
    }
  });

  it('refuses what breaks the promise of its mark', () => {
    expect(messageOf(join([0xff, 0xfe], wide('ab', 2, true), [0x41]))).toMatch(/begins as UTF-16LE but is broken/u);
    expect(messageOf(join([0xff, 0xfe], [0x00, 0xd8, 0x41, 0x00]))).toMatch(/begins as UTF-16LE but is broken/u);
    expect(messageOf(join([0xff, 0xfe, 0, 0], [0, 0, 0x11, 0]))).toMatch(/begins as UTF-32LE but is broken/u);
    expect(messageOf(join([0xef, 0xbb, 0xbf], utf8('one\ntwo '), [0xff]))).toMatch(/broken characters, the first on line 2 \(byte 12\)/u);
  });

  it('says where a nearly perfect UTF-8 file is broken, and never reads it as something else', () => {
    const text = 'Première ligne, très longue.\r\nDeuxième ligne : l’été à Genève.\nTroisième.';
    const bytes = utf8(text);
    const at = utf8(text.slice(0, text.indexOf('é', text.indexOf('l’')))).length;
    expect(messageOf(join(bytes.subarray(0, at), bytes.subarray(at + 1)))).toMatch(
      /^The file is UTF-8 with broken characters, the first on line 2 \(byte \d+\)/u,
    );
    const truncated = bytes.subarray(0, utf8(text.slice(0, text.lastIndexOf('è') + 1)).length - 1);
    expect(messageOf(truncated)).toMatch(/broken characters, the first on line 3/u);
  });

  it('refuses the sample article with any one byte of a character lost or changed', () => {
    const places = [...sample.keys()].filter((at) => (sample[at] as number) >= 0x80);
    fc.assert(
      fc.property(fc.constantFrom(...places), fc.integer({ min: 0, max: 255 }), fc.boolean(), (at, byte, drop) => {
        const bytes = [...sample];
        bytes.splice(at, 1, ...(drop ? [] : [byte]));
        const decoded = decodeText(Uint8Array.from(bytes));
        if (decoded.ok) expect(decoded.value.encoding).toBe('UTF-8');
        else expect(decoded.error.message).toMatch(/UTF-8 with broken characters|binary/u);
      }),
    );
  });

  it('refuses a file that is half UTF-8 and half windows-1252', () => {
    const line = 'Le ministre a déclaré que les négociations ont échoué et que le gouvernement ne les reprendra pas.\n';
    const latin = Uint8Array.from(line, (character) => character.charCodeAt(0));
    expect(messageOf(join(utf8(line), latin))).toMatch(/^The file is (?:not UTF-8|UTF-8 with broken characters)/u);
    expect(messageOf(join(latin, latin, latin, utf8(line)))).toMatch(/^The file is not UTF-8/u);
    expect(messageOf(join(latin))).toBe('read as windows-1252');
  });

  it.each([
    ['a PDF', utf8('%PDF-1.7\n%âãÏÓ')],
    ['a Word document (.docx)', join([0x50, 0x4b, 3, 4], new Uint8Array(40), utf8('[Content_Types].xml word/document.xml'))],
    ['an Excel workbook (.xlsx)', join([0x50, 0x4b, 3, 4], utf8('xl/workbook.xml'))],
    ['an OpenDocument text (.odt)', join([0x50, 0x4b, 3, 4], utf8('mimetypeapplication/vnd.oasis.opendocument.text'))],
    ['a ZIP archive', join([0x50, 0x4b, 3, 4], new Uint8Array(40))],
    ['an old Word or Office document (.doc, .xls, .ppt)', join([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], new Uint8Array(512))],
    ['a rich text document (.rtf)', utf8('{\\rtf1\\ansi Hello}')],
    ['a PNG image', join([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], new Uint8Array(20))],
    ['a JPEG image', join([0xff, 0xd8, 0xff, 0xe0], new Uint8Array(20))],
    ['a GIF image', utf8('GIF89a')],
    ['a video or photo', join([0, 0, 0, 0x18], utf8('ftypheic'))],
    ['a compressed file', join([0x1f, 0x8b, 8, 0])],
    ['a database', join(utf8('SQLite format 3'), [0])],
  ])('names %s', (name, bytes) => {
    expect(messageOf(bytes)).toBe(`This is ${name}, not plain text.`);
  });

  it('refuses other binary files', () => {
    expect(messageOf(Uint8Array.from({ length: 4096 }, (_, i) => (i * 73 + (i >> 3)) & 0xff))).toBe(
      'This is a binary file, not plain text.',
    );
    expect(messageOf(join(utf8('text with a '), [0], utf8(' in it, of odd lengths')))).toBe('This is a binary file, not plain text.');
    expect(messageOf(Uint8Array.from({ length: 400 }, (_, i) => (i % 7) + 1))).toBe('This is a binary file, not plain text.');
  });

  it('names old e-mail encodings it does not read', () => {
    expect(messageOf(join([0x1b, 0x24, 0x42, 0x46, 0x7c, 0x1b, 0x28, 0x42]))).toMatch(/ISO-2022/u);
  });

  it('refuses what is empty, blank or too large', () => {
    expect(messageOf(new Uint8Array())).toBe('The file is empty.');
    for (const blank of [utf8(' \r\n\t'), Uint8Array.of(0xef, 0xbb, 0xbf), Uint8Array.of(0xff, 0xfe, 0x20, 0x00), utf8('\u200b\u00a0')]) {
      expect(messageOf(blank)).toBe('The file holds only white space.');
    }
    expect(decodeText(new Uint8Array(TEXT_MAX_BYTES + 1).fill(97))).toMatchObject({ ok: false, error: { code: 'TOO_LARGE' } });
    expect(decodeText(new Uint8Array(TEXT_MAX_BYTES).fill(97))).toMatchObject({ ok: true });
  });

  it('reads a view into a larger buffer', () => {
    const bytes = join([1, 2, 3], [0xfe, 0xff], wide(mixed, 2, false), [9, 9]);
    expect(decodeText(bytes.subarray(3, bytes.length - 2))).toMatchObject({ ok: true, value: { text: mixed } });
  });

  it('reads back any text in any Unicode encoding with its mark', () => {
    fc.assert(
      fc.property(arbitraryText(), (text) => {
        if (isBlank(text)) return;
        expect(decodeText(utf8(text))).toMatchObject({ value: { text } });
        expect(decodeText(join([0xff, 0xfe], wide(text, 2, true)))).toMatchObject({ value: { text } });
        expect(decodeText(join([0, 0, 0xfe, 0xff], wide(text, 4, false)))).toMatchObject({ value: { text } });
      }),
    );
  });

  it('never throws, and never lets through what is not text', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        const decoded = decodeText(bytes);
        if (!decoded.ok) {
          expect(decoded.error.message).toMatch(/^(?:The|This) .*\.$/u);
          return;
        }
        expect(decoded.value.text.isWellFormed()).toBe(true);
        expect(isBlank(decoded.value.text)).toBe(false);
      }),
      { numRuns: 500 },
    );
  });
});
