import { SOURCE_CLASS_FACTS, type SourceClass } from '@/lib/attribution/source-type';
import type { Direction, Frame } from '@/lib/frame/frame';
import type { ClassTally } from '@/lib/provenance/label';
import type { PictureBox } from './pair-picture';

/**
 * What the claims are made of, drawn: one bar with a part for each class of source that occurs, as wide as it has claims. This
 * says what is drawn where, for every format that draws it. Lengths are pixels. Each part has the letter and the line of its
 * class, so nothing is told by colour alone, and one that has few claims is wide enough for its letter.
 */
export type CompositionPicture = { readonly width: number; readonly height: number; readonly parts: readonly CompositionPart[] };

export type CompositionPart = PictureBox & {
  readonly sourceClass: SourceClass;
  readonly claims: number;
  /** What the line of the class encloses, in SVG's letters (outline.ts). */
  readonly line: string;
  /** In letters of `LETTER_SIZE`, strong: its middle, and its baseline. */
  readonly letter: { readonly text: string; readonly x: number; readonly y: number };
};

export type ClassCount = { readonly sourceClass: SourceClass; readonly claims: number };

export const LETTER_SIZE = 12;
/** Below this the line: room for every kind. */
export const LINE_HEIGHT = 8;

const HEIGHT = 32;
const GAP = 2;
/** So that a letter fits in. */
const PART_MIN = 16;

export function toClassCounts(classes: readonly ClassTally[]): readonly ClassCount[] {
  return classes.map(({ sourceClass, claimIds }) => ({ sourceClass, claims: claimIds.length }));
}

type Size = { readonly width: number; readonly height?: number; readonly direction: Direction };

/** @param width at least 120: six parts that are as narrow as they can be */
export function compositionPicture(counts: readonly ClassCount[], { width, height = HEIGHT, direction }: Size): CompositionPicture {
  const present = counts.filter(({ claims }) => claims > 0);
  const widths = toWidths(
    present.map(({ claims }) => claims),
    width - GAP * (present.length - 1),
  );
  let before = 0;
  const parts = present.map(({ sourceClass, claims }, at): CompositionPart => {
    const own = widths[at] as number;
    const x = round(direction === 'rtl' ? width - before - own : before);
    const end = round(direction === 'rtl' ? width - before : before + own);
    before += own + GAP;
    const text = SOURCE_CLASS_FACTS[sourceClass].letter;
    const letter = { text, x: round((x + end) / 2), y: round((height - LINE_HEIGHT) / 2 + LETTER_SIZE * 0.36) };
    const line = LINES[sourceClass](x, height - LINE_HEIGHT / 2, end - x);
    return { sourceClass, claims, x, y: 0, width: round(end - x), height, line, letter };
  });
  return { width, height, parts };
}

/** By count; what would be narrower than its letter is as wide as that takes, and the others share what is left by count. */
function toWidths(claims: readonly number[], room: number): readonly number[] {
  const narrow = new Set<number>();
  for (;;) {
    const left = room - narrow.size * PART_MIN;
    const all = claims.reduce((sum, count, at) => (narrow.has(at) ? sum : sum + count), 0);
    const before = narrow.size;
    for (const [at, count] of claims.entries()) if ((left * count) / all < PART_MIN) narrow.add(at);
    if (narrow.size === before) return claims.map((count, at) => (narrow.has(at) ? PART_MIN : (left * count) / all));
  }
}

/** The picture's text alternative: “26 claims by class of source. On the record: 1 claim, 4%; News relay: …” */
export function compositionSummary(counts: readonly ClassCount[], frame: Frame): string {
  const all = counts.reduce((sum, { claims }) => sum + claims, 0);
  const parts = counts.filter(({ claims }) => claims > 0).map((count) => partWords(count, all, frame));
  return frame.layout.composition.summary(frame.counts.claims(all), parts);
}

/** “Anonymous: 10 claims, 38%”. */
export function partWords({ sourceClass, claims }: ClassCount, all: number, { layout, attribution, counts }: Frame): string {
  return layout.composition.part(attribution.classes[sourceClass], counts.claims(claims), counts.percent(claims / all));
}

type DrawLine = (x: number, middle: number, width: number) => string;

/** The lines of the article's marks (html-style.ts) as outlines. Whole dashes, dots and waves, so that no end is cut. */
const LINES: Readonly<Record<SourceClass, DrawLine>> = {
  record: (x, y, width) => boxPath(x, y, width, 2),
  relay: (x, y, width) => boxPath(x, y - 1.75, width, 1.25) + boxPath(x, y + 1.75, width, 1.25),
  document: (x, y, width) => boxPath(x, y, width, 4),
  anonymous: (x, y, width) => dashes(x, y, width),
  unnamed: (x, y, width) => dots(x, y, width),
  none: (x, y, width) => wave(x, y, width),
};

function boxPath(x: number, middle: number, width: number, height: number): string {
  const [top, bottom] = [round(middle - height / 2), round(middle + height / 2)];
  return `M${round(x)} ${top}H${round(x + width)}V${bottom}H${round(x)}Z`;
}

function dashes(x: number, y: number, width: number): string {
  const [dash, space] = [6.5, 3.5];
  const count = Math.max(1, Math.round((width + space) / (dash + space)));
  const each = (width - (count - 1) * space) / count;
  return Array.from({ length: count }, (_, at) => boxPath(x + at * (each + space), y, each, 2)).join('');
}

/** Two curves are round enough for a dot of three pixels. */
function dots(x: number, y: number, width: number): string {
  const [radius, step] = [1.5, 5];
  const count = Math.max(1, Math.floor(width / step));
  const [top, level, bottom] = [y - radius * (4 / 3), y, y + radius * (4 / 3)].map(round);
  return Array.from({ length: count }, (_, at) => {
    const middle = x + ((at + 0.5) * width) / count;
    const [left, right] = [round(middle - radius), round(middle + radius)];
    return `M${left} ${level}C${left} ${top} ${right} ${top} ${right} ${level}C${right} ${bottom} ${left} ${bottom} ${left} ${level}Z`;
  }).join('');
}

/** There along the upper edge and back along the lower one. */
function wave(x: number, y: number, width: number): string {
  const [half, swing, pen] = [4.5, 1.7, 1.9];
  const count = Math.max(2, Math.round(width / half));
  const each = width / count;
  const at = (place: number) => round(x + place * each);
  const edge = (middle: number, places: readonly number[], step: 1 | -1) =>
    places
      .map((from) => {
        const crest = round(middle + (from % 2 === 0 ? -swing : swing) * (4 / 3));
        const [one, other] = step === 1 ? [from, from + 1] : [from + 1, from];
        return `C${at(one + step * 0.36)} ${crest} ${at(other - step * 0.36)} ${crest} ${at(other)} ${round(middle)}`;
      })
      .join('');
  const places = Array.from({ length: count }, (_, place) => place);
  const [upper, lower] = [y - pen / 2, y + pen / 2];
  return `M${at(0)} ${round(upper)}${edge(upper, places, 1)}V${round(lower)}${edge(lower, places.toReversed(), -1)}Z`;
}

/** Tenths of a pixel are what is seen, on paper too; more would make the page larger. */
function round(value: number): number {
  return Math.round(value * 10) / 10;
}
