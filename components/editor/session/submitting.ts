import type { Session } from './session';

// A Submit that waits for unsaved changes is a promise: it is kept for this tab, as the changes themselves are kept.

function keyOf({ data }: Session): string {
  return `hearsay:submitting:${data.actor.userId}:${data.article.id}`;
}

/** Says on the page, and remembers beyond a reload, whether Submit waits. */
export function keepSubmitting(session: Session, waits: boolean): void {
  if (session.view.get().submitting !== waits) session.patch({ submitting: waits });
  try {
    if (waits) sessionStorage.setItem(keyOf(session), 'waits');
    else sessionStorage.removeItem(keyOf(session));
  } catch {
    // Storage is switched off: it holds until the page is closed.
  }
}

/** Whether a Submit was waiting when this tab was last on the article. */
export function wasSubmitting(session: Session): boolean {
  try {
    return sessionStorage.getItem(keyOf(session)) !== null;
  } catch {
    return false;
  }
}
