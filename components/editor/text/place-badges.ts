import { type BadgeWish, placeRow } from './badge-row';

/** A badge's height and how far it reaches into the mark below it, px (editor.css, ".badge .tag"). */
const HEIGHT = 12;
const INTO_MARK = 0;

/** How wide each badge is when it is whole, px: they never change. */
const widths = new WeakMap<Element, number>();

type Found = {
  readonly badge: HTMLElement;
  readonly block: DOMRect;
  readonly line: DOMRect;
  readonly width: number;
  readonly rtl: boolean;
};

/** Where the lines are on which a block's claims begin, by their ids: px from the top of the block to the middle of the words. */
export type BadgeLines = ReadonlyMap<string, number>;

/** From a mark's top to the middle of its words, px. */
const TO_MIDDLE = 12;

/**
 * Puts the badges of these blocks into the gap above their first words, and makes dots of those that would lie over one
 * another. Only reads, and returns each block's lines; `put` does what there is to write, when nobody reads any more.
 */
export function placeBadges(blocks: readonly HTMLElement[]): { readonly lines: readonly BadgeLines[]; readonly put: () => void } {
  const byBlock = blocks.map(readBlock);
  const found = byBlock.flat();
  const rows = new Map<string, Found[]>();
  for (const one of found) {
    const key = `${Math.round(one.block.top)} ${Math.round(one.line.top)} ${one.rtl}`;
    const row = rows.get(key);
    if (row === undefined) rows.set(key, [one]);
    else row.push(one);
  }
  const lines = byBlock.map(
    (some) => new Map(some.map(({ badge, block, line }) => [badge.dataset.badge ?? '', line.top - block.top + TO_MIDDLE])),
  );
  return {
    lines,
    put() {
      for (const row of rows.values()) placeOne(row);
    },
  };
}

function readBlock(block: HTMLElement): readonly Found[] {
  const badges = block.querySelectorAll<HTMLElement>('[data-badge]');
  if (badges.length === 0) return [];
  const firsts = new Map<string | undefined, HTMLElement>();
  for (const mark of block.querySelectorAll<HTMLElement>('mark[data-part="first"], mark[data-part="whole"]')) {
    if (!firsts.has(mark.dataset.claim)) firsts.set(mark.dataset.claim, mark);
  }
  const box = block.getBoundingClientRect();
  const rtl = getComputedStyle(block).direction === 'rtl';
  return [...badges].flatMap((badge) => {
    const line = firsts.get(badge.dataset.badge)?.getClientRects()[0];
    if (line === undefined) return [];
    const width = widths.get(badge) ?? badge.offsetWidth;
    widths.set(badge, width);
    return [{ badge, block: box, line, width, rtl }];
  });
}

function placeOne(row: readonly Found[]): void {
  const wishes = row.map<BadgeWish>(({ badge, block, line, width, rtl }) => ({
    x: rtl ? block.right - line.right : line.left - block.left,
    width,
    keep: 'on' in badge.dataset,
  }));
  placeRow(wishes).forEach(({ x, dot }, at) => {
    const { badge, block, line, rtl } = row[at] as Found;
    // Not by `top` and `left`: the block would be laid out once more.
    badge.style.translate = `${rtl ? -x : x}px ${line.top - block.top - HEIGHT + INTO_MARK}px`;
    if (dot) badge.dataset.dot = '';
    else delete badge.dataset.dot;
  });
}
