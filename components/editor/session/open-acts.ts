import type { Claim } from '@/lib/claims/claim';
import { can } from '@/lib/permissions/permissions';
import type { TextOffset, TextRange } from '@/lib/text/offset';
import type { Direction, Edge } from '@/lib/text/words';
import { claimName, whoSays } from '../claim-words';
import { type TagValues, toTagValues } from '../tag-values';
import { claimsAt, shiftEdge, stepClaim } from './moves';
import type { Session } from './session';
import { changeTag, mayEdit } from './write-acts';

/** Opens a claim's card. Moves nothing; `walk` also puts the caret at the claim and brings it into view. */
export function openClaim(session: Session, claimId: string, walk = false): void {
  saveMoved(session);
  const claim = session.find(claimId);
  if (claim === null) return;
  const held = session.runner
    .getSnapshot()
    .outbox.entries.find((entry) => entry.trouble?.kind === 'conflict' && 'claimId' in entry.write && entry.write.claimId === claimId);
  session.setMode(held === undefined ? { kind: 'open', claimId, moved: null } : { kind: 'conflict', key: held.key });
  session.say(`${claimName(claim)}, ${whoSays(claim)}`);
  const start = claim.spans[0]?.start;
  if (walk && start !== undefined) session.surface()?.select({ anchor: start, head: start }, true);
}

/** Closes whatever card is open; a moved edge goes back. */
export function close(session: Session): void {
  if (session.view.get().chooser !== null) session.patch({ chooser: null });
  else session.setMode({ kind: 'read' });
  session.surface()?.focus();
}

/** Closes the open claim because the person went on elsewhere; moved edges are saved. */
export function leaveClaim(session: Session): void {
  saveMoved(session);
  if (session.view.get().mode.kind === 'open') session.setMode({ kind: 'read' });
}

/** One claim: opens it. Several under one place: offers each. None: the open one closes. */
export function chooseClaim(session: Session, claimIds: readonly string[], at: { x: number; y: number }): void {
  const [first, ...others] = claimIds;
  if (first === undefined) leaveClaim(session);
  else if (others.length === 0) openClaim(session, first);
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
  const { mode, claims } = session.view.get();
  const claim = stepClaim(claims, mode.kind === 'open' ? mode.claimId : null, session.selected.get().head, direction);
  if (claim === null) session.say(direction === 'next' ? 'No claim after this one.' : 'No claim before this one.');
  else openClaim(session, claim.id, true);
}

/** Moves an edge of the open claim, to be looked at before it is saved. */
export function moveOpenEdge(session: Session, edge: Edge, direction: Direction): void {
  const { mode } = session.view.get();
  if (mode.kind !== 'open') return;
  const claim = session.find(mode.claimId);
  if (claim === null || !mayEdit(session, claim)) return;
  const moved = shiftEdge(session.data.revision.text, mode.moved ?? claim.spans, edge, direction);
  if (moved !== null) previewSpans(session, claim, moved);
}

/** Gives the open claim the words that are selected now, to be looked at before it is saved. */
export function previewSpans(session: Session, claim: Claim, spans: readonly TextRange[]): void {
  session.setMode({ kind: 'open', claimId: claim.id, moved: spans });
  session.say(spans.map(({ start, end }) => session.data.revision.text.slice(start, end)).join(' … '));
}

/** Saves edges that were moved. Leaving a claim does so too: what was moved is never lost by going on. */
export function saveMoved(session: Session): void {
  const { mode } = session.view.get();
  if (mode.kind !== 'open' || mode.moved === null) return;
  const claim = session.find(mode.claimId);
  session.setMode({ kind: 'open', claimId: mode.claimId, moved: null });
  if (claim === null) return;
  const tag: TagValues = { ...toTagValues(claim), spans: mode.moved.map(({ start, end }) => ({ start, end })) };
  changeTag(session, claim, tag);
}

export function putEdgesBack(session: Session): void {
  const { mode } = session.view.get();
  if (mode.kind === 'open') session.setMode({ kind: 'open', claimId: mode.claimId, moved: null });
}

export function canWithdraw(session: Session, claim: Claim): boolean {
  return claim.state === 'submitted' && can(session.data.actor, 'claim.withdraw', resourceOf(claim));
}

export function resourceOf(claim: Claim) {
  return { deskId: claim.deskId, createdById: claim.createdBy.id, lastEditedById: claim.lastEditedBy.id, state: claim.state };
}
