import { toast } from '@/components/ui/toast';
import type { Chain } from '@/lib/attribution/chain';
import type { SourceType } from '@/lib/attribution/source-type';
import type { TagDraft } from '@/lib/claims/check-tag';
import type { Claim } from '@/lib/claims/claim';
import type { DetailValues } from '@/lib/claims/detail-values';
import { toSeen } from '@/lib/claims/merge-values';
import { type TagValues, toTagValues } from '@/lib/claims/tag-values';
import { newId } from '@/lib/kernel/ids';
import { type TextRange, toTextRange } from '@/lib/text/offset';
import { trimRange } from '@/lib/text/trim-range';
import type { Direction, Edge } from '@/lib/text/words';
import { unmarkedPlaces } from '../find/unmarked-places';
import { fieldAfterType } from '../form/draft';
import { withKey } from '../keymap';
import { wantedValues } from '../outbox/outbox';
import type { ShownClaim } from '../outbox/overlay';
import { shiftEdge } from './moves';
import { openClaim, saveMoved } from './open-acts';
import { type Session, selectedRange } from './session';
import { bringBack, keepUnfinished, openAsideForm, putAside } from './unfinished';
import type { Form } from './view';
import { changeClaim, createClaim, createClaims, mayEdit, tell } from './write-acts';

/** The selected words without the white space around them, or null after saying that there are none. */
export function requireWords(session: Session): TextRange | null {
  const range = trimRange(session.data.revision.text, selectedRange(session));
  if (range === null) tell(session, `Select words first, or take the next sentence${withKey('nextSentence')}.`);
  return range;
}

/** Opens the form for the selected words, with the type chosen where one is given. Without words it says so. */
export function startClaim(session: Session, sourceType: SourceType | null = null): void {
  const range = requireWords(session);
  if (range === null) return;
  const { mode } = session.view.get();
  // New words for a form that is already open: what was chosen in it stays.
  if (mode.kind === 'form') {
    session.setMode({ kind: 'form', form: { ...mode.form, spans: [range], each: undefined } });
    return;
  }
  startClaimOn(session, [range], sourceType);
}

/** Opens the form for these words. */
export function startClaimOn(session: Session, spans: readonly TextRange[], sourceType: SourceType | null = null): void {
  saveMoved(session);
  if (sourceType === null && openAsideForm(session, { editing: false, claimId: '', spans })) {
    tell(session, 'Your choices from before are back.');
    return;
  }
  const draft = { spans, sourceType, source: null, confidence: null, note: '' };
  openForm(session, null, { spans, draft, chain: null, resolves: null });
}

/** What the form begins with, where that is not the claim as it is; `resolves` when it is to settle a conflict. */
type Beginning = { readonly tag: TagValues; readonly chain: Chain | null; readonly resolves: string | null };

/** Opens the form for a claim. */
export function editClaim(session: Session, claim: ShownClaim, beginning?: Beginning): void {
  if (!mayEdit(session, claim)) return;
  saveMoved(session);
  if (beginning === undefined && openAsideForm(session, { editing: true, claimId: claim.id, spans: [] })) {
    tell(session, 'Your changes from before are back.');
    return;
  }
  const { tag, chain, resolves } = beginning ?? { tag: toTagValues(claim), chain: null, resolves: null };
  const { spans: ranges, ...draft } = tag;
  const spans = ranges.map(({ start, end }) => toTextRange(start, end));
  openForm(session, claim, { spans, draft: { ...draft, spans }, chain, resolves });
}

type Opening = Pick<Form, 'spans' | 'draft' | 'chain' | 'resolves' | 'each'>;

export function openForm(session: Session, claim: ShownClaim | null, more: Opening): void {
  putAside(session);
  const form: Form = {
    serial: session.nextSerial(),
    claimId: claim?.id ?? newId(),
    editing: claim !== null,
    base: claim,
    startField: more.draft.sourceType === null || claim !== null ? 'type' : fieldAfterType(more.draft.sourceType),
    ...more,
  };
  session.setMode({ kind: 'form', form });
}

export function moveFormEdge(session: Session, edge: Edge, direction: Direction): void {
  const { mode } = session.view.get();
  if (mode.kind !== 'form' || mode.form.each !== undefined) return;
  const spans = shiftEdge(session.data.revision.text, mode.form.spans, edge, direction);
  if (spans === null) return;
  session.setMode({ kind: 'form', form: { ...mode.form, spans } });
  session.say(spans.map(({ start, end }) => session.data.revision.text.slice(start, end)).join(' … '));
}

/** Saves what the form holds and goes back to the text, with the caret after the claim's words. `details`: a chain that was given beyond the tag. */
export function saveForm(session: Session, form: Form, tag: TagValues, details: DetailValues = {}): void {
  keepUnfinished(session, null);
  session.setMode({ kind: 'read' });
  if (form.each !== undefined) saveEach(session, form.each, tag);
  else if (form.resolves !== null) resolveConflict(session, form, tag, details);
  else if (form.editing) {
    const claim = session.find(form.claimId);
    if (claim !== null) changeClaim(session, claim, { tag, details }, form.base ?? claim);
    else if (form.base !== null) editDeleted(session, form.base, tag, details);
  } else createClaim(session, form.claimId, tag, details);
  backToText(session, form);
  if (form.editing) openClaim(session, form.claimId);
}

/** One claim at each place that no claim says the same of yet, as one act. */
function saveEach(session: Session, places: readonly TextRange[], tag: TagValues): void {
  const free = unmarkedPlaces(places, session.view.get().claims, tag);
  const claims = free.map(({ start, end }) => ({ claimId: newId(), tag: { ...tag, spans: [{ start, end }] }, details: {} }));
  const made = createClaims(session, claims);
  const left = places.length - free.length;
  const leftWords = left === 0 ? '' : ` ${left} ${left === 1 ? 'was' : 'were'} left out: a claim says the same there.`;
  tell(session, `${made} ${made === 1 ? 'claim' : 'claims'} made.${leftWords}`);
}

/** It was deleted while the form was open: the server says so, and both versions are shown. */
function editDeleted({ runner }: Session, base: Claim, tag: TagValues, details: DetailValues): void {
  runner.write({ kind: 'edit', claimId: base.id, version: runner.versionFor(base.id), tag, details, base: toSeen(base, details) });
}

/** The parts that were in the conflict and not in the form go along: the choice was made for all of them. */
function resolveConflict(session: Session, { resolves, claimId }: Form, tag: TagValues, details: DetailValues): void {
  const { runner } = session;
  const { saved, outbox } = runner.getSnapshot();
  const theirs = saved.get(claimId);
  if (resolves === null || theirs === undefined) return;
  const all = { ...wantedValues(outbox, resolves)?.details, ...details };
  runner.replace(resolves, { kind: 'edit', claimId, version: theirs.version, tag, details: all, base: toSeen(theirs, all) });
}

/** Closes the form without saving. What was written in it can be had back. */
export function dropForm(session: Session, form: Form, draft: TagDraft): void {
  const { unfinished } = session;
  keepUnfinished(session, null);
  session.setMode({ kind: 'read' });
  backToText(session, form, true);
  if (form.editing) openClaim(session, form.claimId);
  const chain = unfinished?.kind === 'form' ? unfinished.form.chain : form.chain;
  if (draft.note === form.draft.note && chain === form.chain) return;
  session.say('Dropped. Nothing was saved.');
  toast(draft.note === form.draft.note ? 'Dropped, with its chain' : 'Dropped, with its note', {
    action: { label: 'Bring back', run: () => bringBack(session, { kind: 'form', form: { ...form, draft, chain } }) },
  });
}

function backToText(session: Session, form: Form, keepSelection = false): void {
  const end = form.spans.at(-1)?.end;
  const start = form.spans[0]?.start;
  const surface = session.surface();
  if (surface === null || end === undefined || start === undefined) return;
  // Dropped: the same words stay selected, so that Enter opens the form again.
  surface.select(keepSelection && !form.editing ? { anchor: start, head: end } : { anchor: end, head: end }, false);
  surface.focus();
}
