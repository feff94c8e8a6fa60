import { useId, useState } from 'react';
import { Button } from '@/components/ui/button';
import { describedBy, Field } from '@/components/ui/field';
import { TextField } from '@/components/ui/text-field';
import { SOURCE_KIND_LABELS, SOURCE_KINDS, type SourceKind } from '@/lib/sources/source';
import { FIELD_LABELS, type FormValues } from './edit-values';
import { SourcePicker } from './source-picker';

type EditFieldsProps = {
  values: FormValues;
  faults: Readonly<Partial<Record<keyof FormValues, string>>>;
  /** The source itself, which is not part of itself. */
  except: string;
  onChange: (next: Partial<FormValues>) => void;
};

const HINTS: Readonly<Partial<Record<keyof FormValues, string>>> = {
  affiliation: 'Whom it belongs to or speaks for.',
  language: 'A tag: en, uk, pt-BR.',
  wikidata: 'Q and digits, or the address of its page.',
};

const TEXTS = ['affiliation', 'role', 'language', 'homepage', 'wikidata'] as const;

export function EditFields({ values, faults, except, onChange }: EditFieldsProps) {
  const kindId = useId();
  return (
    <>
      <TextField
        label={FIELD_LABELS.name}
        dir="auto"
        autoComplete="off"
        value={values.name}
        error={faults.name}
        onChange={({ target }) => onChange({ name: target.value })}
      />
      <Field id={kindId} label={FIELD_LABELS.kind} error={faults.kind}>
        <select
          id={kindId}
          className="input"
          aria-describedby={describedBy(kindId, undefined, faults.kind)}
          value={values.kind}
          onChange={({ target }) => onChange({ kind: target.value as SourceKind })}
        >
          {SOURCE_KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {SOURCE_KIND_LABELS[kind]}
            </option>
          ))}
        </select>
      </Field>
      {TEXTS.map((name) => (
        <TextField
          key={name}
          label={FIELD_LABELS[name]}
          hint={HINTS[name]}
          dir="auto"
          autoComplete="off"
          spellCheck={name === 'affiliation' || name === 'role'}
          value={values[name]}
          error={faults[name]}
          onChange={({ target }) => onChange({ [name]: target.value })}
        />
      ))}
      <ParentField values={values} fault={faults.parent} except={except} onChange={onChange} />
    </>
  );
}

type ParentFieldProps = Pick<EditFieldsProps, 'values' | 'except' | 'onChange'> & { fault: string | undefined };

function ParentField({ values: { parent }, fault, except, onChange }: ParentFieldProps) {
  const [picking, setPicking] = useState(false);
  if (picking) {
    return (
      <SourcePicker
        label={FIELD_LABELS.parent}
        query=""
        except={except}
        chosen={parent}
        error={fault ?? null}
        onChoose={({ id, name }) => onChange({ parent: { id, name } })}
      />
    );
  }
  return (
    <div className="grid gap-1.5">
      <p className="flex flex-wrap items-center gap-2">
        <span className="font-medium">{FIELD_LABELS.parent}</span>
        <bdi className="min-w-0 break-words">{parent === null ? <span className="text-ink-3">nothing</span> : parent.name}</bdi>
        <Button size="s" className="ml-auto" onClick={() => setPicking(true)}>
          Choose…
        </Button>
        {parent === null ? null : (
          <Button size="s" tone="quiet" onClick={() => onChange({ parent: null })}>
            Remove
          </Button>
        )}
      </p>
      <p aria-live="polite" className="text-alarm text-small empty:hidden">
        {fault}
      </p>
    </div>
  );
}
