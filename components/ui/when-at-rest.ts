/** A page that never rests is asked after this long, ms. */
const REST_MAX = 500;

/** Runs `work` when the page has nothing better to do, or soon. Returns what calls it off. */
export function whenAtRest(work: () => void): () => void {
  // Safari has no idle callback.
  if (typeof requestIdleCallback !== 'function') {
    const timer = setTimeout(work, REST_MAX);
    return () => clearTimeout(timer);
  }
  const idle = requestIdleCallback(work, { timeout: REST_MAX });
  return () => cancelIdleCallback(idle);
}
