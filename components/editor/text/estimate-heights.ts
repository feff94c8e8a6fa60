import type { Block } from '@/lib/anchoring/blocks';
import { countLines } from '@/lib/anchoring/count-lines';

/** px of white space a block has above its first line (editor.css, ".blocks"). */
const BLOCK_PAD = 11;
/** A headline is larger than the text; there is one, and it is measured as soon as it is seen. */
const TITLE_SCALE = 1.6;

/** How high each block will be in an element, px, from the widths of its letters in the element's font. The element must be in the page. */
export function estimateHeights(element: HTMLElement, text: string, blocks: readonly Block[]): Float64Array {
  const { fontStyle, fontWeight, fontSize, fontFamily, lineHeight } = getComputedStyle(element);
  const line = Number.parseFloat(lineHeight) || 32;
  const width = element.clientWidth || 592;
  // Not the shorthand `font`: it is empty where a variation or a kind of figures is set, and a canvas then measures in its own 10 px.
  const advanceOf = createAdvances(`${fontStyle} ${fontWeight} ${fontSize} ${fontFamily}`);
  return Float64Array.from(blocks, ({ kind, start, end }) => {
    const scale = kind === 'title' ? TITLE_SCALE : 1;
    return countLines(text, start, end, advanceOf, width / scale) * line * (kind === 'title' ? 1.2 : 1) + BLOCK_PAD;
  });
}

/** Letters that join their neighbours are narrower there than alone: they are measured in a row. */
const JOINING = /\p{Script=Arabic}/u;
const ROW = 4;

/** Measures each letter once. Halves of a pair count half of what a wide letter has. */
function createAdvances(font: string): (unit: number) => number {
  const context = document.createElement('canvas').getContext('2d');
  if (context === null) return () => 8;
  context.font = font;
  const known: (number | undefined)[] = [];
  return (unit) => {
    const width = known[unit];
    if (width !== undefined) return width;
    const measured = unit >= 0xd800 && unit < 0xe000 ? context.measureText('字').width / 2 : widthOf(String.fromCharCode(unit));
    known[unit] = measured;
    return measured;
  };

  function widthOf(letter: string): number {
    const times = JOINING.test(letter) ? ROW : 1;
    return (context as CanvasRenderingContext2D).measureText(letter.repeat(times)).width / times;
  }
}
