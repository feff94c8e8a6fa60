import type { EditorView } from '@tiptap/pm/view';
import type { Selected } from './selected';

const IS_APPLE = typeof navigator !== 'undefined' && /Mac|iP(hone|ad|od)/.test(navigator.platform);

/**
 * Words selected with Ctrl held (Cmd on a Mac, where Ctrl is for the context menu) come to those that are there, as further
 * parts of one claim. `take` gets what was selected before and what is now.
 */
export function watchFurtherWords(
  view: EditorView,
  event: MouseEvent,
  selected: () => Selected,
  take: (before: Selected, now: Selected) => void,
): void {
  if (event.button !== 0 || !(IS_APPLE ? event.metaKey : event.ctrlKey)) return;
  const before = selected();
  const released = () => {
    // The editor reads the selection after this event.
    setTimeout(() => {
      const now = selected();
      if (!view.isDestroyed && now.anchor !== now.head) take(before, now);
    });
  };
  view.dom.ownerDocument.addEventListener('mouseup', released, { once: true });
}
