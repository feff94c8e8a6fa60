import type { SourceClass } from '@/lib/attribution/source-type';
import { CLASS_COLOURS } from '@/lib/export/class-colours';
import { compositionPicture, LETTER_SIZE } from '@/lib/export/composition-picture';
import { toSteps } from '@/lib/export/outline';
import type { Face } from '@/lib/export/pdf/fonts';
import { toExcerpt } from '@/lib/export/wording';
import type { Frame } from '@/lib/frame/frame';
import { frameOfKept } from '@/lib/frame/frames';
import { type LabelWords, toLabelCounts } from '../label-words';
import { type Bitmap, type Colour, createBitmap, fill, type Point, rectangle } from './bitmap';
import { CARD_SIZE } from './card-size';
import { type Letters, openLetters } from './letters';
import { toOutlines } from './outlines';
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
  drawBar(picture, letters, label, frame);
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

/** `scale`: pixels of the card for one of the bar. */
const BAR = { top: 446, height: 66, scale: 2.6 } as const;

function drawBar(picture: Bitmap, letters: Letters, label: LabelWords, { direction }: Frame): void {
  const { top, scale } = BAR;
  const size = { width: ROOM / scale, height: BAR.height / scale, direction };
  const place = ([x, y]: Point): Point => [MARGIN + x * scale, top + y * scale];
  for (const { sourceClass, x, width, line, letter } of compositionPicture(toLabelCounts(label), size).parts) {
    // Whole pixels: edges that share one are a blur.
    const [left, right] = [x, x + width].map((at) => Math.round(MARGIN + at * scale)) as [number, number];
    fill(picture, [rectangle(left, top, right - left, BAR.height)], colourOf(sourceClass, 'tint'));
    const steps = toSteps(line).map(({ kind, points }) => ({ begins: kind === 'move', points: points.map(place) }));
    fill(picture, toOutlines(steps), colourOf(sourceClass, 'line'));
    const [middle, baseline] = place([letter.x, letter.y]);
    const start = middle - letters.width(letter.text, 'bold', LETTER_SIZE * scale) / 2;
    fill(picture, letters.outlines(letter.text, 'bold', LETTER_SIZE * scale, start, baseline), INK);
  }
}

function colourOf(sourceClass: SourceClass, part: 'tint' | 'line'): Colour {
  const hex = CLASS_COLOURS.light[sourceClass][part];
  return [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as unknown as Colour;
}
