/** This near to the upper or lower edge of the window a drag scrolls the text, px. */
const NEAR = 48;
/** So much of the way past that line is scrolled at each move of the pointer. */
const SHARE = 0.5;

/** Scrolls the text along while a handle is dragged near the window's edge. */
export function keepInView(stage: HTMLElement, y: number): void {
  const { top, bottom } = stage.getBoundingClientRect();
  const above = top + NEAR - y;
  const below = y - (bottom - NEAR);
  if (above > 0) stage.scrollBy({ top: -above * SHARE });
  else if (below > 0) stage.scrollBy({ top: below * SHARE });
}
