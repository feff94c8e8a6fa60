import type { Element } from './canvas';
import { INK_3 } from './palette';
import type { Run } from './paragraph';
import { run, type Sheet, type Strip } from './sheet';

type FactLook = { readonly term: number; readonly width: number; readonly size: number; readonly leading: number };

/**
 * A term and beside it what is so, read as one: “Outlet not stated in the text”. `look` has the width of the column of terms and of both,
 * in points. A term of several lines keeps them together, with the words beside them, and is read before these.
 */
export function factStrips(sheet: Sheet, parent: Element, term: string, words: readonly Run[], look: FactLook): readonly Strip[] {
  const { size, leading } = look;
  const element = sheet.element(parent, 'P');
  const head = sheet.paragraph(parent, [run(`${term}\u00a0`, size, 'regular', INK_3)], { width: look.term, leading, element });
  const body = sheet.paragraph(parent, words, { width: look.width - look.term, leading, element });
  const [beside, below] = [body.slice(0, head.length), body.slice(head.length)];
  const first: Strip = {
    height: head.length * leading,
    draw: (x, y) => {
      for (const [at, strip] of head.entries()) strip.draw(x, y + at * leading);
      for (const [at, strip] of beside.entries()) strip.draw(x + look.term, y + at * leading);
      if (below.length === 0) element.end();
    },
  };
  const rest = below.map((strip, at) => ({
    height: strip.height,
    draw: (x: number, y: number) => {
      strip.draw(x + look.term, y);
      if (at === below.length - 1) element.end();
    },
  }));
  return [first, ...rest];
}
