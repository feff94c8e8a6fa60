import { toast } from '@/components/ui/toast';
import { SOURCE_TYPE_FACTS } from '@/lib/attribution/source-type';
import { newId } from '@/lib/kernel/ids';
import { type TextRange, toTextRange } from '@/lib/text/offset';
import { trimRange } from '@/lib/text/trim-range';
import type { Direction, Edge } from '@/lib/text/words';
import type { Draft, FormField } from '../form/draft';
import type { ShownClaim } from '../outbox/overlay';
import { type TagValues, toTagValues } from '../tag-values';
import { shiftEdge } from './moves';
import { openClaim, saveMoved } from './open-acts';
import { type Session, selectedRange } from './session';
import type { Form } from './view';
import { changeTag, createClaim, mayEdit, tell } from './write-acts';

let serial = 0;

type Start = { readonly spans: readonly TextRange[]; readonly draft: Omit<Draft, 'spans'>; readonly startField: FormField };

/** Opens the form for the selected words. Without words it says so. `again`: with the last type and source. */
export function startClaim(session: Session, again = false): void {
  const { view, data } = session;
  const range = trimRange(data.revision.text, selectedRange(session));
  if (range === null) {
    tell(session, 'Select words first, or press j for the next sentence.');
    return;
  }
  const { mode, last } = view.get();
  // New words for a form that is already open: what was chosen in it stays.
  if (mode.kind === 'form') {
    session.setMode({ kind: 'form', form: { ...mode.form, spans: [range] } });
    return;
  }
  saveMoved(session);
  const draft =
    again && last !== null ? { ...last, confidence: null, note: '' } : { sourceType: null, source: null, confidence: null, note: '' };
  openForm(session, { spans: [range], draft, startField: again && last !== null ? 'confidence' : 'type' }, null);
}

/** Opens the form for a claim. `tag` and `resolves` when it is to settle a conflict. */
export function editClaim(session: Session, claim: ShownClaim, tag: TagValues = toTagValues(claim), resolves: string | null = null): void {
  if (!mayEdit(session, claim)) return;
  saveMoved(session);
  const { spans, ...draft } = tag;
  openForm(session, { spans: spans.map(({ start, end }) => toTextRange(start, end)), draft, startField: 'type' }, claim, resolves);
}

function openForm(session: Session, { spans, draft, startField }: Start, claim: ShownClaim | null, resolves: string | null = null): void {
  serial += 1;
  const form: Form = {
    serial,
    claimId: claim?.id ?? newId(),
    number: claim?.number ?? session.nextNumber(),
    editing: claim !== null,
    resolves,
    spans,
    draft: { ...draft, spans },
    startField,
  };
  session.setMode({ kind: 'form', form });
}

export function moveFormEdge(session: Session, edge: Edge, direction: Direction): void {
  const { mode } = session.view.get();
  if (mode.kind !== 'form') return;
  const spans = shiftEdge(session.data.revision.text, mode.form.spans, edge, direction);
  if (spans === null) return;
  session.setMode({ kind: 'form', form: { ...mode.form, spans } });
  session.say(spans.map(({ start, end }) => session.data.revision.text.slice(start, end)).join(' … '));
}

/** Saves the form's tag and goes back to the text, with the caret after the claim's words. */
export function saveForm(session: Session, form: Form, tag: TagValues): void {
  const { runner } = session;
  const needsName = SOURCE_TYPE_FACTS[tag.sourceType].source !== 'none';
  session.patch({ last: { sourceType: tag.sourceType, source: needsName ? tag.source : null } });
  if (form.resolves !== null) {
    const saved = runner.getSnapshot().saved.get(form.claimId);
    session.setMode({ kind: 'read' });
    if (saved !== undefined) runner.replace(form.resolves, { kind: 'edit', claimId: form.claimId, version: saved.version, tag });
  } else if (form.editing) {
    const claim = session.find(form.claimId);
    session.setMode({ kind: 'read' });
    if (claim === null) {
      tell(session, 'This claim is gone; nothing was changed.');
      return;
    }
    changeTag(session, claim, tag);
  } else {
    session.setMode({ kind: 'read' });
    createClaim(session, form.claimId, form.number, tag);
  }
  backToText(session, form);
  if (form.editing) openClaim(session, form.claimId);
}

/** Closes the form without saving. A note that was typed can be had back. */
export function dropForm(session: Session, form: Form, draft: Draft): void {
  session.setMode({ kind: 'read' });
  backToText(session, form, true);
  if (form.editing) openClaim(session, form.claimId);
  if (draft.note === form.draft.note) return;
  session.say('Dropped. Nothing was saved.');
  toast('Dropped, with its note', {
    action: { label: 'Bring back', run: () => session.setMode({ kind: 'form', form: { ...form, serial: ++serial, draft } }) },
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
