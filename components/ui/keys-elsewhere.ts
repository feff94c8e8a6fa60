const FIELDS = 'input, textarea, select, [contenteditable]:not([contenteditable="false"]), [role="combobox"]';
const OVERLAYS = '[role="dialog"], [role="alertdialog"], [role="menu"]';

/**
 * Whether a press of a key is for an overlay that waits for an answer. One that is closing was answered, though it keeps the focus
 * until it has faded: the next key is the page's, but for the Escape that closed it.
 */
export function isForOverlay({ target, key }: KeyboardEvent): boolean {
  const overlay = target instanceof Element ? target.closest(OVERLAYS) : null;
  return overlay !== null && (key === 'Escape' || !overlay.hasAttribute('data-closed'));
}

/** Whether a press of a key is for what is being written, chosen or answered, and not for a command of the page. */
export function isForElsewhere(event: KeyboardEvent): boolean {
  return isForOverlay(event) || (event.target instanceof Element && event.target.closest(FIELDS) !== null);
}
