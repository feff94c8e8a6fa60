/** A badge that wants to stand at `x`, px from the side where lines begin. `keep`: it stays whole whatever is near it. */
export type BadgeWish = { readonly x: number; readonly width: number; readonly keep: boolean };
export type BadgePlace = { readonly x: number; readonly dot: boolean };

/** Between two badges, and the size of a dot, px. */
const GAP = 2;
export const DOT = 8;

/**
 * Places the badges of one line. One that would lie over the badge before it becomes a dot, and dots stand in a row after
 * what is in their way; what lies over a badge that has to stay whole gives way to it too. The first is moved least.
 *
 *     wants     [A 1][  B 2 ]          wants    [A 1]
 *                   ^ from here                 [B 2]  from the same word
 *     places    [A 1] ●                places   [A 1] ●
 *
 * `wishes` in the order in which their claims begin. Linear, but for those that stay whole: each looks at all.
 */
export function placeRow(wishes: readonly BadgeWish[]): readonly BadgePlace[] {
  const kept = wishes.filter(({ keep }) => keep);
  const inTheWay = (wish: BadgeWish) =>
    !wish.keep && kept.some((other) => wish.x < other.x + other.width + GAP && other.x < wish.x + wish.width + GAP);
  let end = Number.NEGATIVE_INFINITY;
  return wishes.map((wish) => {
    const blocked = wish.x < end + GAP;
    const dot = !wish.keep && (blocked || inTheWay(wish));
    const x = blocked ? end + GAP : wish.x;
    end = x + (dot ? DOT : wish.width);
    return { x, dot };
  });
}
