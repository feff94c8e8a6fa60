import PDFDocument from 'pdfkit';
import { type Face, type Fonts, openFonts } from '@/lib/export/pdf/fonts';
import { required } from '@/lib/kernel/assert';
import type { Point } from './bitmap';
import { type OutlineStep, toOutlines } from './outlines';

/** What the PDF's fonts tell of a glyph beside what the PDF needs (fontkit, which has no types). */
type Drawn = { readonly path: { readonly commands: readonly { readonly command: string; readonly args: readonly number[] }[] } };
type Sized = { readonly unitsPerEm: number };

export type Letters = {
  /** Whether all of it can be drawn from left to right. */
  readonly has: (text: string, face: Face) => boolean;
  readonly width: (text: string, face: Face, size: number) => number;
  /** The outlines of a line of text that begins at `x` on the base line `y`. */
  readonly outlines: (text: string, face: Face, size: number, x: number, y: number) => readonly (readonly Point[])[];
};

/** Letters that run from right to left, joined or turned: what draws them is the PDF's, and too much for a card. */
const RIGHT_TO_LEFT = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Bidi_Control}]/u;

/** Words as outlines, in the fonts of the PDF (lib/export/pdf/fonts.ts). */
export function openLetters(): Letters {
  const fonts = openFonts(new PDFDocument({ autoFirstPage: false }));
  const has: Letters['has'] = (text, face) =>
    !RIGHT_TO_LEFT.test(text) && [...text].every((character) => fonts.find(character.codePointAt(0) as number, face) !== null);
  return {
    has,
    width: (text, face, size) => glyphsOf(fonts, text, face).reduce((sum, { advance }) => sum + advance * size, 0),
    outlines: (text, face, size, x, y) => {
      const all: (readonly Point[])[] = [];
      let pen = x;
      for (const { glyph, em, advance } of glyphsOf(fonts, text, face)) {
        all.push(...toOutlines(toSteps(glyph, (px, py) => [pen + (px / em) * size, y - (py / em) * size])));
        pen += advance * size;
      }
      return all;
    },
  };
}

/** `advance` is in parts of the size. */
function glyphsOf(fonts: Fonts, text: string, face: Face) {
  return [...text].flatMap((character) => {
    const { font } = required(fonts.find(character.codePointAt(0) as number, face), 'only what there are letters for is drawn');
    const em = (font as unknown as Sized).unitsPerEm;
    const { glyphs, positions } = font.layout(character);
    return glyphs.map((glyph, at) => ({ glyph: glyph as unknown as Drawn, em, advance: (positions[at]?.xAdvance ?? 0) / em }));
  });
}

function toSteps({ path }: Drawn, place: (x: number, y: number) => Point): readonly OutlineStep[] {
  return path.commands.map(({ command, args }) => ({ begins: command === 'moveTo', points: pairs(args).map(([x, y]) => place(x, y)) }));
}

function pairs(args: readonly number[]): readonly Point[] {
  return Array.from({ length: args.length / 2 }, (_, at) => [args[2 * at] as number, args[2 * at + 1] as number]);
}
