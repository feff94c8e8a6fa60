/** Lines of text under the card's upper edge, px: it always covers its claim's line, so the leader is one level stroke. */
const ABOVE_LINE = 24;

/**
 * The open card's top: a little above its claim's line, then up only as far as the foot of the window
 * demands, and never above the top of the window as long as the line itself is in view.
 * All in px of one coordinate system.
 */
export function cardTop({ line, height, top, foot }: { line: number; height: number; top: number; foot: number }): number {
  const wanted = line - ABOVE_LINE;
  const raised = Math.min(wanted, foot - height);
  const lowest = line >= top ? Math.max(raised, top) : raised;
  // A claim scrolled out of view takes its card along rather than leaving it behind.
  return Math.max(Math.min(lowest, wanted), line - height + ABOVE_LINE);
}
