import { type PointerEvent, type RefObject, useState } from 'react';

/** A row under way: where it came from and where it would be put down. */
export type Dragging = { readonly from: number; readonly over: number };

/**
 * Moves rows of a list by their handle, with mouse, pen or finger. Rows are the elements with `data-link`; the first stays
 * where it is. The keyboard has its own way (use-chain-editor.ts).
 */
export function useDragOrder(list: RefObject<HTMLElement | null>, onMove: (from: number, to: number) => void) {
  const [dragging, setDragging] = useState<Dragging | null>(null);

  /** The row under a height of the window; beyond either end the last that can be taken. */
  function rowAt(y: number): number {
    const rows = [...(list.current?.querySelectorAll<HTMLElement>('[data-link]') ?? [])];
    const below = rows.findIndex((row) => y < row.getBoundingClientRect().bottom);
    return Math.max(1, below < 0 ? rows.length - 1 : below);
  }

  /** Where it is let go, not where the last move was drawn: a quick hand is ahead of the drawing. */
  function end(event: PointerEvent<HTMLElement>): void {
    if (dragging === null) return;
    const over = rowAt(event.clientY);
    if (over !== dragging.from) onMove(dragging.from, over);
    setDragging(null);
  }

  const handleOf = (from: number) => ({
    onPointerDown(event: PointerEvent<HTMLElement>) {
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      setDragging({ from, over: from });
    },
    onPointerMove(event: PointerEvent<HTMLElement>) {
      if (dragging !== null) setDragging({ ...dragging, over: rowAt(event.clientY) });
    },
    onPointerUp: end,
    onPointerCancel: () => setDragging(null),
  });

  return { dragging, handleOf };
}
