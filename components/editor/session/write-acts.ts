import { toast } from '@/components/ui/toast';
import { isPlain } from '@/lib/attribution/chain';
import { type Claim, toClaimResource } from '@/lib/claims/claim';
import { type DetailValues, differingParts, pickParts, withDetails } from '@/lib/claims/detail-values';
import { DETAIL_FIELDS } from '@/lib/claims/details/details';
import { toSeen } from '@/lib/claims/merge-values';
import { differingFields, type TagValues, toTagValues } from '@/lib/claims/tag-values';
import type { Restored } from '@/lib/claims/versions/restored';
import { deny } from '@/lib/permissions/permissions';
import { type Change, type EditStep, type Move, record, redo as redoStep, type Step, type StepValues, undo as undoStep } from '../history';
import { printKey } from '../keymap';
import type { ShownClaim } from '../outbox/overlay';
import { claimWords, claimWordsFirst, shownName } from '../shown-claim';
import { setHistory, versionOfGone } from './kept-history';
import { mergedWords } from './merge-words';
import { rebase } from './rebase';
import { type Session, toLastChoice } from './session';
import { isSubmittable } from './submittable';
import { keepSubmitting } from './submitting';
import { putAside } from './unfinished';

/** True when this person may change the claim; else says why not. */
export function mayEdit(session: Session, claim: Claim): boolean {
  const refusal = deny(session.data.actor, 'claim.edit', toClaimResource(claim, session.data.checking));
  if (refusal !== null) tell(session, refusal.message);
  return refusal === null;
}

/** In passing, seen and heard. */
export function tell(session: Session, words: string): void {
  session.say(words);
  toast(words);
}

/** Makes a claim. `details` beyond its tag; none for an ordinary one. */
export function createClaim(session: Session, claimId: string, tag: TagValues, details: DetailValues = {}): void {
  const claim = writeNew(session, { claimId, tag, details });
  if (claim === null) return;
  note(session, { kind: 'create', claim: toPlain(claim) });
  session.patch({ last: toLastChoice(claim) });
  session.say(`Claim made: ${shownName(claim)}.`);
}

export type NewClaim = { readonly claimId: string; readonly tag: TagValues; readonly details: DetailValues };

/** Makes several claims as one act, to be taken back as one. The number made. */
export function createClaims(session: Session, claims: readonly NewClaim[]): number {
  const made = claims.flatMap((claim) => writeNew(session, claim) ?? []);
  const last = made.at(-1);
  if (last === undefined) return 0;
  note(session, { kind: 'group', steps: made.map((claim) => ({ kind: 'create', claim: toPlain(claim) })) });
  session.patch({ last: toLastChoice(last) });
  return made.length;
}

function writeNew(session: Session, { claimId, tag, details }: NewClaim): ShownClaim | null {
  const { revision } = session.data;
  const number = session.nextNumber();
  session.runner.write({ kind: 'create', claimId, revisionId: revision.id, number, tag, ...given(details) });
  return session.find(claimId);
}

export type ClaimChange = { readonly tag?: TagValues; readonly details?: DetailValues };

/**
 * Gives a claim another tag, other parts, or both, where they differ. `base` is the claim as the person saw it when they
 * began: what changed since and is not theirs stays, what clashes comes back from the server as two versions.
 */
export function changeClaim(session: Session, claim: ShownClaim, change: ClaimChange, base: Claim = claim): void {
  const step = writeChange(session, claim, change, base);
  if (step === null) return;
  note(session, step);
  remember(session, claim.id, step);
  session.say(`${claimWordsFirst(claim)} changed.`);
}

/** One act on several claims, to be taken back as one. The number of claims that changed. */
export function changeClaims(session: Session, changes: readonly (ClaimChange & { readonly claim: ShownClaim })[]): number {
  const steps = changes.flatMap(({ claim, ...change }) => writeChange(session, claim, change, claim) ?? []);
  const [only, ...others] = steps;
  if (only !== undefined) note(session, others.length === 0 ? only : { kind: 'group', steps });
  return steps.length;
}

function writeChange(session: Session, claim: ShownClaim, change: ClaimChange, base: Claim): EditStep | null {
  const { tag: mine = toTagValues(base), details = {} } = change;
  const { values, merged } = rebase(base, claim, { tag: mine, details });
  const step = toEditStep(claim, values);
  if (step === null || !mayEdit(session, claim)) return null;
  const newer = base.version > 0 && base.version < claim.version;
  // Made on the version that was seen, the write is refused, and both versions are shown.
  const seen = merged.clashes.length > 0 && newer;
  if (newer && !seen && merged.theirs.length > 0) tell(session, mergedWords(claim, merged.theirs, session.data.actor.userId));
  const version = seen ? base.version : session.runner.versionFor(claim.id);
  const seenFrom = toSeen(seen ? base : claim, values.details);
  session.runner.write({ kind: 'edit', claimId: claim.id, version, tag: values.tag, ...given(values.details), base: seenFrom });
  return { ...step, state: session.find(claim.id)?.state };
}

/** The step from a claim to these values; null when they are what it has. A chain that follows its tag belongs to it too. */
function toEditStep(claim: Claim, { tag, details }: StepValues): EditStep | null {
  const before = toTagValues(claim);
  const after = withDetails(claim, details, tag);
  const changed = differingParts(claim, { ...details, ...(isPlain(after.chain) && isPlain(claim.chain) ? {} : { chain: after.chain }) });
  if (changed.length === 0 && differingFields(before, tag).length === 0) return null;
  return {
    kind: 'edit',
    claimId: claim.id,
    before: { tag: before, details: pickParts(claim, changed) },
    after: { tag, details: pickParts(after, changed) },
  };
}

function given(details: DetailValues): { readonly details?: DetailValues } {
  return Object.keys(details).length === 0 ? {} : { details };
}

/** What was said of this claim is what repeating gives the next; a flag or a finding says nothing of who says so. */
function remember(session: Session, claimId: string, { before, after }: EditStep): void {
  const said = differingFields(before.tag, after.tag).some((field) => field !== 'spans' && field !== 'note');
  const claim = session.find(claimId);
  if (claim !== null && (said || after.details.chain !== undefined)) session.patch({ last: toLastChoice(claim) });
}

/**
 * An earlier version is about to come back, straight from the server. What to do with it: it is shown at once, and taken back like
 * any other change. Null where the claim has changes that are not saved yet, which it would run into.
 */
export function beginRestoring(session: Session, claim: ShownClaim): ((restored: Restored) => void) | null {
  if (session.runner.versionFor(claim.id) === null) {
    tell(session, 'Restoring waits until everything is saved: try again then.');
    return null;
  }
  return ({ claim: restored, leftOut }) => {
    const step = toEditStep(claim, { tag: toTagValues(restored), details: pickParts(restored, DETAIL_FIELDS) });
    session.runner.arrive([restored], []);
    // The page may have heard of it before this answer, as of a change that is not from here.
    const { elsewhere } = session.view.get();
    if (elsewhere?.claimId === restored.id && elsewhere.version === restored.version) session.patch({ elsewhere: null });
    if (step !== null) note(session, { ...step, state: restored.state });
    const key = printKey('undo');
    tell(session, [`${claimWordsFirst(claim)} is as it was then. ${key ?? 'Undo'} takes that back.`, ...leftOut].join(' '));
  };
}

export function deleteClaim(session: Session, claim: ShownClaim): void {
  if (!mayEdit(session, claim)) return;
  putAside(session);
  session.runner.write({ kind: 'delete', claimId: claim.id, version: session.runner.versionFor(claim.id) });
  note(session, { kind: 'delete', claim: toPlain(claim) });
  session.setMode({ kind: 'read' });
  // The card goes, and the button that was pressed with it.
  session.surface()?.focus();
  const words = claimWordsFirst(claim);
  const key = printKey('undo');
  session.say(`${words} deleted. ${key ?? 'Undo'} brings it back.`);
  toast(`${words} deleted`, { action: { label: key === undefined ? 'Undo' : `Undo (${key})`, run: () => undo(session) } });
}

function toPlain({ unsent: _unsent, held: _held, ...claim }: ShownClaim): Claim {
  return claim;
}

function note(session: Session, step: Step): void {
  setHistory(session, record(session.history, step));
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
  if (move.changes.some((change) => change.kind === 'submit' && hasUnsaved(session, change.claimIds))) {
    tell(session, 'Handing in waits until everything is saved: try again then.');
    return;
  }
  setHistory(session, move.history);
  const words = move.changes.flatMap((change) => applyChange(session, change) ?? []);
  const said = words.length > 1 ? `${words.length} claims.` : words[0];
  tell(session, [said === undefined ? null : `${done}: ${said}`, move.refusal].filter((part) => part !== null).join(' '));
}

/** What is handed in is a version that the server has. */
function hasUnsaved({ runner }: Session, claimIds: readonly string[]): boolean {
  return claimIds.some((claimId) => runner.versionFor(claimId) === null);
}

/** Does what an undo or redo asks; what it did in words, or null when it could not. */
function applyChange(session: Session, change: Change): string | null {
  const { runner } = session;
  if (change.kind === 'restore') {
    const { claim } = change;
    runner.write({ kind: 'restore', claimId: claim.id, version: versionOfGone(session, claim.id), claim });
    return `${claimWords(claim)} is back.`;
  }
  if (change.kind === 'submit') {
    const claims = change.claimIds.flatMap((claimId) => session.find(claimId) ?? []);
    writeSubmit(session, claims);
    return `${claims.length} ${claims.length === 1 ? 'claim is' : 'claims are'} with the editors.`;
  }
  const claim = session.find(change.claimId);
  if (claim === null || !mayEdit(session, claim)) return null;
  const version = runner.versionFor(claim.id);
  if (change.kind === 'withdraw') {
    runner.write({ kind: 'withdraw', claimId: claim.id, version });
    return `${claimWords(claim)} is taken back from the editors.`;
  }
  if (change.kind === 'delete') {
    runner.write({ kind: 'delete', claimId: claim.id, version });
    return `${claimWords(claim)} is deleted.`;
  }
  const { tag, details } = change.values;
  runner.write({ kind: 'edit', claimId: claim.id, version, tag, ...given(details), base: toSeen(claim, details) });
  return `${claimWords(claim)} is as it was.`;
}

const SUBMIT_AT_ONCE = 1000;

/** The claims that Submit would send. */
export function submittable(claims: readonly ShownClaim[], userId: string): readonly ShownClaim[] {
  return claims.filter((claim) => isSubmittable(claim, userId));
}

/** Hands this person's claims to the editors, once everything is saved. */
export function submit(session: Session): void {
  const { view, runner, data } = session;
  const claims = submittable(view.get().claims, data.actor.userId);
  if (claims.length === 0) {
    keepSubmitting(session, false);
    tell(session, 'Nothing to submit: no claim of yours waits, but for returned ones that have not been changed yet.');
    return;
  }
  if (runner.getSnapshot().outbox.entries.length > 0) {
    keepSubmitting(session, true);
    tell(session, 'Submit waits until everything is saved.');
    return;
  }
  keepSubmitting(session, false);
  writeSubmit(session, claims);
  note(session, { kind: 'submit', claimIds: claims.map(({ id }) => id) });
  tell(session, `Submitting ${claims.length} ${claims.length === 1 ? 'claim' : 'claims'}.`);
}

function writeSubmit({ runner, data }: Session, claims: readonly ShownClaim[]): void {
  for (let from = 0; from < claims.length; from += SUBMIT_AT_ONCE) {
    const some = claims.slice(from, from + SUBMIT_AT_ONCE).map(({ id, version }) => ({ id, version }));
    runner.write({ kind: 'submit', articleId: data.article.id, claims: some });
  }
}

export function withdraw(session: Session, claim: Claim): void {
  session.runner.write({ kind: 'withdraw', claimId: claim.id, version: session.runner.versionFor(claim.id) });
  note(session, { kind: 'withdraw', claimId: claim.id });
  tell(session, `Taking ${claimWords(claim)} back.`);
}
