import { type PointerEvent, type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import type { Edge } from '@/lib/text/words';
import { useSession, useView } from '../session/session-context';
import { placeEdge, sayWords, spansInHand } from '../session/span-acts';
import { keepInView } from './keep-in-view';
import { placeHandles } from './place-handles';

const EDGES = ['start', 'end'] as const;

/** Where the pointer took a handle, from the middle of the line it stands at, px: the text under it stays the text under it. */
type Grip = { readonly x: number; readonly y: number };

/**
 * Handles at both edges of each part of the words in hand, for mouse, pen and finger. An edge snaps to words; with Alt to
 * characters. What comes of it is shown before it is saved. Hidden from assistive technology: keys and the card's buttons
 * move edges too.
 */
export function EdgeHandles({ stage, sheet }: { stage: RefObject<HTMLElement | null>; sheet: RefObject<HTMLDivElement | null> }) {
  const session = useSession();
  const { mode } = useView();
  const box = useRef<HTMLDivElement>(null);
  const grip = useRef<Grip>({ x: 0, y: 0 });
  const spans = mode.kind === 'open' || mode.kind === 'form' ? (spansInHand(session) ?? []) : [];
  const count = spans.length;

  const place = useRef(() => {});
  place.current = () => {
    const surface = session.surface();
    if (surface !== null && sheet.current !== null && box.current !== null) placeHandles(box.current, sheet.current, surface, spans);
  };
  useLayoutEffect(() => place.current());
  useEffect(() => {
    if (count === 0) return;
    let frame = 0;
    const soon = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => place.current());
    };
    const sizes = new ResizeObserver(soon);
    if (sheet.current !== null) sizes.observe(sheet.current);
    // A long text is laid out as it comes into view, and its lines move then.
    const scrolled = stage.current;
    scrolled?.addEventListener('scroll', soon, { passive: true });
    return () => {
      cancelAnimationFrame(frame);
      sizes.disconnect();
      scrolled?.removeEventListener('scroll', soon);
    };
  }, [count, stage, sheet]);

  function take(event: PointerEvent<HTMLElement>): void {
    if (event.button !== 0) return;
    event.preventDefault();
    const { dataset } = event.currentTarget;
    event.currentTarget.setPointerCapture(event.pointerId);
    grip.current = { x: Number(dataset.x) - event.clientX, y: Number(dataset.y) - event.clientY };
  }

  function drag(event: PointerEvent<HTMLElement>, index: number, edge: Edge): void {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    // What is under the pointer is to be the text, not a handle.
    box.current?.setAttribute('data-aside', '');
    const offset = session.surface()?.offsetAt(event.clientX + grip.current.x, event.clientY + grip.current.y) ?? null;
    box.current?.removeAttribute('data-aside');
    if (stage.current !== null) keepInView(stage.current, event.clientY);
    if (offset !== null) placeEdge(session, { index, edge }, offset, !event.altKey);
  }

  function letGo(event: PointerEvent<HTMLElement>): void {
    event.currentTarget.releasePointerCapture(event.pointerId);
    sayWords(session);
  }

  return (
    <div ref={box} className="edge-handles" aria-hidden="true">
      {spans.flatMap((_, index) =>
        EDGES.map((edge) => (
          <span
            // biome-ignore lint/suspicious/noArrayIndexKey: a handle belongs to the place of its part, which a drag does not change
            key={`${index} ${edge}`}
            className="edge-handle"
            data-index={index}
            data-edge={edge}
            onPointerDown={take}
            onPointerMove={(event) => drag(event, index, edge)}
            onPointerUp={letGo}
            onPointerCancel={letGo}
          />
        )),
      )}
    </div>
  );
}
