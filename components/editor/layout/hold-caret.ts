import type { Session } from '../session/session';

/** What was brought into view is held there until then: blocks above it may turn out higher than they were thought to be. */
export type Held = { readonly putBack: () => void; readonly until: number };

/**
 * Holds the block the caret went to where it stands in the window now. Nothing is put back once somebody has scrolled since.
 * `until`: by performance.now(). Null without a text.
 */
export function holdCaret(session: Session, stage: HTMLElement, until: number): Held | null {
  const surface = session.surface();
  if (surface === null) return null;
  const { head } = session.selected.get();
  const top = () => surface.dom.getBoundingClientRect().top + surface.topOf(head);
  const at = top();
  let scrolled = stage.scrollTop;
  return {
    until,
    putBack() {
      if (stage.scrollTop !== scrolled) return;
      stage.scrollBy({ top: top() - at, behavior: 'instant' });
      scrolled = stage.scrollTop;
    },
  };
}
