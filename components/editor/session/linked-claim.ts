import { copyText } from '@/components/ui/copy-text';
import { toast } from '@/components/ui/toast';
import { claimAddress, historyAddress } from '@/lib/claims/claim-address';
import { parseClaimReference } from '@/lib/claims/gone/gone-claim';
import { findGone } from '@/lib/claims/gone/requests';
import type { TextRange } from '@/lib/text/offset';
import { NO_FILTER } from '../filter/claim-filter';
import { isNumbered, type ShownClaim } from '../outbox/overlay';
import { claimWords } from '../shown-claim';
import { openClaim } from './open-acts';
import type { Session } from './session';
import { tell } from './write-acts';

/** Where in the window a linked claim is put: so much of the height down that the card, where it is a sheet at the foot, leaves. */
const PLACE = 1 / 3;

/** Opens the claim the address names and brings it into view, or says that it is gone. */
export function openLinkedClaim(session: Session, hash: string): void {
  const named = hash.slice(1);
  const reference = parseClaimReference(named);
  if (reference === null) return;
  const { claims } = session.view.get();
  const claim = claims.find((one) => ('id' in reference ? one.id === reference.id : isNumbered(one) && one.number === reference.number));
  if (claim === undefined) void sayGone(session, named);
  else goToClaim(session, claim.id);
}

/** That the claim is no longer there, and who deleted it, where that is known; or which claim stands for it now. */
async function sayGone(session: Session, named: string): Promise<void> {
  const gone = await findGone(session.data.article.id, named);
  const heir = gone?.standsFor ?? null;
  if (gone !== null && heir !== null) {
    const words = `Claim ${heir.number} stands for claim ${gone.number} since the checkers’ work was adjudicated.`;
    const show = { label: `Show claim ${heir.number}`, run: () => goToClaim(session, heir.id) };
    setTimeout(() => toast(words, { timeout: 15_000, action: show }), 300);
    return;
  }
  const when = gone === null ? '' : new Date(gone.on).toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });
  const who = gone?.by == null ? '' : ` It was deleted by ${gone.by.id === session.data.actor.userId ? 'you' : gone.by.name} on ${when}.`;
  const what = gone === null ? 'The claim this link leads to' : `Claim ${gone.number}`;
  const words = `${what} is no longer in the article.${who}`;
  // The page may still be waking up: what shows toasts has to be there first.
  // From its history it can be brought back.
  const action = gone === null ? undefined : { label: 'Its history', run: () => location.assign(historyAddress(gone.id)) };
  setTimeout(() => toast(words, { timeout: 15_000, action }), 300);
}

/** Opens a claim and brings it where one reads; says so where the margin does not list it. */
export function goToClaim(session: Session, claimId: string): void {
  openClaim(session, claimId, true);
  if (session.listed().every(({ id }) => id !== claimId)) sayHidden(session);
  // Lines may still move until the fonts are there, and the editor only scrolls where it has the focus.
  void document.fonts.ready.then(() => requestAnimationFrame(() => bringIntoView(session, claimId)));
}

function sayHidden(session: Session): void {
  const words = 'This claim is not among those shown now';
  session.say(`${words}.`);
  setTimeout(() => toast(words, { action: { label: 'Show all', run: () => session.setFilter(NO_FILTER) } }), 300);
}

/** Puts the permanent link on the clipboard. */
export async function copyClaimLink(session: Session, claim: ShownClaim): Promise<void> {
  if (!isNumbered(claim)) return tell(session, 'The new claim can be linked to once it is saved.');
  const link = `${location.origin}${claimAddress(session.data.article.id, claim.id)}`;
  const copied = await copyText(link);
  tell(session, copied ? `Link to ${claimWords(claim)} copied.` : `This browser does not let pages copy. The link is ${link}`);
}

function bringIntoView(session: Session, claimId: string): void {
  const span = session.find(claimId)?.spans[0];
  if (span !== undefined) revealRange(session, span);
}

/** Scrolls the text so that the range stands where one reads. What is in the middle of the window already stays there. */
export function revealRange(session: Session, range: TextRange): void {
  const surface = session.surface();
  const stage = surface?.dom.closest('.stage');
  if (!stage) return;
  const line = surface?.rects(range).at(0);
  const window = stage.getBoundingClientRect();
  const room = window.height / 6;
  if (line === undefined || (line.top > window.top + room && line.bottom < footOf(stage, window) - room)) return;
  stage.scrollBy({ top: line.top - window.top - (footOf(stage, window) - window.top) * PLACE });
}

/** Where the text ends to the eye: at the window's foot, or at the sheet that covers it. */
function footOf(stage: Element, window: DOMRect): number {
  const card = stage.querySelector('.open-card');
  const notes = card?.closest('.notes') ?? null;
  const covers = card !== null && notes !== null && getComputedStyle(notes).position === 'fixed';
  return covers ? card.getBoundingClientRect().top : window.bottom;
}
