import type { TextRange } from '@/lib/text/offset';
import type { Surface } from '../text/surface';

/** Puts a handle at each edge of each span. All places are read before any is written. */
export function placeHandles(box: HTMLElement, sheet: HTMLElement, surface: Surface, spans: readonly TextRange[]): void {
  const handles = [...box.querySelectorAll<HTMLElement>('[data-edge]')];
  const page = sheet.getBoundingClientRect();
  const places = handles.map(({ dataset }) => {
    const span = spans[Number(dataset.index)];
    if (span === undefined) return null;
    return dataset.edge === 'start' ? surface.caretAt(span.start, 1) : surface.caretAt(span.end, -1);
  });
  handles.forEach((handle, index) => {
    const place = places[index] ?? null;
    handle.hidden = place === null;
    if (place === null) return;
    handle.toggleAttribute('data-rtl', place.rtl);
    handle.dataset.x = String(place.x);
    handle.dataset.y = String((place.top + place.bottom) / 2);
    handle.style.left = `${Math.round(place.x - page.left)}px`;
    handle.style.top = `${Math.round(place.top - page.top)}px`;
    handle.style.height = `${Math.round(place.bottom - place.top)}px`;
  });
}
