type ToastOptions = {
  /** One act that belongs to what was just done, such as undo. It has to be possible elsewhere too. */
  action?: { readonly label: string; readonly run: () => void } | undefined;
  /** How long it stays, in milliseconds; longer when it offers an act. */
  timeout?: number | undefined;
};

/** What is to be said, as the toaster takes it. */
export type Said = { readonly text: string; readonly timeout: number } & Pick<ToastOptions, 'action'>;

let show: ((said: Said) => void) | null = null;
let waiting: readonly Said[] = [];
let onFirst: (() => void) | null = null;

/**
 * Says in passing what has just happened. Never the only sign of a failure: a failure stays where it
 * happened (`ErrorNote`).
 */
export function toast(text: string, { action, timeout = action === undefined ? 5000 : 10_000 }: ToastOptions = {}): void {
  const said: Said = { text, timeout, action };
  if (show !== null) {
    show(said);
    return;
  }
  waiting = [...waiting, said];
  onFirst?.();
}

/** The toaster takes over: `take` gets what was said before it was there, and everything from then on. */
export function takeToasts(take: (said: Said) => void): void {
  show = take;
  for (const said of waiting) take(said);
  waiting = [];
}

/** Calls back when something is said and no toaster is there yet. Returns what stops it. */
export function onFirstToast(callback: () => void): () => void {
  onFirst = callback;
  if (waiting.length > 0) callback();
  return () => {
    onFirst = null;
  };
}
