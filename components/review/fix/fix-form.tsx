import { type FormEvent, type KeyboardEvent, useId, useLayoutEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Segmented } from '@/components/ui/segmented';
import { TextArea } from '@/components/ui/text-area';
import { SOURCE_CLASS_FACTS, SOURCE_CLASSES, SOURCE_TYPE_FACTS, type SourceType, typesOfClass } from '@/lib/attribution/source-type';
import { SOURCE_TYPE_DEFINITIONS } from '@/lib/attribution/source-type-definitions';
import { checkTag, type TagErrors } from '@/lib/claims/check-tag';
import { CONFIDENCE_FACTS, CONFIDENCES } from '@/lib/claims/confidence';
import type { TagValues } from '@/lib/claims/tag-values';
import type { QueueItem } from '@/lib/review/queue';
import { EdgeButtons } from './edge-buttons';
import { SourceField } from './source-field';
import type { Fix } from './use-fix';

const FIX_FORM_ID = 'fix-form';

type FixFormProps = { item: QueueItem; fix: Fix; onSend: (tag: TagValues) => void; onCancel: () => void };

const CONFIDENCE_SEGMENTS = CONFIDENCES.map((value) => ({ value, label: CONFIDENCE_FACTS[value].label }));

/** The claim's tag as it should be. Its buttons stand with the other decisions (FixButtons). */
export function FixForm({ item, fix, onSend, onCancel }: FixFormProps) {
  const { values, change } = fix;
  const [checked, setChecked] = useState<{ readonly values: TagValues; readonly errors: TagErrors } | null>(null);
  // What is changed is no longer what was found wrong.
  const errors = checked?.values === values ? checked.errors : {};
  const typeId = useId();
  const typeField = useRef<HTMLSelectElement>(null);
  useLayoutEffect(() => {
    typeField.current?.focus();
  }, []);
  const need = SOURCE_TYPE_FACTS[values.sourceType].source;

  function send(event?: FormEvent): void {
    event?.preventDefault();
    const result = checkTag(values);
    if ('tag' in result) onSend(result.tag);
    else setChecked({ values, errors: result.errors });
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing || event.defaultPrevented) return;
    // Esc in an open list of sources closes that list first.
    const listIsOpen = event.target instanceof HTMLInputElement && event.target.getAttribute('aria-expanded') === 'true';
    if (event.key === 'Escape' && !listIsOpen) onCancel();
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send();
    else return;
    event.preventDefault();
  }

  return (
    <form
      id={FIX_FORM_ID}
      onSubmit={send}
      onKeyDown={onKeyDown}
      noValidate
      className="mt-4 grid gap-3.5"
      aria-label={`Fix claim ${item.claim.number}`}
    >
      <Field id={typeId} label="Source type" hint={SOURCE_TYPE_DEFINITIONS[values.sourceType].definition} error={errors.sourceType ?? null}>
        <select
          ref={typeField}
          id={typeId}
          className="input"
          value={values.sourceType}
          aria-describedby={`${typeId}-error ${typeId}-hint`}
          onChange={(event) => change({ sourceType: event.target.value as SourceType })}
        >
          {SOURCE_CLASSES.map((sourceClass) => (
            <optgroup key={sourceClass} label={SOURCE_CLASS_FACTS[sourceClass].label}>
              {typesOfClass(sourceClass).map((type) => (
                <option key={type} value={type}>
                  {SOURCE_TYPE_FACTS[type].label}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      </Field>
      {need === 'none' ? (
        <p className="text-ink-3 text-small">This type names no source.</p>
      ) : (
        <SourceField
          articleId={item.article.id}
          value={values.source}
          required={need === 'required'}
          error={errors.source ?? null}
          onChange={(source) => change({ source })}
        />
      )}
      <div>
        <p aria-hidden="true" className="mb-1.5 font-medium">
          Confidence
        </p>
        <Segmented
          legend="Confidence"
          name="fix-confidence"
          segments={CONFIDENCE_SEGMENTS}
          value={values.confidence}
          onChange={(confidence) => change({ confidence })}
        />
      </div>
      <TextArea
        label="Note"
        hint="Printed in reports."
        dir="auto"
        rows={3}
        aside={<span className="text-ink-3 text-small">optional</span>}
        error={errors.note ?? null}
        value={values.note}
        onChange={(event) => change({ note: event.target.value })}
      />
      <EdgeButtons spans={fix.spans} onMove={fix.moveEdge} />
      {errors.spans === undefined ? null : <p className="text-alarm text-small">{errors.spans}</p>}
    </form>
  );
}

/** Stand in the place of the decision buttons while the form is open. */
export function FixButtons({ fix, onCancel }: { fix: Fix; onCancel: () => void }) {
  return (
    <div className="flex flex-wrap gap-2">
      <Button type="submit" form={FIX_FORM_ID} tone="primary" shortcut="Ctrl ↵" aria-keyshortcuts="Control+Enter" className="decide-button">
        {fix.unchanged ? 'Approve as it is, next' : 'Fix and approve, next'}
      </Button>
      <Button shortcut="Esc" onClick={onCancel} className="decide-button">
        Cancel
      </Button>
      {fix.unchanged ? null : (
        <Button tone="quiet" onClick={fix.startAgain} className="decide-button">
          Start again
        </Button>
      )}
    </div>
  );
}
