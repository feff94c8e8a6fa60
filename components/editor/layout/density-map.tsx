import type { PointerEvent, RefObject } from 'react';
import { useSession } from '../session/session-context';
import { densityScale } from './density-strokes';
import { MAP_PAD } from './draw-density';

/** Where in the article the claims are; a press goes there. Decoration to those who cannot see it: the list of claims is the way to them. */
export function DensityMap({ map, stage }: { map: RefObject<SVGSVGElement | null>; stage: RefObject<HTMLElement | null> }) {
  const session = useSession();

  /** Puts the middle of the window where the map was pressed. */
  function go(event: PointerEvent<SVGSVGElement>): void {
    const text = session.surface()?.dom.getBoundingClientRect();
    const window = stage.current;
    if (text === undefined || window === null) return;
    const box = event.currentTarget.getBoundingClientRect();
    const y = (event.clientY - box.top - MAP_PAD) / densityScale(text.height, box.height, MAP_PAD);
    window.scrollBy({ top: text.top + y - window.getBoundingClientRect().top - window.clientHeight / 2, behavior: 'instant' });
  }

  return (
    <svg
      ref={map}
      className="map"
      aria-hidden="true"
      focusable="false"
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        // Neither the focus nor the selection goes with it.
        event.preventDefault();
        event.currentTarget.setPointerCapture(event.pointerId);
        go(event);
      }}
      onPointerMove={(event) => event.currentTarget.hasPointerCapture(event.pointerId) && go(event)}
    >
      <rect x="2" y="3" height="0" rx="3" />
      <g data-bands="" />
      <path data-stroke="on" />
    </svg>
  );
}
