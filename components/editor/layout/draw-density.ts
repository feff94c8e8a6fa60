import { densityScale, type Stroke, toDensityPaths } from './density-strokes';
import { isLaidOut } from './place-stubs';

const PAD = 10;
const LEFT = 6;
const ROOM = 20;

/** Draws the density map anew: strokes for claims, the window as a wash. */
export function drawDensity(map: SVGSVGElement, text: HTMLElement): void {
  if (map.clientHeight === 0) return;
  const article = text.getBoundingClientRect();
  const strokes: Stroke[] = [];
  for (const mark of text.querySelectorAll<HTMLElement>('mark[data-claim]')) {
    const key = 'on' in mark.dataset ? 'on' : (mark.dataset.c ?? 'none');
    const drop = mark.dataset.lane === '1' ? 2 : -1;
    for (const { left, top, width, height } of linesOf(mark)) {
      if (width > 3) strokes.push({ x: left - article.left, y: top + height / 2 - article.top + drop, width, key });
    }
  }
  const narrow = map.clientWidth < 20;
  const paths = toDensityPaths(strokes, {
    articleWidth: article.width,
    articleHeight: article.height,
    mapHeight: map.clientHeight,
    pad: PAD,
    left: narrow ? 2 : LEFT,
    room: narrow ? map.clientWidth - 4 : ROOM,
  });
  for (const path of map.querySelectorAll<SVGPathElement>('path')) path.setAttribute('d', paths.get(path.dataset.stroke ?? '') ?? '');
}

/** The lines of a mark; far from the window of a long text, where nothing is laid out, its block's first. */
function linesOf(mark: HTMLElement): Iterable<DOMRect> {
  const block = isLaidOut(mark) ? null : mark.closest('p');
  if (block === null) return mark.getClientRects();
  const { left, top, width } = block.getBoundingClientRect();
  return [new DOMRect(left, top, width * 0.6, 20)];
}

/** Moves the wash that shows which part of the article the window shows. */
export function drawWindow(map: SVGSVGElement, text: HTMLElement, stage: HTMLElement): void {
  const article = text.getBoundingClientRect();
  const seen = stage.getBoundingClientRect();
  const scale = densityScale(article.height, map.clientHeight, PAD);
  const top = Math.max(3, (seen.top - article.top) * scale + PAD);
  const foot = Math.min(map.clientHeight - 3, (seen.bottom - article.top) * scale + PAD);
  const wash = map.querySelector('rect');
  wash?.setAttribute('y', String(top));
  wash?.setAttribute('height', String(Math.max(8, foot - top)));
}
