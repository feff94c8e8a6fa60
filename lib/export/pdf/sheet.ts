import { atOnce, type Steps } from '@/lib/kernel/pause';
import type { Canvas, Document, Element } from './canvas';
import type { Face } from './fonts';
import { INK, INK_3, RULE } from './palette';
import type { Line, Run, Setter } from './paragraph';

/** A4 in points, with the margins that the HTML report has in print. */
export const PAGE = { width: 595.28, height: 841.89, left: 45.4, right: 45.4, top: 42.5, bottom: 52 } as const;
export const CONTENT_WIDTH = PAGE.width - PAGE.left - PAGE.right;
/** The article's text and what stands beside it. */
export const SIDE = { width: 181, gap: 18 } as const;
export const MAIN_WIDTH = CONTENT_WIDTH - SIDE.width - SIDE.gap;

/** Something as high as it is, drawn with its top at y; the pieces that a column is made of. */
export type Strip = { readonly height: number; readonly draw: (x: number, y: number) => void };
export type Column = { readonly x: number; readonly strips: readonly Strip[] };

/** Where the next thing goes, and what pages are made of. */
export type Sheet = {
  readonly canvas: Canvas;
  readonly doc: Document;
  readonly set: Setter;
  y: number;
  /** An element of the structure tree. Ended elements are written at once, so end what is complete. */
  readonly element: (parent: Element, type: string, options?: Readonly<Record<string, unknown>>) => Element;
  /** Goes to a new page unless so much room is left. */
  readonly ensure: (height: number) => void;
  /** Draws columns side by side from y on, over as many pages as they take. */
  readonly flow: (columns: readonly Column[]) => void;
  /** The same with steps where they are long. */
  readonly flowSteps: (columns: readonly Column[]) => Steps<void>;
  /** Runs as the strips of one paragraph, in an element of its own that ends with it. */
  readonly paragraph: (parent: Element, runs: readonly Run[], look: ParagraphLook) => readonly Strip[];
  /** The same with steps where it is long: for what may be as long as an article, or name every claim. */
  readonly paragraphSteps: (parent: Element, runs: readonly Run[], look: ParagraphLook) => Steps<readonly Strip[]>;
  /** A place that links lead to. */
  readonly place: (name: string) => void;
  readonly bookmark: (title: string, parent?: Bookmark) => Bookmark;
};

export type Bookmark = Document['outline'];

export type ParagraphLook = {
  readonly width: number;
  readonly leading: number;
  readonly type?: string;
  /** “und”: the article's own words, of which nobody said in which language they are. */
  readonly lang?: string;
  readonly before?: number;
  readonly after?: number;
  /** Set in this element, which whoever made it ends, in place of one of its own. */
  readonly element?: Element;
};

/** Strips drawn between two steps. */
const STEP = 60;

export function gap(height: number): Strip {
  return { height, draw: () => {} };
}

export function run(text: string, size: number, face: Face = 'regular', colour: string = INK): Run {
  return { text, size, face, colour };
}

export function createSheet(canvas: Canvas, set: Setter, footer: string, drawTotal: (x: number, y: number) => void): Sheet {
  const { doc } = canvas;
  let page = 0;
  const newPage = () => {
    canvas.newPage();
    page += 1;
    canvas.artifact(() => {
      const y = PAGE.height - 30;
      canvas.rule(PAGE.left, y - 12, CONTENT_WIDTH, RULE, 0.4);
      const look = { face: 'regular', size: 7.5, colour: INK_3 } as const;
      canvas.words(footer, PAGE.left, y, look);
      canvas.words(`${page} / `, PAGE.width - PAGE.right - 24, y, look, 'right');
      drawTotal(PAGE.width - PAGE.right - 24, y);
    });
    sheet.y = PAGE.top;
  };
  const bottom = PAGE.height - PAGE.bottom;
  const sheet: Sheet = {
    canvas,
    doc,
    set,
    y: bottom,
    element: (parent, type, options = {}) => {
      const child = doc.struct(type, options as never);
      parent.add(child);
      return child;
    },
    ensure: (height) => {
      if (page === 0 || sheet.y + height > bottom) newPage();
    },
    flow: (columns) => atOnce(sheet.flowSteps(columns)),
    flowSteps: function* (columns) {
      const at = columns.map(() => 0);
      let drawn = 0;
      for (;;) {
        let lowest = sheet.y;
        for (const [index, { x, strips }] of columns.entries()) {
          let y = sheet.y;
          for (let next = at[index] as number; next < strips.length; next++) {
            const strip = strips[next] as Strip;
            // What is higher than a page is drawn all the same: nothing may be left out.
            if (y + strip.height > bottom && y > PAGE.top) break;
            strip.draw(x, y);
            y += strip.height;
            at[index] = next + 1;
            if (++drawn % STEP === 0) yield;
          }
          lowest = Math.max(lowest, y);
        }
        sheet.y = lowest;
        if (columns.every(({ strips }, index) => at[index] === strips.length)) return;
        newPage();
      }
    },
    paragraph: (parent, runs, look) => atOnce(sheet.paragraphSteps(parent, runs, look)),
    paragraphSteps: function* (parent, runs, look) {
      const { width, leading, type = 'P', lang, before = 0, after = 0 } = look;
      const element = look.element ?? sheet.element(parent, type, lang === undefined ? {} : { lang });
      const lines = yield* set(runs, width);
      const strips = lines.map((line: Line, index) => ({
        height: leading,
        draw: (x: number, y: number) => {
          canvas.line(line, x, y + leading * 0.72, width, element);
          if (index === lines.length - 1 && look.element === undefined) element.end();
        },
      }));
      return [...(before === 0 ? [] : [gap(before)]), ...strips, ...(after === 0 ? [] : [gap(after)])];
    },
    place: (name) => doc.addNamedDestination(name, 'XYZ', 0, Math.max(0, sheet.y - 8), null as never),
    bookmark: (title, parent = doc.outline) => parent.addItem(title),
  };
  return sheet;
}
