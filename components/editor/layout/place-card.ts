import type { TextRange } from '@/lib/text/offset';
import type { Surface } from '../text/surface';
import { cardTop } from './card-top';

export type CardParts = {
  readonly stage: HTMLElement;
  readonly sheet: HTMLElement;
  readonly notes: HTMLElement;
  readonly leader: HTMLElement;
};

const MARGIN = 14;

/** Puts the open card beside the first line of `range` and draws the leader to it. In a narrow window, where the card is a sheet at the foot, it does neither. Only reads; what is returned writes. */
export function placeCard({ stage, sheet, notes, leader }: CardParts, surface: Surface, range: TextRange | null): () => void {
  const card = notes.querySelector<HTMLElement>('.open-card');
  const line = range === null ? undefined : lineOf(surface, range);
  const beside = card !== null && line !== undefined && getComputedStyle(notes).position !== 'fixed';
  if (!beside)
    return () => {
      if (!leader.hidden) leader.hidden = true;
      if (card !== null) card.style.top = '';
    };
  const window = stage.getBoundingClientRect();
  const column = notes.getBoundingClientRect();
  const page = sheet.getBoundingClientRect();
  const middle = line.top + line.height / 2;
  const top = cardTop({ line: middle, height: card.offsetHeight, top: window.top + MARGIN, foot: window.bottom - MARGIN });
  const right = document.dir === 'rtl' ? line.left : line.right;
  return () => {
    leader.hidden = false;
    card.style.top = `${Math.round(top - column.top)}px`;
    leader.style.top = `${Math.round(line.bottom - page.top + 2)}px`;
    leader.style.left = `${Math.round(right - page.left + 1)}px`;
    leader.style.width = `${Math.max(0, Math.round(column.left - right - 1))}px`;
  };
}

/** In a narrow window: scrolls so that the claim's last line stands clear of the sheet at the foot. */
export function clearSheet({ stage, notes }: CardParts, surface: Surface, range: TextRange | null): void {
  const card = notes.querySelector<HTMLElement>('.open-card');
  const last = range === null ? undefined : surface.rects(range).at(-1);
  if (card === null || last === undefined || getComputedStyle(notes).position !== 'fixed') return;
  const foot = card.getBoundingClientRect().top - MARGIN;
  const head = stage.getBoundingClientRect().top + MARGIN;
  if (last.bottom > foot) stage.scrollBy({ top: last.bottom - foot });
  else if (last.top < head) stage.scrollBy({ top: last.top - head });
}

/** Words far from the window are not laid out, and asking for their place would do so: where they are likely to be will do. */
function lineOf(surface: Surface, range: TextRange): DOMRect | undefined {
  const near = surface.near();
  if (near.start <= range.start && range.start < near.end) return firstLine(surface.rects(range));
  const text = surface.dom.getBoundingClientRect();
  return new DOMRect(text.left, text.top + surface.heights.yOf(range.start), text.width / 2, 22);
}

/** The first line as one box: marks and badges cut a line into several. */
function firstLine(rects: readonly DOMRect[]): DOMRect | undefined {
  const [first] = rects;
  if (first === undefined) return undefined;
  const line = rects.filter(({ top, bottom }) => top < first.top + first.height / 2 && bottom > first.top + first.height / 2);
  const left = Math.min(...line.map((rect) => rect.left));
  return new DOMRect(left, first.top, Math.max(...line.map((rect) => rect.right)) - left, first.height);
}
