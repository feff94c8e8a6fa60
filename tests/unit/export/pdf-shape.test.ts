import fc from 'fast-check';
import PDFDocument from 'pdfkit';
import { expect, test } from 'vitest';
import { type Face, openFonts } from '@/lib/export/pdf/fonts';
import { createShaper, type Shape } from '@/lib/export/pdf/shape';

const FACES = ['regular', 'bold', 'italic'] as const satisfies readonly Face[];

/** Glyphs of the font, in order, of what a TJ operator shows. */
function glyphsOf({ shown, font }: Shape): readonly number[] {
  return [...shown.matchAll(/<([\da-f]*)>/gu)].flatMap(([, hex]) =>
    ((hex as string).match(/.{4}/gu) ?? []).map((id) => font.subset.glyphs[Number.parseInt(id, 16)] as number),
  );
}

test('a word with digits, put together from its parts, has the glyphs and the width that the font gives the whole', () => {
  const fonts = openFonts(new PDFDocument({ autoFirstPage: false, font: null as never }));
  const shaper = createShaper(fonts, () => null);
  const word = fc.string({ unit: fc.constantFrom(...'0123456789.,:–-/()%#CTVAfila'), minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(word, fc.constantFrom(...FACES), (text, face) => {
      const shapes = shaper(text, face, false);
      expect(shapes).toHaveLength(1);
      const shape = shapes[0] as Shape;
      const { glyphs, positions } = fonts.latin(face).font.layout(text);
      expect(glyphsOf(shape)).toEqual(glyphs.map(({ id }) => id));
      const width = positions.reduce((sum, { xAdvance }) => sum + xAdvance, 0) * shape.font.scale;
      // Each kern is rounded to a thousandth.
      expect(Math.abs(shape.width - width)).toBeLessThanOrEqual(0.5 * text.length);
    }),
    { numRuns: 300 },
  );
});

test('isolates change nothing where all goes from left to right', () => {
  const fonts = openFonts(new PDFDocument({ autoFirstPage: false, font: null as never }));
  const shaper = createShaper(fonts, () => null);
  expect(shaper('\u2068Name\u2069', 'bold', false)).toEqual(shaper('Name', 'bold', false));
});
