import type PDFDocument from 'pdfkit';
import { toSourceClass } from '@/lib/attribution/source-type';
import { atOnce } from '@/lib/kernel/pause';
import { INK, INK_2, INK_3, type LineStyle, lighter, lookOf } from './palette';
import { type Line, type Link, type Run, type Segment, type Setter, turns } from './paragraph';
import { createPen, round } from './pen';
import type { Shaper } from './shape';

const ENCODER = new TextEncoder();

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
  readonly newPage: () => void;
  /** Before the document ends. */
  readonly end: () => void;
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
  /** A picture that was put into the file (an XObject). */
  readonly image: (picture: unknown, x: number, y: number, width: number, height: number) => void;
  /** A closed path in SVG's letters, in its own coordinates. */
  readonly path: (d: string, x: number, y: number, scale: number, fill: string, stroke: string | null, dash: boolean) => void;
};

/** `setter` sets words that do not run from left to right alone. */
export function createCanvas(doc: Document, shaper: Shaper, setter: Setter): Canvas {
  const pen = createPen(doc);
  // The library makes a buffer of whatever comes for a page, a hundred small ones each: here it gets all of a page at once.
  let contents: string[] = [];
  doc.addContent = (operators) => {
    contents.push(operators);
    return doc;
  };
  const writeContents = () => {
    if (contents.length > 0) doc.page.write(ENCODER.encode(`${contents.join('\n')}\n`));
    contents = [];
  };
  const { box, rule, styled, shapes, path, image } = pen;
  /** The element that is being written: its next line goes on with it. */
  let open: Element | null = null;
  const close = () => {
    pen.flush();
    if (open !== null) doc.endMarkedContent();
    open = null;
  };
  /** What `paint` draws, in marked content of its own. */
  const marked = (tag: string, paint: () => void) => {
    close();
    const content = doc.markStructureContent(tag);
    paint();
    pen.flush();
    doc.endMarkedContent();
    return content;
  };

  function words(
    text: string,
    x: number,
    y: number,
    look: Pick<Run, 'face' | 'size' | 'colour'>,
    align: 'left' | 'right' | 'centre' = 'left',
  ) {
    const start = (width: number) => (align === 'right' ? x - width : align === 'centre' ? x - width / 2 : x);
    const [set] = turns(text) ? atOnce(setter([{ text, ...look }], Number.POSITIVE_INFINITY)) : [];
    if (set !== undefined) {
      const left = start(set.width);
      for (const [at, segment] of set.segments.entries()) shapes(segment.shapes, left + (set.xs[at] ?? 0), y, look.size, look.colour);
      return set.width;
    }
    const list = shaper(text, look.face, false);
    const width = (list.reduce((sum, { width: one }) => sum + one, 0) * look.size) / 1000;
    shapes(list, start(width), y, look.size, look.colour);
    return width;
  }

  function line(set: Line, x: number, y: number, width: number, element: Element) {
    const from = set.rightToLeft ? x + width - set.width : x;
    const { segments, xs } = set;
    let first = 0;
    for (let at = 1; at <= segments.length; at++) {
      const { link } = (segments[first] as Segment).run;
      if (at < segments.length && (segments[at] as Segment).run.link === link) continue;
      const part = first === 0 && at === segments.length ? set : { segments: segments.slice(first, at), xs: xs.slice(first, at) };
      if (link == null) content(part, from, y, element);
      else linked(part, from, y, element, link);
      first = at;
    }
  }

  /** Lines of one element that follow one another on a page are one marked content. */
  function content({ segments, xs }: Pick<Line, 'segments' | 'xs'>, x: number, y: number, element: Element, tag = 'P') {
    if (open !== element) {
      close();
      element.add(doc.markStructureContent(tag));
      open = element;
    }
    if (segments.some(({ run }) => run.marks !== undefined || run.dashed || run.struck)) decorate(segments, xs, x, y);
    for (const [index, segment] of segments.entries()) {
      const left = x + (xs[index] as number);
      if (segment.run.badge !== undefined) badge(segment, left, y);
      else shapes(segment.shapes, left, y, segment.run.size, segment.run.colour);
    }
  }

  function linked(part: Pick<Line, 'segments' | 'xs'>, x: number, y: number, element: Element, link: Link) {
    const child = doc.struct('Link');
    element.add(child);
    content(part, x, y, child, 'Link');
    const left = Math.min(...part.xs);
    const right = Math.max(...part.xs.map((one, index) => one + (part.segments[index] as Segment).width));
    const { size } = (part.segments[0] as Segment).run;
    const target = link.url === undefined ? { Dest: new String(link.to) } : { A: { S: 'URI', URI: new String(link.url) } };
    const options = { Subtype: 'Link', ...target, Contents: new String(link.name), structParent: child };
    // In hundredths of a point, as all that is drawn: there are ten links a claim, and each digit is in the file four times for each.
    doc.annotate(round(x + left), round(y - size), round(right - left), round(size * 1.3), options as never);
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
      if (segment.run.dashed) lines.push(() => pen.dashes('1.6 1.2', x + left, y + segment.run.size * 0.22, segment.width, INK_3, 0.5));
      if (segment.run.struck) lines.push(() => rule(x + left, y - segment.run.size * 0.28, segment.width, INK_2, 0.7));
    }
    for (const key of [...spans.keys()]) close(key);
    for (const draw of lines) draw();
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
    ...{ doc, line, box, rule, styled, words, path, image },
    newPage: () => {
      close();
      writeContents();
      doc.addPage();
      pen.forget();
    },
    artifact: (paint) => {
      close();
      doc.markContent('Artifact', { type: 'Layout' });
      paint();
      pen.flush();
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
    end: () => {
      close();
      writeContents();
    },
  };
}
