import { toast } from '@/components/ui/toast';
import { openClaim } from './open-acts';
import type { Session } from './session';

/** A permanent link to a claim: /articles/<id>#claim-<claimId>. */
const LINK = /^#claim-([0-9a-f-]{36})$/;

/** Where in the window a linked claim is put: so much of the height down that the card, where it is a sheet at the foot, leaves. */
const PLACE = 1 / 3;

/** Opens the claim the address names and brings it into view, or says that it is gone. */
export function openLinkedClaim(session: Session, hash: string): void {
  const claimId = LINK.exec(hash)?.[1];
  if (claimId === undefined) return;
  if (session.find(claimId) === null) {
    // The page may still be waking up: what shows toasts has to be there first.
    setTimeout(() => toast('The claim this link leads to is no longer in the article.', { timeout: 15_000 }), 300);
    return;
  }
  openClaim(session, claimId, true);
  // Lines may still move until the fonts are there, and the editor only scrolls where it has the focus.
  void document.fonts.ready.then(() => requestAnimationFrame(() => bringIntoView(session, claimId)));
}

function bringIntoView(session: Session, claimId: string): void {
  const surface = session.surface();
  const span = session.find(claimId)?.spans[0];
  const stage = surface?.dom.closest('.stage');
  if (span === undefined || !stage) return;
  const line = surface?.rects(span).at(0);
  const window = stage.getBoundingClientRect();
  if (line !== undefined) stage.scrollBy({ top: line.top - window.top - (footOf(stage, window) - window.top) * PLACE });
}

/** Where the text ends to the eye: at the window's foot, or at the sheet that covers it. */
function footOf(stage: Element, window: DOMRect): number {
  const card = stage.querySelector('.open-card');
  const notes = card?.closest('.notes') ?? null;
  const covers = card !== null && notes !== null && getComputedStyle(notes).position === 'fixed';
  return covers ? card.getBoundingClientRect().top : window.bottom;
}
