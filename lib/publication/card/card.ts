import { SOURCE_CLASSES, type SourceClass } from '@/lib/attribution/source-type';
import { CLASS_COLOURS } from '@/lib/export/class-colours';
import { toClassKey } from '@/lib/export/html-parts';
import type { Face } from '@/lib/export/pdf/fonts';
import { lookOf } from '@/lib/export/pdf/palette';
import { toExcerpt } from '@/lib/export/wording';
import type { Frame } from '@/lib/frame/frame';
import { frameOfKept } from '@/lib/frame/frames';
import type { LabelWords } from '../label-words';
import { type Bitmap, type Colour, createBitmap, fill, type Point, rectangle } from './bitmap';
import { CARD_SIZE } from './card-size';
import { type Letters, openLetters } from './letters';
import { lineOutlines } from './lines';
import { toPng } from './png';

const MARGIN = 72;
const ROOM = CARD_SIZE.width - 2 * MARGIN;
const PAPER: Colour = [0xfc, 0xfb, 0xf7];
const INK: Colour = [0x1d, 0x1b, 0x17];
const INK_2: Colour = [0x52, 0x4e, 0x46];

/**
 * What a link to the report shows elsewhere: the article's title, the finding, and what its claims are made of, as a PNG of
 * about 70 kB. The same label gives the same bytes. Words that the card cannot write (in letters that run from right to left) are left out:
 * they are on the card's page.
 */
export function cardPicture(label: LabelWords, frame: Frame = frameOfKept(label.language)): Uint8Array {
  const letters = openLetters();
  const picture = createBitmap(CARD_SIZE.width, CARD_SIZE.height, PAPER);
  const write = (text: string, face: Face, size: number, [x, y]: Point, colour: Colour) =>
    fill(picture, letters.outlines(text, face, size, x, y), colour);
  const kind = frame.report.kinds.report;

  write('Hearsay', 'regular', 44, [MARGIN, 92], INK);
  if (letters.has(kind, 'regular')) {
    write(kind, 'regular', 26, [CARD_SIZE.width - MARGIN - letters.width(kind, 'regular', 26), 92], INK_2);
  }
  for (const y of [112, 118]) fill(picture, [rectangle(MARGIN, y, ROOM, 2)], INK);
  const title = toExcerpt(label.title, TITLE_LENGTH);
  if (letters.has(title, 'italic')) write(fitted(letters, title, 'italic', 34), 'italic', 34, [MARGIN, 184], INK_2);
  const headline = label.headline.filter((line) => letters.has(line, 'regular'));
  const size = Math.min(86, ...headline.map((line) => (86 * ROOM) / Math.max(1, letters.width(line, 'regular', 86))));
  headline.forEach((line, at) => {
    write(line, 'regular', size, [MARGIN, 300 + at * size * 1.08], INK);
  });
  drawBar(picture, letters, label);
  const classes = label.classes.map(({ label: name, claims }) => ({ name, claims }));
  const counted = frame.published.legend(label.claims, classes);
  if (letters.has(counted, 'regular')) write(fitted(letters, counted, 'regular', 27), 'regular', 27, [MARGIN, 572], INK_2);
  return toPng(picture);
}

/** Of a title, in UTF-16 units, before it is cut to the line. */
const TITLE_LENGTH = 120;

/** As much of a text as stands on one line. */
function fitted(letters: Letters, text: string, face: Face, size: number): string {
  let length = text.length;
  let shown = text;
  while (length > 8 && letters.width(shown, face, size) > ROOM) {
    length -= 2;
    shown = toExcerpt(text, length);
  }
  return shown;
}

const BAR = { top: 446, height: 66, gap: 4 } as const;

function drawBar(picture: Bitmap, letters: Letters, { classes, claims }: LabelWords): void {
  const room = ROOM - BAR.gap * Math.max(0, classes.length - 1);
  let x = MARGIN;
  for (const { key, letter, claims: count } of classes) {
    const sourceClass = SOURCE_CLASSES.find((each) => toClassKey(each) === key);
    if (sourceClass === undefined) continue;
    const width = (room * count) / Math.max(1, claims);
    fill(picture, [rectangle(x, BAR.top, width, BAR.height)], colourOf(sourceClass, 'tint'));
    fill(picture, lineOutlines(lookOf(sourceClass).style, x, BAR.top + BAR.height - 13, width), colourOf(sourceClass, 'line'));
    const letterWidth = letters.width(letter, 'bold', 30);
    if (width > letterWidth) fill(picture, letters.outlines(letter, 'bold', 30, x + (width - letterWidth) / 2, BAR.top + 37), INK);
    x += width + BAR.gap;
  }
}

function colourOf(sourceClass: SourceClass, part: 'tint' | 'line'): Colour {
  const hex = CLASS_COLOURS.light[sourceClass][part];
  return [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as unknown as Colour;
}
