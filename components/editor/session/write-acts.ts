import { toast } from '@/components/ui/toast';
import type { Claim } from '@/lib/claims/claim';
import { TRANSITIONS } from '@/lib/claims/transitions';
import { deny } from '@/lib/permissions/permissions';
import { type Move, NO_HISTORY, record, redo as redoStep, type Step, undo as undoStep } from '../history';
import { printKey } from '../keymap';
import type { ShownClaim } from '../outbox/overlay';
import { differingFields, type TagValues, toTagValues } from '../tag-values';
import type { Session } from './session';

/** True when this person may change the claim; else says why not. */
export function mayEdit(session: Session, claim: Claim): boolean {
  const refusal = deny(session.data.actor, 'claim.edit', {
    deskId: claim.deskId,
    createdById: claim.createdBy.id,
    lastEditedById: claim.lastEditedBy.id,
    state: claim.state,
  });
  if (refusal !== null) tell(session, refusal.message);
  return refusal === null;
}

/** In passing, seen and heard. */
export function tell(session: Session, words: string): void {
  session.say(words);
  toast(words);
}

export function createClaim(session: Session, claimId: string, number: number, tag: TagValues): void {
  const { actor, revision } = session.data;
  session.runner.write({ kind: 'create', claimId, revisionId: revision.id, number, tag });
  const claim = session.find(claimId);
  if (claim !== null) note(session, { kind: 'create', claim });
  session.say(`Claim ${number} made by ${actor.name}`);
}

/** Gives a claim a new tag, if it differs. */
export function changeTag(session: Session, claim: Claim, tag: TagValues): void {
  const before = toTagValues(claim);
  if (differingFields(before, tag).length === 0 || !mayEdit(session, claim)) return;
  session.runner.write({ kind: 'edit', claimId: claim.id, version: session.runner.versionFor(claim.id), tag });
  note(session, { kind: 'edit', claimId: claim.id, before, after: tag });
  session.say(`Claim ${claim.number} changed`);
}

export function deleteClaim(session: Session, claim: ShownClaim): void {
  if (!mayEdit(session, claim)) return;
  session.runner.write({ kind: 'delete', claimId: claim.id, version: session.runner.versionFor(claim.id) });
  const { unsent: _unsent, held: _held, ...plain } = claim;
  note(session, { kind: 'delete', claim: plain });
  session.setMode({ kind: 'read' });
  session.say(`Claim ${claim.number} deleted. ${printKey('undo')} brings it back.`);
  toast(`Claim ${claim.number} deleted`, { action: { label: `Undo (${printKey('undo')})`, run: () => undo(session) } });
}

function note(session: Session, step: Step): void {
  session.history = record(session.history, step);
}

export function undo(session: Session): void {
  take(session, undoStep(session.history, session.find), 'Nothing to undo.', 'Undone');
}

export function redo(session: Session): void {
  take(session, redoStep(session.history, session.find), 'Nothing to do again.', 'Done again');
}

function take(session: Session, move: Move | null, none: string, done: string): void {
  if (move === null) {
    tell(session, none);
    return;
  }
  session.history = move.history;
  if (move.refusal !== null) {
    tell(session, move.refusal);
    return;
  }
  if (move.change === null) return;
  const { runner } = session;
  if (move.change.kind === 'restore') {
    const { claim } = move.change;
    runner.write({ kind: 'restore', claimId: claim.id, version: runner.versionFor(claim.id), claim });
    tell(session, `${done}: claim ${claim.number} is back.`);
    return;
  }
  const claim = session.find(move.change.claimId);
  if (claim === null || !mayEdit(session, claim)) return;
  if (move.change.kind === 'delete') {
    runner.write({ kind: 'delete', claimId: claim.id, version: runner.versionFor(claim.id) });
    tell(session, `${done}: claim ${claim.number} is deleted.`);
  } else {
    runner.write({ kind: 'edit', claimId: claim.id, version: runner.versionFor(claim.id), tag: move.change.tag });
    tell(session, `${done}: claim ${claim.number} is as it was.`);
  }
}

const SUBMITTABLE = TRANSITIONS.submit.from;
const SUBMIT_AT_ONCE = 1000;

/**
 * The claims that Submit would send: this person's own that wait on them. A returned claim nobody has touched
 * since still owes the editor an answer and stays behind.
 */
export function submittable(claims: readonly ShownClaim[], userId: string): readonly ShownClaim[] {
  return claims.filter(({ state, createdBy, lastEditedBy, held, reason, updatedAt }) => {
    if (state === 'returned' && reason !== null && updatedAt <= reason.at) return false;
    const mine = createdBy.id === userId || (state === 'reopened' && lastEditedBy.id === userId);
    return mine && held === null && SUBMITTABLE.includes(state);
  });
}

/** Hands this person's claims to the editors, once everything is saved. */
export function submit(session: Session): void {
  const { view, runner, data } = session;
  const claims = submittable(view.get().claims, data.actor.userId);
  if (claims.length === 0) {
    tell(session, 'Nothing to submit: no claim of yours waits, but for returned ones that have not been changed yet.');
    return;
  }
  if (runner.getSnapshot().outbox.entries.length > 0) {
    session.patch({ submitting: true });
    tell(session, 'Submit waits until everything is saved.');
    return;
  }
  session.patch({ submitting: false });
  for (let from = 0; from < claims.length; from += SUBMIT_AT_ONCE) {
    const some = claims.slice(from, from + SUBMIT_AT_ONCE).map(({ id, version }) => ({ id, version }));
    runner.write({ kind: 'submit', articleId: data.article.id, claims: some });
  }
  // What is with the editors is taken back by Withdraw, one claim at a time: undo would change it under their eyes.
  session.history = NO_HISTORY;
  tell(session, `Submitting ${claims.length} ${claims.length === 1 ? 'claim' : 'claims'}.`);
}

export function withdraw(session: Session, claim: Claim): void {
  session.runner.write({ kind: 'withdraw', claimId: claim.id, version: session.runner.versionFor(claim.id) });
  tell(session, `Taking claim ${claim.number} back.`);
}
