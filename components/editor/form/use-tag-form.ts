import { type KeyboardEvent, useEffect, useEffectEvent, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { type Chain, isPlain, plainChain, withTag } from '@/lib/attribution/chain';
import { SOURCE_TYPE_FACTS, type SourceType } from '@/lib/attribution/source-type';
import type { TagDraft, TagErrors } from '@/lib/claims/check-choices';
import { carryChain } from '@/lib/claims/detail-values';
import { sourceThatCounts, toShownSource } from '@/lib/claims/tag-values';
import { type Pressed, toPressed } from '@/lib/keys/press';
import { findNameless } from '../chain/change-link';
import { type Choice, type ChoiceCommand, type FormCommand, findChoice, findCommand, toChoice } from '../keymap';
import { sentencesOf } from '../session/chain-acts';
import { dropForm, moveFormEdge, saveForm } from '../session/form-acts';
import { useSession, useView } from '../session/session-context';
import { keepUnfinished } from '../session/unfinished';
import type { Form } from '../session/view';
import { type FormField, fieldAfterType, pickType } from './draft';
import { BARE_CHECKS, type Checks, loadChecks } from './load-checks';

/** The form's state and keys. `root` goes on the form element, whose fields are found by `data-field`. */
export function useTagForm(form: Form) {
  const session = useSession();
  const { last } = useView();
  const [draft, setDraft] = useState<TagDraft>(form.draft);
  const [typed, onTyped] = useState(form.typed ?? '');
  const [errors, setErrors] = useState<TagErrors>({});
  // The chain that was given beyond the tag; what the tag says follows it.
  const [chain, setChain] = useState<Chain | null>(form.chain);
  const [chainFault, setChainFault] = useState<ChainFault | null>(null);
  const [withMore, setWithMore] = useState(form.draft.note !== '' || form.chain !== null);
  const root = useRef<HTMLFormElement>(null);

  function focusField(field: FormField): void {
    const find = (control: string) => root.current?.querySelector<HTMLElement>(`[data-field="${field}"] ${control}`);
    const control = find('input:checked') ?? find(':is(input, textarea)') ?? find('button');
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

  // Every choice is kept for the tab: a reload loses none.
  useEffect(() => {
    const begun = chain !== form.chain || typed !== (form.typed ?? '') || !isSameDraft(draft, form.draft);
    const startField = typed === '' ? firstOpenField(draft) : 'source';
    const now = { ...form, draft: { ...draft, spans: form.spans }, chain, startField, typed };
    if (begun) keepUnfinished(session, { kind: 'form', form: now });
  }, [session, form, draft, chain, typed]);

  function change(next: TagDraft): void {
    setDraft(next);
    setErrors({});
  }

  function changeChain(next: Chain): void {
    setChain(next);
    setChainFault(null);
  }

  function takeType(type: SourceType, sure: boolean): void {
    const pick = () => change(pickType(draft, type));
    if (sure) changeAndFocus(pick, fieldAfterType(type));
    else pick();
  }

  function openMore(): void {
    changeAndFocus(() => setWithMore(true), 'note');
  }

  function repeat(): void {
    changeAndFocus(() => {
      if (last === null) return;
      change({ ...draft, sourceType: last.sourceType, source: last.source, confidence: draft.confidence ?? last.confidence });
      setChain(isPlain(last.chain) ? null : carryChain(last.chain, sentencesOf(session, form.spans)));
    }, 'confidence');
  }

  const shownChain = chainOf(form, chain, draft);

  function save(): void {
    loadChecks().then(saveChecked, () => saveChecked(BARE_CHECKS));
  }

  function saveChecked({ checkTag, checkDetails }: Checks): void {
    // Pressed twice, or dropped meanwhile.
    const { mode } = session.view.get();
    if (mode.kind !== 'form' || mode.form.serial !== form.serial) return;
    const spans = form.spans.map(({ start, end }) => ({ start, end }));
    const checked = checkTag({ ...draft, spans });
    if ('errors' in checked) {
      setErrors(checked.errors);
      focusField(firstField(checked.errors));
      return;
    }
    const fault = chain === null ? null : (findNameless(shownChain) ?? checkDetails({ chain: shownChain }));
    if (fault !== null) {
      changeAndFocus(() => {
        setChainFault(fault);
        setWithMore(true);
      }, 'chain');
      return;
    }
    saveForm(session, form, checked.tag, chain === null ? {} : { chain: chainOf(form, chain, checked.tag) });
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
    else if (command === 'note' && !typing) openMore();
    else if (command === 'repeatInForm' && !typing) repeat();
    else return false;
    return true;
  }

  function pickByKey(pressed: Pressed): boolean {
    const choice = findChoice(pressed);
    if (choice !== null) takeChoice(choice);
    return choice !== null;
  }

  function takeChoice(choice: Choice): void {
    if ('type' in choice) takeType(choice.type, true);
    else changeAndFocus(() => change({ ...draft, confidence: choice.confidence }), 'confidence');
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

  const runInForm = useEffectEvent((command: FormCommand | ChoiceCommand) => {
    if (command === 'save' || command === 'saveNow') save();
    else if (command === 'drop') drop();
    else if (command === 'note') openMore();
    else if (command === 'repeatInForm') repeat();
    else takeChoice(toChoice(command));
  });
  useEffect(() => {
    session.runInForm = (command) => runInForm(command);
    return () => {
      session.runInForm = null;
    };
  }, [session]);

  const drop = () => dropForm(session, form, draft);
  const more = { shown: withMore, open: openMore, chain: shownChain, fault: chainFault, changeChain };
  return { root, draft, errors, more, change, typed: { begun: form.typed, onTyped }, takeType, focusField, save, drop, onKeyDown };
}

type ChainFault = { readonly at: number | null; readonly message: string };

/** The chain as it will be: the one given, else the claim's own, with the tag as it is chosen now. */
function chainOf({ base }: Form, chain: Chain | null, { sourceType, source }: Pick<TagDraft, 'sourceType' | 'source'>): Chain {
  const type = sourceType ?? 'unresolved';
  const tag = { sourceType: type, source: toShownSource(sourceThatCounts(type, source), type) };
  const given = chain ?? base?.chain;
  return given === undefined ? plainChain(tag) : withTag(given, tag);
}

/** Where a form that comes back goes on: at the first of the three choices that is still to be made. */
function firstOpenField({ sourceType, source }: TagDraft): FormField {
  if (sourceType === null) return 'type';
  return source === null && SOURCE_TYPE_FACTS[sourceType].source === 'required' ? 'source' : 'confidence';
}

function isSameDraft(a: TagDraft, b: TagDraft): boolean {
  return (['sourceType', 'source', 'confidence', 'note'] as const).every((field) => a[field] === b[field]);
}

function firstField(errors: TagErrors): FormField {
  if (errors.sourceType !== undefined) return 'type';
  if (errors.source !== undefined) return 'source';
  return errors.confidence !== undefined ? 'confidence' : 'note';
}
