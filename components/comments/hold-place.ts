/**
 * Notes where what the reader looks at stands just now: the field they type in, else the first comment in view. What comes back puts
 * it there again, by scrolling what it stands in; so words of others push away only what is not being read.
 */
export function holdPlace(root: HTMLElement | null): (() => void) | null {
  if (root === null) return null;
  const scroller = scrollerOf(root);
  if (scroller === null) return null;
  const edge = scroller.getBoundingClientRect().top;
  const typed = document.activeElement;
  const held =
    typed instanceof HTMLElement && root.contains(typed)
      ? typed
      : [...root.querySelectorAll<HTMLElement>('article')].find((comment) => comment.getBoundingClientRect().top >= edge);
  if (held === undefined) return null;
  const { top } = held.getBoundingClientRect();
  return () => {
    if (!held.isConnected) return;
    const moved = held.getBoundingClientRect().top - top;
    if (moved !== 0) scroller.scrollTop += moved;
  };
}

function scrollerOf(element: HTMLElement): HTMLElement | null {
  for (let at = element.parentElement; at !== null; at = at.parentElement) {
    if (at.scrollHeight > at.clientHeight && /auto|scroll/.test(getComputedStyle(at).overflowY)) return at;
  }
  return null;
}
