import { describe, expect, it } from 'vitest';
import { EXPORT_FORMATS } from '@/lib/export/formats';
import { WHOLE } from '@/lib/report/choices';
import { fitLogo, type Logo } from '@/lib/report/house/house';
import { fromBase64, toBase64, toPicture } from '@/lib/report/house/picture';
import { readPng, toRgbOnWhite } from '@/lib/report/house/png';
import { saveHouseInput } from '@/lib/report/house/schema';
import { buildReport } from '@/lib/report/model';
import { aLogo, JPEG_OF_AN_ARTIST, pngChunk, toPng } from '@/tests/factories/pictures';
import { harbour } from '@/tests/factories/report';
import { exportedFile, toHtml } from '@/tests/support/exported';
import { unpackedText } from '@/tests/support/unpacked';

const valueOf = (bytes: Uint8Array) => {
  const made = toPicture(bytes);
  if (!made.ok) throw new Error(made.error.message);
  return made.value;
};
const bytesOf = (base64: string) => fromBase64(base64) ?? new Uint8Array();
const pixels = (facts: Parameters<typeof toPng>[0]) => {
  const png = readPng(toPng(facts), 100);
  return png === null ? null : [...(toRgbOnWhite(png) ?? [])];
};

describe('the pixels of a PNG', () => {
  it('are laid over white where they can be seen through', () => {
    const rows = Uint8Array.from([0, 10, 20, 30, 255, 10, 20, 30, 0]);
    expect(pixels({ width: 2, height: 1, rows })).toEqual([10, 20, 30, 255, 255, 255]);
    expect(pixels({ width: 1, height: 1, colour: 4, rows: Uint8Array.from([0, 100, 128]) })).toEqual([177, 177, 177]);
  });

  it('come from a palette of few bits, one of its colours left out', () => {
    const between = [pngChunk('PLTE', Uint8Array.from([1, 2, 3, 4, 5, 6])), pngChunk('tRNS', Uint8Array.from([255, 0]))];
    expect(pixels({ width: 3, height: 1, depth: 1, colour: 3, between, rows: Uint8Array.from([0, 0b01000000]) })).toEqual([
      1, 2, 3, 255, 255, 255, 1, 2, 3,
    ]);
  });

  it.each([
    [1, [0, 5, 9], [1, 2, 4]],
    [2, [0, 5, 9], [1, 6, 11]],
    [3, [0, 10, 10], [1, 6, 10]],
    [4, [0, 10, 20], [1, 11, 22]],
  ])('are unfiltered by filter %d', (filter, first, second) => {
    // Worked by hand from PNG, third edition, 9.2: left, above, their mean, Paeth's guess.
    const rows = Uint8Array.from([0, ...first, filter, 1, 1, 2]);
    const grey = pixels({ width: 3, height: 2, colour: 0, rows })?.filter((_, at) => at % 3 === 0);
    expect(grey).toEqual([...first, ...second]);
  });
});

describe('a logo', () => {
  it('is told by its bytes and keeps nothing that is not drawn', () => {
    const text = pngChunk('tEXt', Buffer.from('Author\0Secret Artist'));
    const rows = Buffer.concat(Array(16).fill(Buffer.concat([Buffer.from([0]), Buffer.alloc(64, 9)])));
    const png = valueOf(toPng({ width: 16, height: 16, rows, between: [text], after: 'PK hidden archive' }));
    expect(png).toMatchObject({ mediaType: 'image/png', width: 16, height: 16 });
    const jpeg = valueOf(bytesOf(JPEG_OF_AN_ARTIST));
    expect(jpeg).toMatchObject({ mediaType: 'image/jpeg', width: 16, height: 16 });
    expect(Buffer.from(JPEG_OF_AN_ARTIST, 'base64').toString('latin1')).toContain('Secret Artist');
    for (const { base64 } of [png, jpeg]) expect(Buffer.from(base64, 'base64').toString('latin1')).not.toMatch(/Secret|hidden/u);
    // What was cleaned once stays as it is.
    for (const { base64 } of [png, jpeg]) expect(valueOf(bytesOf(base64)).base64).toBe(base64);
  });

  it('keeps of a JPEG what is drawn, whatever else its segments hold', () => {
    const plain = Buffer.from(valueOf(bytesOf(JPEG_OF_AN_ARTIST)).base64, 'base64');
    const segment = (marker: number, data: string) =>
      Buffer.concat([Buffer.from([0xff, marker, 0, data.length + 2]), Buffer.from(data, 'latin1')]);
    const preview = segment(0xe0, 'JFIF\0\x01\x01\0\0\x01\0\x01\x01\x01hidden');
    const hidden = [segment(0xe0, 'JFXX\0\x10hidden'), segment(0xee, 'hidden'), segment(0xf5, 'hidden'), segment(0xfe, 'hidden')];
    const stuffed = Buffer.concat([plain.subarray(0, 2), preview, ...hidden, plain.subarray(2)]);
    const kept = Buffer.from(valueOf(new Uint8Array(stuffed)).base64, 'base64');
    expect(kept.toString('latin1')).not.toContain('hidden');
    const head = segment(0xe0, 'JFIF\0\x01\x01\0\0\x01\0\x01\0\0');
    expect(kept).toEqual(Buffer.concat([plain.subarray(0, 2), head, plain.subarray(2)]));
  });

  const HEADER_OF_A_HUGE_ONE = pngChunk('IHDR', Buffer.from([0, 0, 0xea, 0x60, 0, 0, 0xea, 0x60, 8, 6, 0, 0, 0]));
  const broken = aLogo();
  broken[60] = (broken[60] ?? 0) ^ 1;
  const rowsOf = (width: number, height: number) => new Uint8Array(height * (1 + width * 4));
  it.each<[string, Uint8Array, RegExp]>([
    ['an SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'), /neither/u],
    ['nothing', new Uint8Array(), /neither/u],
    ['a PNG with a wrong checksum', broken, /broken/u],
    ['a PNG that is cut off', aLogo().subarray(0, 70), /broken/u],
    ['an interlaced PNG', toPng({ width: 16, height: 16, interlace: 1, rows: rowsOf(16, 16) }), /interlaced/u],
    ['a PNG of more rows than it says', toPng({ width: 16, height: 16, rows: rowsOf(16, 5000) }), /broken/u],
    ['a PNG of fewer rows than it says', toPng({ width: 16, height: 16, rows: rowsOf(16, 15) }), /broken/u],
    ['a PNG with a filter that there is not', toPng({ width: 16, height: 16, rows: rowsOf(16, 16).fill(9) }), /broken/u],
    ['a PNG that is too wide', toPng({ width: 1201, height: 16, rows: rowsOf(1201, 16) }), /1201 by 16/u],
    ['a PNG that is too small', toPng({ width: 15, height: 16, rows: rowsOf(15, 16) }), /15 by 16/u],
    ['a PNG with two headers', toPng({ width: 16, height: 16, rows: rowsOf(16, 16), between: [HEADER_OF_A_HUGE_ONE] }), /broken/u],
    [
      'a PNG of more colours than there are',
      toPng({ width: 16, height: 16, rows: rowsOf(16, 16), between: [pngChunk('PLTE', Buffer.alloc(257 * 3))] }),
      /broken/u,
    ],
    ['a JPEG that is cut off', bytesOf(JPEG_OF_AN_ARTIST).subarray(0, -20), /broken/u],
    ['100 kB and more', new Uint8Array(100_001), /at most 100 kB/u],
  ])('is not %s', (_, bytes, reason) => {
    expect(toPicture(bytes)).toMatchObject({
      ok: false,
      error: { code: 'INVALID', field: 'logo', message: expect.stringMatching(reason) },
    });
  });

  it('fits into its box as it is formed', () => {
    expect(fitLogo({ width: 400, height: 100 }, { width: 100, height: 50 })).toEqual({ width: 100, height: 25 });
    expect(fitLogo({ width: 100, height: 400 }, { width: 100, height: 50 })).toEqual({ width: 12.5, height: 50 });
  });

  it('comes with words for those who do not see it', () => {
    const input = { key: '00000000-0000-4000-8000-000000000000', version: 0, name: ' The  Daily ', logo: { base64: 'AAAA' } };
    expect(saveHouseInput.safeParse({ ...input, alt: ' ' }).success).toBe(false);
    expect(saveHouseInput.parse({ ...input, alt: 'A ship' })).toMatchObject({ name: 'The Daily', alt: 'A ship' });
  });
});

describe('the house of a report', () => {
  const alt = 'A <blue> "square"';
  const of = (logo: Logo | null) =>
    buildReport({
      ...harbour({ kind: 'report' }),
      desk: { ...harbour({ kind: 'report' }).desk, name: 'The Qzx Daily' },
      choices: { ...WHOLE, house: { name: 'The Qzx Daily', logo } },
    });
  const both = [
    { ...valueOf(aLogo()), alt },
    { ...valueOf(bytesOf(JPEG_OF_AN_ARTIST)), alt },
  ];

  it.each(both)('stands in HTML as a picture in the file itself, which its policy allows: $mediaType', (logo) => {
    const html = toHtml(of(logo));
    expect(html).toContain(`content="default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"`);
    expect(html).toContain(
      `<img src="data:${logo.mediaType};base64,${logo.base64}" alt="A &lt;blue&gt; &quot;square&quot;" width="16" height="16">`,
    );
    expect(toHtml(of(null))).not.toMatch(/<img|img-src/u);
    expect(toHtml(of(null))).toContain('The Qzx Daily');
  });

  it.each(both)('stands in PDF as a tagged figure, and the same every time: $mediaType', async (logo) => {
    const file = await exportedFile('pdf', of(logo));
    const text = unpackedText(file);
    for (const words of ['/S /Figure', '/Alt (A <blue> "square")']) expect(text).toContain(words);
    const raw = Buffer.from(file).toString('latin1');
    expect(raw).toContain(logo.mediaType === 'image/jpeg' ? '/DCTDecode' : '/ColorSpace /DeviceRGB');
    expect(raw.trimEnd().endsWith('%%EOF')).toBe(true);
    expect(await exportedFile('pdf', of(logo))).toEqual(file);
  });

  it.each(both)('stands in DOCX as a part of the file: $mediaType', async (logo) => {
    const text = unpackedText(await exportedFile('docx', of(logo)));
    expect(text).toContain('descr="A &lt;blue&gt; &quot;square&quot;"');
    expect(text).toContain(`ContentType="${logo.mediaType}"`);
    expect(text).toMatch(/Id="rIdLogo" Type="[^"]*\/image" Target="media\/logo\.(?:png|jpg)"/u);
    expect(text).not.toContain('TargetMode');
  });

  it('is named by every format that names the desk', async () => {
    for (const format of EXPORT_FORMATS.filter((name) => name !== 'csv' && name !== 'jsonld')) {
      expect(unpackedText(await exportedFile(format, of(null))), format).toContain('The Qzx Daily');
    }
  });

  it('is kept in base64 and comes out of it the same', () => {
    const bytes = Uint8Array.from({ length: 256 }, (_, at) => at);
    expect(fromBase64(toBase64(bytes))).toEqual(bytes);
    expect(fromBase64('?')).toBeNull();
  });
});
