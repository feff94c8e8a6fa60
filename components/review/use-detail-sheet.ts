import { useCallback, useEffect, useEffectEvent, useRef, useSyncExternalStore } from 'react';

/** Below this width the details are a page of their own; the same number as the style sheet's `md`. */
const BESIDE = '(min-width: 1040px)';
const HASH = '#claim';

const listeners = new Set<() => void>();
let pushed = false;

/**
 * Whether the details cover the list on a narrow screen. It stands in the address, so that the browser's
 * back leads to the list. `onClosed` is called when the list is back, however it was asked for.
 */
export function useDetailSheet(onClosed: () => void) {
  const open = useSyncExternalStore(
    subscribe,
    () => window.location.hash === HASH,
    () => false,
  );
  const wasOpen = useRef(false);
  const closed = useEffectEvent(onClosed);
  useEffect(() => {
    if (wasOpen.current && !open) closed();
    wasOpen.current = open;
  }, [open]);
  const show = useCallback(() => {
    if (window.matchMedia(BESIDE).matches || window.location.hash === HASH) return;
    window.history.pushState(null, '', HASH);
    pushed = true;
    notify();
  }, []);
  const close = useCallback(() => {
    if (window.location.hash !== HASH) return;
    if (pushed) window.history.back();
    else window.history.replaceState(null, '', window.location.pathname + window.location.search);
    pushed = false;
    notify();
  }, []);
  return { open, show, close };
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('popstate', listener);
  window.addEventListener('hashchange', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('popstate', listener);
    window.removeEventListener('hashchange', listener);
  };
}

function notify(): void {
  for (const listener of listeners) listener();
}
