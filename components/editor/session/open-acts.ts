import { type Claim, toClaimResource } from '@/lib/claims/claim';
import { type TagValues, toTagValues } from '@/lib/claims/tag-values';
import { can } from '@/lib/permissions/permissions';
import type { TextOffset, TextRange } from '@/lib/text/offset';
import type { Direction, Edge } from '@/lib/text/words';
import { withKey } from '../keymap';
import type { ShownClaim } from '../outbox/overlay';
import { chainName, shownName } from '../shown-claim';
import { claimsAt, claimsEndingAt, shiftEdge, stepClaim } from './moves';
import type { Session } from './session';
import { keepUnfinished, openAside, putAside } from './unfinished';
import type { PanelName } from './view';
import { changeClaim, mayEdit, tell } from './write-acts';

/** Opens a claim's card. Moves nothing; `walk` also puts the caret at the claim and brings it into view. */
export function openClaim(session: Session, claimId: string, walk = false): void {
  saveMoved(session);
  const claim = session.find(claimId);
  if (claim === null) return;
  putAside(session);
  const held = session.runner
    .getSnapshot()
    .outbox.entries.find((entry) => entry.trouble?.kind === 'conflict' && 'claimId' in entry.write && entry.write.claimId === claimId);
  session.setMode(held === undefined ? { kind: 'open', claimId, moved: null, panel: null } : { kind: 'conflict', key: held.key });
  session.say(`${shownName(claim)}, ${chainName(claim)}`);
  const start = claim.spans[0]?.start;
  if (walk && start !== undefined) session.surface()?.select({ anchor: start, head: start }, true);
}

/** A claim was pressed, in the text or in the list: opens it, or hands it to whoever is choosing one. */
export function pressClaim(session: Session, claimId: string): void {
  if (session.pickClaim === null) openClaim(session, claimId);
  else {
    session.patch({ chooser: null });
    session.pickClaim(claimId);
  }
}

/** Closes whatever is open, a panel before its card; a moved edge goes back. */
export function close(session: Session): void {
  const { chooser, mode } = session.view.get();
  if (chooser !== null) session.patch({ chooser: null });
  else if (mode.kind === 'open' && mode.panel !== null) closePanel(session);
  else session.setMode({ kind: 'read' });
  session.surface()?.focus();
}

/** Opens a panel of the open claim, or of the one the caret stands in. Where it is open already the keyboard goes to it. */
export function openPanel(session: Session, panel: PanelName): void {
  saveMoved(session);
  const claim = requireClaim(session);
  // What happened to it is for everybody to read.
  if (claim === null || (panel !== 'history' && !mayEdit(session, claim))) return;
  const { mode } = session.view.get();
  const same = mode.kind === 'open' && mode.panel === panel;
  if (same) focusPanel(claim.id);
  else {
    putAside(session);
    if (openAside(session, claim.id, panel)) tell(session, 'Your text from before is back.');
    else session.setMode({ kind: 'open', claimId: claim.id, moved: null, panel });
  }
}

/** Gives the panel of a claim's card the keyboard. */
export function focusPanel(claimId: string): void {
  const card = document.getElementById(`card-${claimId}`);
  const first =
    card?.querySelector<HTMLElement>('[data-first]') ?? card?.querySelector<HTMLElement>('.card-scroll :is(input, select, button)');
  first?.focus();
}

/** Closes the panel and leaves its card open. What was written in it can be had back. */
export function closePanel(session: Session): void {
  putAside(session);
  keepUnfinished(session, null);
  const { mode } = session.view.get();
  if (mode.kind === 'open') session.setMode({ ...mode, panel: null });
}

/** The claim an act is about: the open one, else the only one at the caret, else the only one that ends there. Says so when there is none. */
function requireClaim(session: Session): ShownClaim | null {
  const { mode, claims } = session.view.get();
  if (mode.kind === 'open') return session.find(mode.claimId);
  const { head } = session.selected.get();
  const inside = claimsAt(claims, head);
  const [only, ...others] = inside.length === 0 ? claimsEndingAt(claims, head) : inside;
  if (mode.kind === 'read' && only !== undefined && others.length === 0) return only;
  tell(session, `Open a claim first: go to the next${withKey('nextClaim')}.`);
  return null;
}

/** Closes the open claim because the person went on elsewhere; moved edges are saved. */
export function leaveClaim(session: Session): void {
  saveMoved(session);
  const { mode } = session.view.get();
  if (mode.kind === 'open' && mode.panel === null) session.setMode({ kind: 'read' });
}

/** One claim: opens it. Several under one place: offers each. None: the open one closes. While something is filled in only a choice of claims listens. */
export function chooseClaim(session: Session, claimIds: readonly string[], at: { x: number; y: number }): void {
  const { mode } = session.view.get();
  const filling = mode.kind === 'form' || (mode.kind === 'open' && mode.panel !== null);
  if (filling && session.pickClaim === null) return;
  const [first, ...others] = claimIds;
  if (first === undefined) leaveClaim(session);
  else if (others.length === 0) pressClaim(session, first);
  else session.patch({ chooser: { ids: claimIds, ...at } });
}

/** The claims at the caret, offered beside it. False when there are none. */
export function chooseAtCaret(session: Session, caret: TextOffset): boolean {
  const ids = claimsAt(session.view.get().claims, caret).map(({ id }) => id);
  if (ids.length === 0) return false;
  const box = session.surface()?.dom.ownerDocument.getSelection()?.getRangeAt(0).getBoundingClientRect();
  chooseClaim(session, ids, { x: box?.left ?? 0, y: box?.bottom ?? 0 });
  return true;
}

export function walkClaims(session: Session, direction: Direction): void {
  const { mode } = session.view.get();
  const claim = stepClaim(session.listed(), mode.kind === 'open' ? mode.claimId : null, session.selected.get().head, direction);
  if (claim === null) tell(session, direction === 'next' ? 'No claim after this one.' : 'No claim before this one.');
  else openClaim(session, claim.id, true);
}

/** Moves an edge of the open claim, to be looked at before it is saved. */
export function moveOpenEdge(session: Session, edge: Edge, direction: Direction): void {
  const { mode } = session.view.get();
  if (mode.kind !== 'open' || mode.panel !== null) return;
  const claim = session.find(mode.claimId);
  if (claim === null || !mayEdit(session, claim)) return;
  const moved = shiftEdge(session.data.revision.text, mode.moved ?? claim.spans, edge, direction);
  if (moved !== null) previewSpans(session, claim, moved);
}

/** Gives the open claim the words that are selected now, to be looked at before it is saved. */
export function previewSpans(session: Session, claim: Claim, spans: readonly TextRange[]): void {
  session.setMode({ kind: 'open', claimId: claim.id, moved: spans, panel: null });
  session.say(spans.map(({ start, end }) => session.data.revision.text.slice(start, end)).join(' … '));
}

/** Saves edges that were moved. Leaving a claim does so too: what was moved is never lost by going on. */
export function saveMoved(session: Session): void {
  const { mode } = session.view.get();
  if (mode.kind !== 'open' || mode.moved === null) return;
  const claim = session.find(mode.claimId);
  session.setMode({ ...mode, moved: null });
  if (claim === null) return;
  const tag: TagValues = { ...toTagValues(claim), spans: mode.moved.map(({ start, end }) => ({ start, end })) };
  changeClaim(session, claim, { tag });
}

export function putEdgesBack(session: Session): void {
  const { mode } = session.view.get();
  if (mode.kind === 'open') session.setMode({ ...mode, moved: null });
}

export function canWithdraw(session: Session, claim: Claim): boolean {
  return claim.state === 'submitted' && can(session.data.actor, 'claim.withdraw', toClaimResource(claim, session.data.checking));
}
