import { type RefObject, useEffect, useRef } from 'react';

/** What had the focus goes with the claim that was decided: the pane takes it then, so that Tab goes on from there and not from the top. */
export function useKeptFocus(pane: RefObject<HTMLElement | null>, shown: string | null): void {
  const before = useRef(shown);
  useEffect(() => {
    if (before.current === shown) return;
    before.current = shown;
    if (document.activeElement === document.body) pane.current?.focus({ preventScroll: true });
    pane.current?.scrollTo({ top: 0 });
  }, [pane, shown]);
}
