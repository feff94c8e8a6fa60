import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { SOURCE_TYPE_FACTS, SOURCE_TYPES, type SourceType } from '@/lib/attribution/source-type';
import { CONFIDENCE_FACTS, CONFIDENCES } from '@/lib/claims/confidence';
import { findCommand, type Pressed, toPressed } from '../keymap';
import { dropForm, moveFormEdge, saveForm } from '../session/form-acts';
import { useSession, useView } from '../session/session-context';
import type { Form } from '../session/view';
import { checkDraft, type Draft, type DraftErrors, type FormField, fieldAfterType, pickType } from './draft';

/** The form's state and keys. `root` goes on the form element, whose fields are found by `data-field`. */
export function useTagForm(form: Form) {
  const session = useSession();
  const { last } = useView();
  const [draft, setDraft] = useState<Draft>(form.draft);
  const [errors, setErrors] = useState<DraftErrors>({});
  const [withNote, setWithNote] = useState(form.draft.note !== '');
  const root = useRef<HTMLFormElement>(null);

  function focusField(field: FormField): void {
    const find = (control: string) => root.current?.querySelector<HTMLElement>(`[data-field="${field}"] ${control}`);
    const control = find('input:checked') ?? find(':is(input, textarea)');
    control?.focus();
    if (control instanceof HTMLTextAreaElement) control.setSelectionRange(control.value.length, control.value.length);
  }

  /** Draws the change at once and moves the focus in the same event, or the next letters typed would go astray. */
  function changeAndFocus(apply: () => void, field: FormField): void {
    flushSync(apply);
    focusField(field);
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the form opens
  useEffect(() => focusField(form.startField), []);

  function change(next: Draft): void {
    setDraft(next);
    setErrors({});
  }

  function takeType(type: SourceType, sure: boolean): void {
    const pick = () => change(pickType(draft, type));
    if (sure) changeAndFocus(pick, fieldAfterType(type));
    else pick();
  }

  function openNote(): void {
    changeAndFocus(() => setWithNote(true), 'note');
  }

  function repeat(): void {
    changeAndFocus(() => {
      if (last !== null) change({ ...draft, ...last });
    }, 'confidence');
  }

  function save(): void {
    const spans = form.spans.map(({ start, end }) => ({ start, end }));
    const ids = { key: form.claimId, claimId: form.claimId, revisionId: session.data.revision.id };
    const checked = checkDraft({ ...draft, spans }, ids);
    if ('tag' in checked) {
      saveForm(session, form, checked.tag);
      return;
    }
    setErrors(checked.errors);
    focusField(firstField(checked.errors));
  }

  function onKeyDown(event: KeyboardEvent): void {
    const { target } = event;
    const typing = target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && target.type !== 'radio');
    const pressed = toPressed(event.nativeEvent);
    if (!runCommand(pressed, typing) && (typing || !(pickByKey(pressed) || moveByKey(pressed)))) return;
    event.preventDefault();
    event.stopPropagation();
  }

  function runCommand(pressed: Pressed, typing: boolean): boolean {
    const command = findCommand('form', pressed);
    if (command === 'drop') dropForm(session, form, draft);
    else if (command === 'saveNow') save();
    else if (command === 'note' && !typing) openNote();
    else if (command === 'repeatInForm' && !typing) repeat();
    else return false;
    return true;
  }

  function pickByKey({ key, ctrlKey, metaKey, altKey, altGraph }: Pressed): boolean {
    if ((ctrlKey || metaKey || altKey) && !altGraph) return false;
    const type = SOURCE_TYPES.find((candidate) => SOURCE_TYPE_FACTS[candidate].key === key);
    const confidence = CONFIDENCES.find((candidate) => CONFIDENCE_FACTS[candidate].key === key.toLowerCase());
    if (type !== undefined) takeType(type, true);
    if (confidence !== undefined) {
      changeAndFocus(() => change({ ...draft, confidence }), 'confidence');
    }
    return type !== undefined || confidence !== undefined;
  }

  function moveByKey(pressed: Pressed): boolean {
    const command = findCommand('text', pressed);
    if (command === 'endBack') moveFormEdge(session, 'end', 'previous');
    else if (command === 'endForward') moveFormEdge(session, 'end', 'next');
    else if (command === 'startBack') moveFormEdge(session, 'start', 'previous');
    else if (command === 'startForward') moveFormEdge(session, 'start', 'next');
    else return false;
    return true;
  }

  const drop = () => dropForm(session, form, draft);
  return { root, draft, errors, withNote, change, takeType, openNote, focusField, save, drop, onKeyDown };
}

function firstField(errors: DraftErrors): FormField {
  if (errors.sourceType !== undefined) return 'type';
  if (errors.source !== undefined) return 'source';
  return errors.confidence !== undefined ? 'confidence' : 'note';
}
