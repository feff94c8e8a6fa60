import type PDFDocument from 'pdfkit';
import { toSteps } from '../outline';
import { DRAWN_SIGNS, type DrawnSign } from './drawn-signs';
import { type LineStyle, rgb } from './palette';
import type { Shape } from './shape';

/**
 * The operators of pages. What was set last is remembered, and words that stand one after another on a line are shown by one operator:
 * a page is a third of what it would be with a font, a colour and a place for each word. Coordinates as in canvas.ts.
 */
export type Pen = {
  /** Hands what was drawn to the page. */
  readonly flush: () => void;
  /** On a new page nothing is set yet. */
  readonly forget: () => void;
  readonly box: (x: number, y: number, width: number, height: number, fill: string | null, stroke?: string, pen?: number) => void;
  readonly rule: (x: number, y: number, width: number, colour: string, pen: number) => void;
  /** A rule in dashes: their lengths and those of the gaps, in points. */
  readonly dashes: (lengths: string, x: number, y: number, width: number, colour: string, pen: number) => void;
  readonly styled: (style: LineStyle, colour: string, x: number, y: number, width: number) => void;
  /** Shapes from left to right from `x` on, `y` the baseline. Returns their width. */
  readonly shapes: (list: readonly Shape[], x: number, y: number, size: number, colour: string) => number;
  /** A picture that was put into the file (an XObject); one a page. */
  readonly image: (picture: unknown, x: number, y: number, width: number, height: number) => void;
  /** A closed path in SVG's letters, in its own coordinates. */
  readonly path: (d: string, x: number, y: number, scale: number, fill: string, stroke: string | null, dash: boolean) => void;
};

type Document = InstanceType<typeof PDFDocument>;

export const round = (value: number): number => Math.round(value * 100) / 100;

/** How far from the end of the last word, in points, another may begin and still be the same line of words. */
const TOUCHES = 0.005;

const ENCODER = new TextEncoder();

export function createPen(doc: Document): Pen {
  let pending: string[] = [];
  let [filled, stroked, wide, lettered] = ['', '', 0, ''];
  /** The glyphs being shown, as a TJ operator has them between its brackets; null outside of text. */
  let shown: string | null = null;
  let [right, baseline] = [0, 0];

  let wave: unknown = null;

  const write = (operators: string) => {
    endText();
    pending.push(operators);
  };
  function show() {
    if (shown !== null && shown !== '') pending.push(`[${shown}] TJ`);
    if (shown !== null) shown = '';
  }
  function endText() {
    if (shown === null) return;
    show();
    shown = null;
    pending.push('ET');
  }
  function fill(colour: string) {
    if (filled === colour) return;
    show();
    pending.push(`${rgb(colour)} rg`);
    filled = colour;
  }
  function stroke(colour: string, pen: number) {
    endText();
    if (stroked !== colour) pending.push(`${rgb(colour)} RG`);
    if (wide !== pen) pending.push(`${pen} w`);
    [stroked, wide] = [colour, pen];
  }

  function box(x: number, y: number, width: number, height: number, inside: string | null, edge?: string, pen = 0.5) {
    const paint = `${round(x)} ${round(y)} ${round(width)} ${round(height)} re`;
    if (inside !== null) {
      fill(inside);
      write(`${paint} f`);
    }
    if (edge !== undefined) {
      stroke(edge, pen);
      write(`${paint} S`);
    }
  }

  function rule(x: number, y: number, width: number, colour: string, pen: number) {
    stroke(colour, pen);
    write(`${round(x)} ${round(y)} m ${round(x + width)} ${round(y)} l S`);
  }

  function dashes(lengths: string, x: number, y: number, width: number, colour: string, pen: number) {
    write(`[${lengths}] 0 d`);
    rule(x, y, width, colour, pen);
    write('[] 0 d');
  }

  function styled(style: LineStyle, colour: string, x: number, y: number, width: number) {
    if (style === 'double') {
      rule(x, y - 0.9, width, colour, 0.7);
      rule(x, y + 0.9, width, colour, 0.7);
    } else if (style === 'wavy') {
      stroke(colour, 0.8);
      (doc.page as unknown as { readonly xobjects: Record<string, unknown> }).xobjects.Wave = wave ??= waveOf(doc);
      const [left, middle] = [round(x), round(y)];
      write(`q ${left} ${round(y - 2.5)} ${round(width)} 5 re W n 1 0 0 1 ${left} ${middle} cm /Wave Do Q`);
    } else if (style === 'dashed') dashes('3.6 2', x, y, width, colour, 1.2);
    else if (style === 'dotted') dashes('1.6 1.6', x, y, width, colour, 1.6);
    else rule(x, y, width, colour, style === 'thick' ? 2.4 : 1.2);
  }

  function shapes(list: readonly Shape[], x: number, y: number, size: number, colour: string): number {
    let pen = x;
    for (const shape of list) {
      // What is shown for something else says what it stands for.
      if (shape.actual !== null) write(`/Span <</ActualText <${toUtf16(shape.actual)}>>> BDC`);
      if (shape.sign !== null) drawSign(DRAWN_SIGNS[shape.sign] as DrawnSign, pen, y, size, colour);
      if (shape.sign !== null) unseen(shape, pen, y, size);
      else if (shape.moved === null) word(shape, pen, y, size, colour);
      else moved(shape.moved, shape, pen, y, size, colour);
      if (shape.actual !== null) write('EMC');
      pen += (shape.width * size) / 1000;
    }
    return pen - x;
  }

  function word(shape: Shape, x: number, y: number, size: number, colour: string) {
    const goesOn = shown !== null && baseline === y && Math.abs(right - x) < TOUCHES;
    look(shape, size, colour);
    if (!goesOn) {
      show();
      pending.push(`1 0 0 -1 ${round(x)} ${round(y)} Tm`);
    }
    // Two strings side by side are one: <0012><0034> is <00120034>.
    shown = shown?.endsWith('>') ? shown.slice(0, -1) + shape.shown.slice(1) : `${shown ?? ''}${shape.shown}`;
    [right, baseline] = [x + (shape.width * size) / 1000, y];
  }

  function moved(glyphs: NonNullable<Shape['moved']>, shape: Shape, x: number, y: number, size: number, colour: string) {
    look(shape, size, colour);
    show();
    const scale = size / 1000;
    for (const glyph of glyphs) pending.push(`1 0 0 -1 ${round(x + glyph.x * scale)} ${round(y - glyph.y * scale)} Tm <${glyph.id}> Tj`);
    endText();
  }

  /** Text from here on, in this font, size and colour. */
  function look({ font }: Shape, size: number, colour: string) {
    if (shown === null) {
      pending.push('BT');
      shown = '';
      right = Number.NaN;
    }
    fill(colour);
    const letters = `/${font.id} ${size} Tf`;
    if (lettered === letters) return;
    show();
    const { fonts } = doc.page as unknown as { readonly fonts: Record<string, unknown> };
    fonts[font.id] ??= font.ref();
    pending.push(letters);
    lettered = letters;
  }

  /** A character nobody sees, for readers that take the words of an ActualText only where there is one. */
  function unseen(shape: Shape, x: number, y: number, size: number) {
    write('3 Tr');
    word(shape, x, y, size, filled);
    write('0 Tr');
  }

  function drawSign(sign: DrawnSign, x: number, y: number, size: number, colour: string) {
    const pen = sign.stroke === null ? '' : `${rgb(colour)} RG ${sign.stroke} w `;
    const paths = sign.paths.map((path) => (path.endsWith(' f') ? path : `${path} S`));
    const scale = round(size) / 1000;
    write(`q ${scale} 0 0 ${-scale} ${round(x)} ${round(y)} cm ${rgb(colour)} rg ${pen}${paths.join(' ')} Q`);
  }

  return {
    ...{ box, rule, dashes, styled, shapes },
    flush: () => {
      endText();
      if (pending.length > 0) doc.addContent(pending.join('\n'));
      pending = [];
    },
    forget: () => {
      [filled, stroked, wide, lettered] = ['', '', 0, ''];
    },
    image: (picture, x, y, width, height) => {
      (doc.page as unknown as { readonly xobjects: Record<string, unknown> }).xobjects.Picture = picture;
      write(`q ${round(width)} 0 0 ${round(-height)} ${round(x)} ${round(y + height)} cm /Picture Do Q`);
    },
    path: (d, x, y, scale, inside, edge, dash) => {
      write(`q ${round(scale)} 0 0 ${round(scale)} ${round(x)} ${round(y)} cm ${rgb(inside)} rg${dash ? ' [3 2] 0 d' : ''}`);
      write(`${toOperators(d)} ${edge === null ? 'f' : `${rgb(edge)} RG 0.5 w B`} Q`);
    },
  };
}

/** As wide as a page, in points. */
const WAVE_WIDTH = 600;

/**
 * One wave, of which every wavy line shows as much as it is wide, in its own colour: a drawing that all pages share. Drawn each
 * time, the lines under one claim of half a megabyte were 17 MB.
 */
function waveOf(doc: Document): unknown {
  let d = '0 0 m';
  for (let at = 0, up = true; at < WAVE_WIDTH; at += 2.6, up = !up) {
    const swing = up ? -1.5 : 1.5;
    d += ` ${round(at + 0.8)} ${swing} ${round(at + 1.8)} ${swing} ${round(at + 2.6)} 0 c`;
  }
  const form = doc.ref({ Type: 'XObject', Subtype: 'Form', BBox: [0, -3, WAVE_WIDTH, 3] });
  form.end(ENCODER.encode(`${d} S`));
  return form;
}

const OPERATORS = { move: 'm', line: 'l', curve: 'c', close: 'h' } as const;

/** An outline as operators of a page. */
function toOperators(d: string): string {
  return toSteps(d)
    .map(({ kind, points }) => [...points.flat().map(round), OPERATORS[kind]].join(' '))
    .join(' ');
}

/** Text as a PDF string in hexadecimal, UTF-16 with its mark. */
function toUtf16(text: string): string {
  let hex = 'FEFF';
  for (let at = 0; at < text.length; at++) hex += text.charCodeAt(at).toString(16).padStart(4, '0').toUpperCase();
  return hex;
}
