import { whenAtRest } from '@/components/ui/when-at-rest';
import type { Block } from '@/lib/anchoring/blocks';
import { SOURCE_CLASSES, toSourceClass } from '@/lib/attribution/source-type';
import type { TextRange } from '@/lib/text/offset';
import type { Session } from '../session/session';
import { densityScale, type Frame, type Stroke, toPath, toStrokes } from './density-strokes';

export const MAP_PAD = 10;
const LEFT = 6;
const ROOM = 20;
/** px of the map that are drawn as one: a change costs the claims of the bands it falls on. */
const BAND = 40;
/** What a turn of drawing may take, ms. */
const TURN = 4;

export type DensityDrawing = {
  /** Everything is to be drawn anew: sizes changed. */
  readonly all: () => void;
  /** Claims came or went there. */
  readonly some: (where: readonly TextRange[]) => void;
  readonly open: (spans: readonly TextRange[]) => void;
  readonly stop: () => void;
};

/**
 * The strokes of the density map, drawn from the claims and the heights of blocks alone: what is on screen is never asked.
 * Band by band while the page rests: nobody waits for the map.
 */
export function createDensityDrawing(map: SVGSVGElement, session: Session, blocks: readonly Block[]): DensityDrawing {
  const bands = map.querySelector('[data-bands]');
  const drawn = new Map<number, SVGGElement>();
  const stale = new Set<number>();
  let callOff: (() => void) | null = null;
  /** The map's own size, px. Taken when all is drawn, which every change of it leads to: asking has the page laid out. */
  let size: { readonly height: number; readonly width: number } | null = null;

  function frame(): (Frame & { readonly height: number }) | null {
    const surface = session.surface();
    size ??= { height: map.clientHeight, width: map.clientWidth };
    const { height, width } = size;
    if (surface === null || height === 0) return null;
    const narrow = width < 20;
    const scale = densityScale(surface.heights.total(), height, MAP_PAD);
    return { height, scale, pad: MAP_PAD, left: narrow ? 2 : LEFT, room: narrow ? width - 4 : ROOM };
  }

  function strokesOf(spans: readonly TextRange[], within: TextRange): readonly Stroke[] {
    const heights = session.surface()?.heights;
    if (heights === undefined) return [];
    const strokes: Stroke[] = [];
    for (const span of spans) {
      const end = Math.min(span.end, within.end);
      for (let at = heights.blockOf(Math.max(span.start, within.start)); at < blocks.length; at += 1) {
        const block = blocks[at] as Block;
        if (block.start >= end) break;
        strokes.push(...toStrokes(span, block, at, heights));
      }
    }
    return strokes;
  }

  function drawBand(band: number, place: Frame): void {
    const heights = session.surface()?.heights;
    if (heights === undefined || bands === null) return;
    const toArticle = (y: number) => (y - place.pad) / place.scale;
    const [top, foot] = [toArticle(band * BAND - 0.5), toArticle((band + 1) * BAND - 0.5)];
    const within = heights.between(Math.max(0, top), Math.max(0, foot));
    const byClass = new Map<string, Stroke[]>(SOURCE_CLASSES.map((sourceClass) => [sourceClass, []]));
    for (const claim of session.touching(within.start, within.end)) {
      const strokes = byClass.get(toSourceClass(claim.sourceType));
      for (const stroke of strokesOf(claim.spans, within)) if (stroke.y >= top && stroke.y < foot) strokes?.push(stroke);
    }
    const group = drawn.get(band) ?? addBand(band, bands);
    for (const path of group.children) path.setAttribute('d', toPath(byClass.get(path.getAttribute('data-c') ?? '') ?? [], place));
  }

  function addBand(band: number, into: Element): SVGGElement {
    const group = document.createElementNS(SVG, 'g');
    for (const sourceClass of SOURCE_CLASSES) {
      const path = document.createElementNS(SVG, 'path');
      path.setAttribute('data-c', sourceClass);
      group.append(path);
    }
    into.append(group);
    drawn.set(band, group);
    return group;
  }

  /** At least one a turn; a turn that has time draws more. */
  function drawStale(until: number): void {
    callOff = null;
    const place = frame();
    if (place === null) return;
    for (const band of stale) {
      stale.delete(band);
      drawBand(band, place);
      if (performance.now() > until) break;
    }
    if (stale.size > 0) drawSoon();
  }

  function drawSoon(): void {
    callOff ??= whenAtRest(() => drawStale(performance.now() + TURN));
  }

  return {
    stop: () => callOff?.(),
    all() {
      size = null;
      const place = frame();
      if (place === null) return;
      const count = Math.ceil(place.height / BAND);
      for (const [band, group] of drawn) {
        if (band < count) continue;
        group.remove();
        drawn.delete(band);
      }
      for (let band = 0; band < count; band += 1) stale.add(band);
      drawSoon();
    },
    some(where) {
      const place = frame();
      const heights = session.surface()?.heights;
      if (place === null || heights === undefined) return;
      for (const { start, end } of where) {
        const [first, last] = [heights.topOf(heights.blockOf(start)), heights.topOf(heights.blockOf(end) + 1)];
        const bandOf = (y: number) => Math.floor((place.pad + y * place.scale + 0.5) / BAND);
        for (let band = bandOf(first); band <= bandOf(last); band += 1) stale.add(band);
      }
      drawSoon();
    },
    open(spans) {
      const place = spans.length === 0 ? null : frame();
      const path = map.querySelector('[data-stroke="on"]');
      const all = { start: 0, end: Number.POSITIVE_INFINITY } as TextRange;
      const next = place === null ? '' : toPath(strokesOf(spans, all), place);
      if ((path?.getAttribute('d') ?? '') !== next) path?.setAttribute('d', next);
    },
  };
}

const SVG = 'http://www.w3.org/2000/svg';

/** Moves the wash that shows which part of the article the window shows. Only reads; what is returned writes. */
export function drawWindow(map: SVGSVGElement, text: HTMLElement, stage: HTMLElement): () => void {
  const article = text.getBoundingClientRect();
  const seen = stage.getBoundingClientRect();
  const scale = densityScale(article.height, map.clientHeight, MAP_PAD);
  const top = Math.max(3, (seen.top - article.top) * scale + MAP_PAD);
  const foot = Math.min(map.clientHeight - 3, (seen.bottom - article.top) * scale + MAP_PAD);
  const wash = map.querySelector('rect');
  const height = String(Math.max(8, foot - top));
  return () => {
    if (wash?.getAttribute('y') !== String(top)) wash?.setAttribute('y', String(top));
    if (wash?.getAttribute('height') !== height) wash?.setAttribute('height', height);
  };
}
