import { crc32 } from 'node:zlib';
import { unzlibSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { createBitmap, fill, rectangle } from '@/lib/publication/card/bitmap';
import { cardPicture } from '@/lib/publication/card/card';
import { toPng } from '@/lib/publication/card/png';
import { type LabelWords, toLabelWords } from '@/lib/publication/label-words';
import { toPublicModel } from '@/lib/publication/public-model';
import { buildReport } from '@/lib/report/model';
import { inPseudo, pseudoFrame } from '@/tests/factories/frames';
import { harbour } from '@/tests/factories/report';

type Picture = { readonly width: number; readonly height: number; readonly at: (x: number, y: number) => readonly number[] };

/** Reads what toPng wrote: one IDAT, no filter. */
function readPng(file: Uint8Array): Picture {
  const view = new DataView(file.buffer, file.byteOffset, file.length);
  const chunks = new Map<string, Uint8Array>();
  for (let at = 8; at < file.length; at += view.getUint32(at) + 12) {
    const end = at + 8 + view.getUint32(at);
    // Node has it from 20.15 and 22.2 on.
    expect(view.getUint32(end)).toBe(crc32(file.subarray(at + 4, end)));
    chunks.set(new TextDecoder().decode(file.subarray(at + 4, at + 8)), file.subarray(at + 8, end));
  }
  expect([...chunks.keys()]).toEqual(['IHDR', 'IDAT', 'IEND']);
  const [width, height] = [view.getUint32(16), view.getUint32(20)];
  const rows = unzlibSync(chunks.get('IDAT') as Uint8Array);
  expect(rows).toHaveLength(height * (width * 3 + 1));
  return { width, height, at: (x, y) => [...rows.subarray(y * (width * 3 + 1) + 1 + x * 3).subarray(0, 3)] };
}

describe('a bitmap', () => {
  it('covers as much of a pixel as an outline does, and leaves out what runs the other way round', () => {
    const picture = createBitmap(8, 4, [0, 0, 0]);
    const hole = rectangle(3, 1, 1, 1).toReversed();
    fill(picture, [rectangle(1.5, 1, 4, 1.25), hole, rectangle(-50, 3, 60, 1)], [200, 100, 40]);
    const { at } = readPng(toPng(picture));
    expect([0, 1, 2, 3, 4, 5, 6].map((x) => at(x, 1)[0])).toEqual([0, 100, 200, 0, 200, 100, 0]);
    expect(at(2, 2)).toEqual([50, 25, 10]);
    expect([at(0, 3), at(7, 3), at(7, 0)]).toEqual([
      [200, 100, 40],
      [200, 100, 40],
      [0, 0, 0],
    ]);
  });
});

describe('the card of a report', () => {
  const model = toPublicModel(buildReport(harbour({ kind: 'report' })));
  const label = toLabelWords(model);

  it('shows what the claims are made of, each class as wide as its share', () => {
    const { width, height, at } = readPng(cardPicture(label));
    expect([width, height]).toEqual([1200, 630]);
    const row = Array.from({ length: 1056 }, (_, x) => at(72 + x, 450).join());
    expect(new Set(row).size, 'each class, and the paper between two').toBe(label.classes.length + (label.classes.length > 1 ? 1 : 0));
  });

  it('is drawn whatever the words are', () => {
    const odd: LabelWords = { ...label, title: 'שלום', headline: ['One attribution. '.repeat(20), ''], classes: [], claims: 0 };
    expect(readPng(cardPicture(odd)).at(600, 450)).toEqual([0xfc, 0xfb, 0xf7]);
    const hebrew = pseudoFrame('hebrew');
    readPng(cardPicture(toLabelWords(inPseudo(model, hebrew)), hebrew));
    for (const title of ['Київ', '漢字 \u0000', 'x'.repeat(500), '']) readPng(cardPicture({ ...label, title }));
  });
});
