import { DRAWN_SIGNS } from './drawn-signs';
import type { EmbeddedFont, Face, Fonts } from './fonts';

/** A run of characters ready to be written: one font, one direction; widths in thousandths of the size. */
export type Shape = {
  readonly font: EmbeddedFont;
  readonly width: number;
  /** What stands between the brackets of a TJ operator; null where glyphs are moved, which `glyphs` then say. */
  readonly shown: string;
  readonly moved: readonly { readonly id: string; readonly x: number; readonly y: number }[] | null;
  /** The character that stands in the text where something else is shown for it. */
  readonly actual: string | null;
  /** A sign drawn as a path. */
  readonly sign: string | null;
};

export type Shaper = (text: string, face: Face, rightToLeft: boolean) => readonly Shape[];

/** Words of which every character is in the Latin part of the font: most of most texts. */
const LATIN = /^[ -~\u00a0-\u00ac\u00ae-\u00ff\u2013\u2014\u2018-\u201a\u201c-\u201e\u2026]*$/u;
/** What is there but not seen: joiners, direction marks, variation selectors. Shaped where the font before it has it, else left out. */
const UNSEEN = /^\p{Default_Ignorable_Code_Point}$/u;
const MARK = /^\p{M}$/u;
/** Isolates and marks of direction: where all goes from left to right they change nothing. */
const DIRECTIONS = /[\u200e\u2066\u2068\u2069]/gu;
/** What nobody sees, in thousandths. */
const KERN_MIN = 0.5;
const DIGIT = /\d/u;
const DIGITS = /\d|\D+/gu;
/** Words kept for the next time they come. Text repeats itself; memory is bounded all the same. */
const KEPT_MAX = 20_000;

/** Shapes words, each cut where the font changes. `mirror` gives the mirrored character for right-to-left runs. */
export function createShaper(fonts: Fonts, mirror: (character: string) => string | null): Shaper {
  const kept = new Map<string, readonly Shape[]>();
  const kerns = new Map<string, number>();
  const numbers = new Map<EmbeddedFont, Map<string, string>>();
  const shaper: Shaper = (text, face, rightToLeft) => {
    const key = `${rightToLeft ? '<' : '>'}${face}${text}`;
    const known = kept.get(key);
    if (known !== undefined) return known;
    const plain = rightToLeft ? '' : text.replace(DIRECTIONS, '');
    const shapes = plain !== '' && LATIN.test(plain) ? [shapeLatin(plain, face)] : shapeParts(text, face, rightToLeft);
    if (kept.size >= KEPT_MAX) kept.clear();
    kept.set(key, shapes);
    return shapes;
  };
  return shaper;

  /** Numbers are put together from their digits, so that a report of ten thousand of them is not shaped ten thousand times. */
  function shapeLatin(text: string, face: Face): Shape {
    const font = fonts.latin(face);
    if (text.length === 1 || !DIGIT.test(text)) return shapeIn(font, text, false);
    let [shown, width, before] = ['', 0, ''];
    for (const [part] of text.matchAll(DIGITS)) {
      const shape = shaper(part, face, false)[0] as Shape;
      const kern = before === '' ? 0 : kernOf(font, face, before, part[0] as string);
      if (before === '') shown = shape.shown;
      else shown = kern === 0 ? shown.slice(0, -1) + shape.shown.slice(1) : `${shown} ${kern} ${shape.shown}`;
      width += shape.width - kern;
      before = part.at(-1) as string;
    }
    return { font, width, shown, moved: null, actual: null, sign: null };
  }

  /** How much closer two characters stand than their widths say, one of them a digit; in thousandths. */
  function kernOf(font: EmbeddedFont, face: Face, left: string, right: string): number {
    const key = `${face}${left}${right}`;
    const known = kerns.get(key);
    if (known !== undefined) return known;
    const { glyphs, positions } = font.font.layout(left + right);
    const closer = ((glyphs[0]?.advanceWidth ?? 0) - (positions[0]?.xAdvance ?? 0)) * font.scale;
    const kern = Math.abs(closer) < KERN_MIN ? 0 : Math.round(closer);
    kerns.set(key, kern);
    return kern;
  }

  function shapeParts(text: string, face: Face, rightToLeft: boolean): readonly Shape[] {
    const shapes: Shape[] = [];
    let run = '';
    let font: EmbeddedFont | null = null;
    const flush = () => {
      if (font !== null && run !== '') shapes.push(shapeIn(font, run, rightToLeft));
      run = '';
      font = null;
    };
    for (const character of text.toWellFormed()) {
      const codePoint = character.codePointAt(0) as number;
      const holds: boolean = font !== null && (font as EmbeddedFont).font.hasGlyphForCodePoint(codePoint);
      if (UNSEEN.test(character)) {
        if (holds) run += character;
        continue;
      }
      const next: EmbeddedFont | null = MARK.test(character) && holds ? font : fonts.find(codePoint, face);
      if (next !== null && next === font) {
        run += character;
        continue;
      }
      flush();
      if (next !== null) [font, run] = [next, character];
      else shapes.push(character in DRAWN_SIGNS ? signOf(character, face) : wordsFor(codePoint, character, face));
    }
    flush();
    return rightToLeft ? shapes.reverse() : shapes;
  }

  function signOf(character: string, face: Face): Shape {
    const width = (DRAWN_SIGNS[character] as { readonly width: number }).width;
    return { ...shapeIn(fonts.latin(face), 'o', false), width, actual: character, sign: character };
  }

  /** No font has it: its code point says what stands there. */
  function wordsFor(codePoint: number, character: string, face: Face): Shape {
    const words = `[U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}]`;
    return { ...shapeIn(fonts.latin(face), words, false), actual: /^\p{Cc}$/u.test(character) ? null : character };
  }

  function shapeIn(font: EmbeddedFont, text: string, rightToLeft: boolean): Shape {
    const faced = rightToLeft ? [...text].map((character) => mirror(character) ?? character).join('') : text;
    const { glyphs, positions } = font.font.layout(faced, undefined, undefined, undefined, rightToLeft ? 'rtl' : 'ltr');
    const placed = positions.some(({ xOffset, yOffset }) => xOffset !== 0 || yOffset !== 0);
    const moved: { id: string; x: number; y: number }[] = [];
    let shown = '<';
    let width = 0;
    for (const [at, glyph] of glyphs.entries()) {
      const { xAdvance, xOffset, yOffset } = positions[at] as (typeof positions)[number];
      const id = numberOf(font, glyph.id, unmirror(glyph.codePoints, rightToLeft), glyph.advanceWidth);
      if (placed) moved.push({ id, x: width + xOffset * font.scale, y: yOffset * font.scale });
      const kern = (glyph.advanceWidth - xAdvance) * font.scale;
      shown += Math.abs(kern) < KERN_MIN ? id : `${id}> ${Math.round(kern)} <`;
      width += Math.abs(kern) < KERN_MIN ? glyph.advanceWidth * font.scale : glyph.advanceWidth * font.scale - Math.round(kern);
    }
    return { font, width, shown: `${shown}>`, moved: placed ? moved : null, actual: null, sign: null };
  }

  /** A mirrored bracket is drawn as the other one, and stays in the text what it is. */
  function unmirror(codePoints: readonly number[], rightToLeft: boolean): readonly number[] {
    if (!rightToLeft) return codePoints;
    return codePoints.map((codePoint) => mirror(String.fromCodePoint(codePoint))?.codePointAt(0) ?? codePoint);
  }

  /** Its number in the font's subset, in hexadecimal: one for each pair of a glyph and what it stands for. */
  function numberOf(font: EmbeddedFont, glyph: number, codePoints: readonly number[], advance: number): string {
    let known = numbers.get(font);
    if (known === undefined) {
      known = new Map();
      numbers.set(font, known);
    }
    const key = `${glyph}:${codePoints.join()}`;
    const number = known.get(key);
    if (number !== undefined) return number;
    const next = font.subset.glyphs.length;
    font.subset.glyphs.push(glyph);
    font.widths[next] = advance * font.scale;
    font.unicode[next] = codePoints;
    const id = next.toString(16).padStart(4, '0');
    known.set(key, id);
    return id;
  }
}
