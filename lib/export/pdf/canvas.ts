import type PDFDocument from 'pdfkit';
import { toSourceClass } from '@/lib/attribution/source-type';
import { toSteps } from '../outline';
import { DRAWN_SIGNS, type DrawnSign } from './drawn-signs';
import { INK, INK_3, type LineStyle, lighter, lookOf, rgb } from './palette';
import type { Line, Link, Run, Segment } from './paragraph';
import type { Shape, Shaper } from './shape';

export type Document = InstanceType<typeof PDFDocument>;
export type Element = ReturnType<Document['struct']>;

/**
 * Writes lines, rules and boxes on the page at hand. Coordinates are points from the top left corner; `y` of a line is its
 * baseline. What is written in an element of the structure tree is read out there; everything else is an artifact.
 */
export type Canvas = {
  readonly doc: Document;
  /** A line in reading order under `element`, aligned by its direction within `width`. */
  readonly line: (line: Line, x: number, y: number, width: number, element: Element) => void;
  /** Marks what `paint` draws as decoration. */
  readonly artifact: (paint: () => void) => void;
  /** What `paint` draws is the whole of `element`, which ends with it. */
  readonly tagged: (element: Element, tag: string, paint: () => void) => void;
  /** A picture with its text. */
  readonly figure: (parent: Element, alt: string, box: readonly [number, number, number, number], paint: () => void) => void;
  readonly box: (x: number, y: number, width: number, height: number, fill: string | null, stroke?: string, pen?: number) => void;
  readonly rule: (x: number, y: number, width: number, colour: string, pen: number) => void;
  readonly styled: (style: LineStyle, colour: string, x: number, y: number, width: number) => void;
  /** Words on one line without structure: inside figures, headers, badges. Returns their width. */
  readonly words: (
    text: string,
    x: number,
    y: number,
    look: Pick<Run, 'face' | 'size' | 'colour'>,
    align?: 'left' | 'right' | 'centre',
  ) => number;
  /** A closed path in SVG's letters, in its own coordinates. */
  readonly path: (d: string, x: number, y: number, scale: number, fill: string, stroke: string | null, dash: boolean) => void;
};

const round = (value: number): number => Math.round(value * 100) / 100;

export function createCanvas(doc: Document, shaper: Shaper): Canvas {
  // Handed to the page many at once: each hand-over costs the library a buffer.
  let pending: string[] = [];
  const write = (operators: string) => void pending.push(operators);
  const flush = () => {
    if (pending.length > 0) doc.addContent(pending.join('\n'));
    pending = [];
  };
  /** What `paint` draws, in marked content of its own. */
  const marked = (tag: string, paint: () => void) => {
    const content = doc.markStructureContent(tag);
    paint();
    flush();
    doc.endMarkedContent();
    return content;
  };

  function box(x: number, y: number, width: number, height: number, fill: string | null, stroke?: string, pen = 0.5) {
    const paint = `${round(x)} ${round(y)} ${round(width)} ${round(height)} re`;
    if (fill !== null) write(`${rgb(fill)} rg ${paint} f`);
    if (stroke !== undefined) write(`${rgb(stroke)} RG ${pen} w ${paint} S`);
  }

  function rule(x: number, y: number, width: number, colour: string, pen: number) {
    write(`${rgb(colour)} RG ${pen} w ${round(x)} ${round(y)} m ${round(x + width)} ${round(y)} l S`);
  }

  function styled(style: LineStyle, colour: string, x: number, y: number, width: number) {
    if (style === 'double') {
      rule(x, y - 0.9, width, colour, 0.7);
      rule(x, y + 0.9, width, colour, 0.7);
    } else if (style === 'wavy') {
      let d = `${rgb(colour)} RG 0.8 w ${round(x)} ${round(y)} m`;
      for (let at = 0, up = true; at < width; at += 2.6, up = !up) {
        const to = Math.min(at + 2.6, width);
        const swing = round(y + (up ? -1.5 : 1.5));
        d += ` ${round(x + at + 0.8)} ${swing} ${round(x + to - 0.8)} ${swing} ${round(x + to)} ${round(y)} c`;
      }
      write(`${d} S`);
    } else {
      const dash = style === 'dashed' ? '[3.6 2] 0 d ' : style === 'dotted' ? '[1.6 1.6] 0 d ' : '';
      const pen = style === 'thick' ? 2.4 : style === 'dotted' ? 1.6 : 1.2;
      if (dash !== '') write(dash);
      rule(x, y, width, colour, pen);
      if (dash !== '') write('[] 0 d');
    }
  }

  /** Shapes from left to right with the pen at `x`; what is shown for something else says what it stands for. */
  function shapes(list: readonly Shape[], x: number, y: number, size: number, colour: string): number {
    let pen = x;
    for (const shape of list) {
      if (shape.actual !== null) write(`/Span <</ActualText <${toUtf16(shape.actual)}>>> BDC`);
      if (shape.sign !== null) drawSign(DRAWN_SIGNS[shape.sign] as DrawnSign, pen, y, size, colour);
      if (shape.sign !== null) unseen(shape, pen, y, size);
      else {
        use(shape);
        const head = `BT ${rgb(colour)} rg /${shape.font.id} ${size} Tf`;
        if (shape.moved === null) write(`${head} 1 0 0 -1 ${round(pen)} ${round(y)} Tm [${shape.shown}] TJ ET`);
        else {
          const scale = size / 1000;
          const glyphs = shape.moved.map(
            (glyph) => `1 0 0 -1 ${round(pen + glyph.x * scale)} ${round(y - glyph.y * scale)} Tm <${glyph.id}> Tj`,
          );
          write(`${head} ${glyphs.join(' ')} ET`);
        }
      }
      if (shape.actual !== null) write('EMC');
      pen += (shape.width * size) / 1000;
    }
    return pen - x;
  }

  /** A character nobody sees, for readers that take the words of an ActualText only where there is one. */
  function unseen(shape: Shape, x: number, y: number, size: number) {
    use(shape);
    write(`BT 3 Tr /${shape.font.id} ${size} Tf 1 0 0 -1 ${round(x)} ${round(y)} Tm [${shape.shown}] TJ 0 Tr ET`);
  }

  function use({ font }: Shape) {
    const { fonts } = doc.page as unknown as { readonly fonts: Record<string, unknown> };
    fonts[font.id] ??= font.ref();
  }

  function drawSign(sign: DrawnSign, x: number, y: number, size: number, colour: string) {
    const pen = sign.stroke === null ? '' : `${rgb(colour)} RG ${sign.stroke} w `;
    const paths = sign.paths.map((path) => (path.endsWith(' f') ? path : `${path} S`));
    const scale = round(size) / 1000;
    write(`q ${scale} 0 0 ${-scale} ${round(x)} ${round(y)} cm ${rgb(colour)} rg ${pen}${paths.join(' ')} Q`);
  }

  function words(
    text: string,
    x: number,
    y: number,
    look: Pick<Run, 'face' | 'size' | 'colour'>,
    align: 'left' | 'right' | 'centre' = 'left',
  ) {
    const list = shaper(text, look.face, false);
    const width = (list.reduce((sum, { width: one }) => sum + one, 0) * look.size) / 1000;
    const from = align === 'right' ? x - width : align === 'centre' ? x - width / 2 : x;
    shapes(list, from, y, look.size, look.colour);
    return width;
  }

  function line(set: Line, x: number, y: number, width: number, element: Element) {
    const from = set.rightToLeft ? x + width - set.width : x;
    let at = 0;
    while (at < set.segments.length) {
      const { link } = (set.segments[at] as Segment).run;
      const first = at;
      while (at < set.segments.length && (set.segments[at] as Segment).run.link === link) at++;
      const part = { ...set, segments: set.segments.slice(first, at), xs: set.xs.slice(first, at) };
      if (link == null) content(part, from, y, element);
      else linked(part, from, y, element, link);
    }
  }

  function content({ segments, xs }: Pick<Line, 'segments' | 'xs'>, x: number, y: number, element: Element, tag = 'P') {
    const paint = () => {
      decorate(segments, xs, x, y);
      for (const [index, segment] of segments.entries()) {
        const left = x + (xs[index] as number);
        if (segment.run.badge !== undefined) badge(segment, left, y);
        else shapes(segment.shapes, left, y, segment.run.size, segment.run.colour);
      }
    };
    element.add(marked(tag, paint));
  }

  function linked(part: Pick<Line, 'segments' | 'xs'>, x: number, y: number, element: Element, link: Link) {
    const child = doc.struct('Link');
    element.add(child);
    content(part, x, y, child, 'Link');
    const left = Math.min(...part.xs);
    const right = Math.max(...part.xs.map((one, index) => one + (part.segments[index] as Segment).width));
    const { size } = (part.segments[0] as Segment).run;
    const target = link.url === undefined ? { Dest: new String(link.to) } : { A: doc.ref({ S: 'URI', URI: new String(link.url) }) };
    if ('A' in target) (target.A as unknown as { end: () => void }).end();
    const options = { Subtype: 'Link', ...target, Contents: new String(link.name), structParent: child };
    doc.annotate(x + left, y - size, right - left, size * 1.3, options as never);
    child.end();
  }

  /** Tints and lines under words, each mark drawn in one piece where its words stand side by side. */
  function decorate(segments: readonly Segment[], xs: readonly number[], x: number, y: number) {
    const lines: (() => void)[] = [];
    const spans = new Map<
      string,
      { left: number; right: number; segment: Segment; mark: NonNullable<Run['marks']>[number]; top: boolean }
    >();
    const close = (key: string) => {
      const span = spans.get(key);
      if (span === undefined) return;
      spans.delete(key);
      const { tint, line: colour, style } = lookOf(toSourceClass(span.mark.claim.sourceType));
      const { size } = span.segment.run;
      if (span.top) box(x + span.left, y - size * 0.86, span.right - span.left, size * 1.16, lighter(tint));
      const below = y + size * 0.24 + span.mark.lane * size * 0.25;
      lines.push(() => styled(style, colour, x + span.left, below, span.right - span.left));
    };
    const order = xs.map((_, index) => index).sort((a, b) => (xs[a] as number) - (xs[b] as number));
    for (const index of order) {
      const segment = segments[index] as Segment;
      const left = xs[index] as number;
      const marks = segment.run.badge === undefined ? (segment.run.marks ?? []) : [];
      const keys = marks.map((mark, depth) => `${mark.claim.number} ${depth === marks.length - 1}`);
      for (const key of [...spans.keys()]) if (!keys.includes(key)) close(key);
      for (const [depth, mark] of marks.entries()) {
        const key = keys[depth] as string;
        const open = spans.get(key);
        if (open !== undefined && Math.abs(open.right - left) < 0.5) open.right = left + segment.width;
        else {
          close(key);
          spans.set(key, { left, right: left + segment.width, segment, mark, top: depth === marks.length - 1 });
        }
      }
      if (segment.run.dashed) lines.push(() => dashed(x + left, y + segment.run.size * 0.22, segment.width));
    }
    for (const key of [...spans.keys()]) close(key);
    for (const draw of lines) draw();
  }

  function dashed(x: number, y: number, width: number) {
    write('[1.6 1.2] 0 d');
    rule(x, y, width, INK_3, 0.5);
    write('[] 0 d');
  }

  /** The letter and the number in their box. Its place in the text is what entries lead back to. */
  function badge({ run, width }: Segment, x: number, y: number) {
    const { letter, number, key, place } = run.badge as NonNullable<Run['badge']>;
    const { tint, line: colour } = lookOf(key as never);
    const height = run.size * 1.34;
    const top = y - run.size * 1.02;
    const cell = number === '' ? width - 3 : run.size * 1.18;
    box(x, top, width - 3, height, 'ffffff', colour, 0.6);
    box(x + 0.3, top + 0.3, cell - 0.6, height - 0.6, tint);
    words(letter, x + cell / 2, y, { face: 'bold', size: run.size, colour: INK }, 'centre');
    if (number !== '') words(number, x + cell + (width - 3 - cell) / 2, y, { face: 'bold', size: run.size, colour: INK }, 'centre');
    if (place !== null) doc.addNamedDestination(place, 'XYZ', x, top - 12, null as never);
  }

  return {
    doc,
    line,
    box,
    rule,
    styled,
    words,
    artifact: (paint) => {
      doc.markContent('Artifact', { type: 'Layout' });
      paint();
      flush();
      doc.endMarkedContent();
    },
    tagged: (element, tag, paint) => {
      element.add(marked(tag, paint));
      element.end();
    },
    figure: (parent, alt, [x, y, width, height], paint) => {
      const element = doc.struct('Figure', { alt, bbox: [x, y, x + width, y + height], placement: 'Block' } as never);
      parent.add(element);
      element.add(marked('Figure', paint));
      element.end();
    },
    path: (d, x, y, scale, fill, stroke, dash) => {
      write(`q ${round(scale)} 0 0 ${round(scale)} ${round(x)} ${round(y)} cm ${rgb(fill)} rg${dash ? ' [3 2] 0 d' : ''}`);
      write(`${toOperators(d)} ${stroke === null ? 'f' : `${rgb(stroke)} RG 0.5 w B`} Q`);
    },
  };
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
