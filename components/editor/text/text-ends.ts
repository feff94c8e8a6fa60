import { TextSelection, type Transaction } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';

/**
 * Ctrl+Home and Ctrl+End (on a Mac also Cmd with an arrow), with Shift to select up to there. Left to the browser the caret stops
 * short of the end of a long text, at the stretch that is not laid out (text-window.ts). True when the key was one of these.
 */
export function goToTextEnd(view: EditorView, event: KeyboardEvent): boolean {
  const end = endOf(event);
  if (end === null) return false;
  const { doc, selection, tr } = view.state;
  const { head } = end === 'start' ? TextSelection.atStart(doc) : TextSelection.atEnd(doc);
  const transaction: Transaction = tr.setSelection(TextSelection.create(doc, event.shiftKey ? selection.anchor : head, head));
  view.dispatch(transaction.scrollIntoView());
  event.preventDefault();
  return true;
}

function endOf({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): 'start' | 'end' | null {
  if (altKey || !(ctrlKey || metaKey)) return null;
  if (key === 'Home' || (metaKey && key === 'ArrowUp')) return 'start';
  return key === 'End' || (metaKey && key === 'ArrowDown') ? 'end' : null;
}
