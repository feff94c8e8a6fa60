import type { EditorView } from '@tiptap/pm/view';
import { DOT } from './badge-row';
import type { Selected } from './selected';

export type SurfaceEvents = {
  readonly onSelect: (selected: Selected) => void;
  /** True when the key was taken. */
  readonly onKey: (event: KeyboardEvent) => boolean;
  /** A press on the text: the claims there, innermost first; none on plain words. */
  readonly onMarks: (claimIds: readonly string[], event: MouseEvent) => void;
  readonly onBadge: (claimId: string) => void;
  /** Words were selected with Ctrl held: what was selected before, and what is now. */
  readonly onFurtherWords: (before: Selected, now: Selected) => void;
};

/** A press on a badge opens its claim and leaves caret and focus where they were. */
export function keepCaret(_view: EditorView, event: MouseEvent): boolean {
  if (badgeOf(event) === null) return false;
  event.preventDefault();
  return true;
}

export function press(view: EditorView, event: MouseEvent, events: SurfaceEvents): boolean {
  const badge = badgeOf(event);
  if (badge !== null) {
    const near = event instanceof PointerEvent && event.pointerType === 'touch' ? dotsAround(badge) : [];
    if (near.length > 1) events.onMarks(near, event);
    else events.onBadge(badge.dataset.badge ?? '');
    return true;
  }
  if (!view.state.selection.empty || !(event.target instanceof Element)) return false;
  const ids: string[] = [];
  for (let mark = event.target.closest('mark[data-claim]'); mark !== null; mark = mark.parentElement?.closest('mark[data-claim]') ?? null) {
    ids.push(mark.getAttribute('data-claim') ?? '');
  }
  events.onMarks(ids, event);
  return false;
}

function badgeOf(event: MouseEvent): HTMLElement | null {
  return event.target instanceof Element ? event.target.closest<HTMLElement>('[data-badge]') : null;
}

/** Dots stand closer than a finger is wide: the claims of all that it may have meant. A pointer opens one out before it is pressed. */
function dotsAround(badge: HTMLElement): readonly string[] {
  if (!('dot' in badge.dataset)) return [];
  const here = badge.getBoundingClientRect();
  const badges = badge.closest('h1, p')?.querySelectorAll<HTMLElement>('[data-badge]') ?? [];
  return [...badges].flatMap((other) => {
    const box = other.getBoundingClientRect();
    const near = Math.abs(box.top - here.top) < DOT && box.left < here.right + DOT && here.left < box.right + DOT;
    return near ? [other.dataset.badge ?? ''] : [];
  });
}
