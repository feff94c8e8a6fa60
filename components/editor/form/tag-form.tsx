'use client';

import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Kbd } from '@/components/ui/kbd';
import { NOTE_MAX } from '@/lib/claims/claim';
import { CONFIDENCE_FACTS, CONFIDENCES } from '@/lib/claims/confidence';
import { SOURCE_TYPE_FACTS, SOURCE_TYPES, type SourceType } from '@/lib/claims/source-type';
import { ariaKeys, findCommand, printKey, toPressed } from '../keymap';
import { dropForm, moveFormEdge, saveForm } from '../session/form-acts';
import { useSession, useView } from '../session/session-context';
import type { Form } from '../session/view';
import { ConfidenceField } from './confidence-field';
import { checkDraft, type Draft, type DraftErrors, type FormField, fieldAfterType, pickType } from './draft';
import { FormHead } from './form-head';
import { SourceField } from './source-field';
import { TypeField } from './type-field';
import { useKnownSources } from './use-known-sources';

/** Type, source, confidence, and a note if there is one. The keyboard belongs to one field at a time. */
export function TagForm({ form }: { form: Form }) {
  const session = useSession();
  const { last } = useView();
  const [draft, setDraft] = useState<Draft>(form.draft);
  const [errors, setErrors] = useState<DraftErrors>({});
  const [withNote, setWithNote] = useState(form.draft.note !== '');
  const root = useRef<HTMLFormElement>(null);
  const known = useKnownSources();
  const { article, revision } = session.data;
  const sentence = session.sentenceAround(form.spans[0]?.start ?? form.draft.spans[0]?.start as never);

  const focusField = (field: FormField) => {
    const control = root.current?.querySelector<HTMLElement>(`[data-field="${field}"] :is(input:checked, input, textarea)`);
    (root.current?.querySelector<HTMLElement>(`[data-field="${field}"] input:checked`) ?? control)?.focus();
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the form opens
  useEffect(() => focusField(form.startField), []);
  useEffect(() => {
    if (withNote && form.draft.note === '') root.current?.querySelector<HTMLElement>('[data-field="note"] textarea')?.focus();
  }, [withNote, form.draft.note]);

  function change(next: Draft): void {
    setDraft(next);
    setErrors({});
  }

  function takeType(type: SourceType, sure: boolean): void {
    change(pickType(draft, type));
    // After the type is drawn: a field that was not needed before is there only then.
    if (sure) requestAnimationFrame(() => focusField(fieldAfterType(type)));
  }

  function repeat(): void {
    if (last === null) return;
    change({ ...draft, ...last });
    focusField('confidence');
  }

  function save(): void {
    const checked = checkDraft({ ...draft, spans: form.spans.map(({ start, end }) => ({ start, end })) }, { key: form.claimId, claimId: form.claimId, revisionId: revision.id });
    if ('tag' in checked) return saveForm(session, form, checked.tag);
    setErrors(checked.errors);
    focusField(checked.errors.sourceType !== undefined ? 'type' : checked.errors.source !== undefined ? 'source' : checked.errors.confidence !== undefined ? 'confidence' : 'note');
  }

  function onKeyDown(event: KeyboardEvent): void {
    const typing = event.target instanceof HTMLTextAreaElement || (event.target instanceof HTMLInputElement && event.target.type !== 'radio');
    const pressed = toPressed(event.nativeEvent);
    const command = findCommand('form', pressed);
    const taken = runCommand(command, typing) || (!typing && !pressed.ctrlKey && !pressed.metaKey && (pickByKey(event.key) || moveByKey(pressed)));
    if (!taken) return;
    event.preventDefault();
    event.stopPropagation();
  }

  function runCommand(command: ReturnType<typeof findCommand<'form'>>, typing: boolean): boolean {
    if (command === 'drop') dropForm(session, form, draft);
    else if (command === 'saveNow') save();
    else if (!typing && command === 'note') setWithNote(true);
    else if (!typing && command === 'repeatInForm') repeat();
    else return false;
    return true;
  }

  function pickByKey(key: string): boolean {
    const type = SOURCE_TYPES.find((candidate) => SOURCE_TYPE_FACTS[candidate].key === key);
    if (type !== undefined) takeType(type, true);
    const confidence = CONFIDENCES.find((candidate) => CONFIDENCE_FACTS[candidate].key === key.toLowerCase());
    if (confidence !== undefined) {
      change({ ...draft, confidence });
      requestAnimationFrame(() => focusField('confidence'));
    }
    return type !== undefined || confidence !== undefined;
  }

  function moveByKey(pressed: Parameters<typeof findCommand>[1]): boolean {
    const command = findCommand('text', pressed);
    if (command === 'endBack') moveFormEdge(session, 'end', 'previous');
    else if (command === 'endForward') moveFormEdge(session, 'end', 'next');
    else if (command === 'startBack') moveFormEdge(session, 'start', 'previous');
    else if (command === 'startForward') moveFormEdge(session, 'start', 'next');
    else return false;
    return true;
  }

  const needsSource = draft.sourceType === null || SOURCE_TYPE_FACTS[draft.sourceType].source !== 'none';
  return (
    // biome-ignore lint/a11y/noNoninteractiveElementInteractions: keys of the form reach it from its fields
    <form
      ref={root}
      className="card form-card"
      aria-label={form.editing ? `Edit claim ${form.number}` : 'New claim'}
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <div className="card-scroll">
        <FormHead form={form} type={draft.sourceType} error={errors.spans} />
        <TypeField value={draft.sourceType} error={errors.sourceType} onPick={takeType} />
        {needsSource ? (
          <SourceField
            type={draft.sourceType}
            value={draft.source}
            error={errors.source}
            articleId={article.id}
            known={known}
            sentence={sentence}
            onPick={(source) => {
              change({ ...draft, source });
              focusField('confidence');
            }}
          />
        ) : null}
        <ConfidenceField value={draft.confidence} error={errors.confidence} onPick={(confidence) => change({ ...draft, confidence })} />
        {withNote ? (
          <div className="form-sect" data-field="note">
            <label className="label" htmlFor="claim-note">
              Note
            </label>
            <textarea id="claim-note" className="input" rows={3} maxLength={NOTE_MAX} value={draft.note} onChange={(event) => change({ ...draft, note: event.target.value })} />
            <p className="form-error" aria-live="polite">
              {errors.note}
            </p>
          </div>
        ) : (
          <button type="button" className="form-more" aria-keyshortcuts={ariaKeys('note')} onClick={() => setWithNote(true)}>
            <Kbd silent>{printKey('note')}</Kbd> note <span>not needed to save</span>
          </button>
        )}
      </div>
      <footer>
        <span className="keys" aria-hidden="true">
          <Kbd>{printKey('endBack')}</Kbd>
          <Kbd>{printKey('endForward')}</Kbd> edge by a word
        </span>
        <Button size="s" tone="quiet" shortcut={printKey('drop')} className="sp" onClick={() => dropForm(session, form, draft)}>
          {form.editing ? 'Leave as it was' : 'Drop'}
        </Button>
        <Button type="submit" size="s" tone="primary" shortcut={printKey('save')}>
          {form.editing ? 'Save' : 'Save claim'}
        </Button>
      </footer>
    </form>
  );
}
