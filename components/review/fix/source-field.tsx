import { type KeyboardEvent, useId, useState } from 'react';
import { describedBy, Field } from '@/components/ui/field';
import type { ChosenSource } from '@/lib/claims/tag-values';
import { type SourceOption, toNameKey } from '@/lib/sources/source';
import { SourceList } from './source-list';
import { useSourceSearch } from './use-source-search';

type SourceFieldProps = {
  articleId: string;
  value: ChosenSource | null;
  required: boolean;
  error: string | null;
  onChange: (source: ChosenSource) => void;
};

/** A name: typed freely, or taken from the desk's sources, those of this article first. An editable combobox with a list (ARIA 1.2). */
export function SourceField({ articleId, value, required, error, onChange }: SourceFieldProps) {
  const id = useId();
  const { found, failed, search } = useSourceSearch(articleId);
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const shown = open && found.length > 0;
  const chosen = shown ? found[active] : undefined;
  const hint = hintFor(value, found, failed);

  function type(name: string): void {
    const match = found.find((source) => toNameKey(source.name) === toNameKey(name));
    onChange(match === undefined ? { id: null, name } : { id: match.id, name, kind: match.kind });
    setActive(-1);
    setOpen(true);
    search(name);
  }

  function choose({ id: sourceId, name, kind }: SourceOption): void {
    onChange({ id: sourceId, name, kind });
    setOpen(false);
    setActive(-1);
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey) return;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) {
      setOpen(true);
      setActive(shown ? (active + step + found.length + 1) % (found.length + 1) : 0);
    } else if (event.key === 'Enter') {
      // Never the whole form: it would approve the claim.
      if (chosen === undefined) setOpen(false);
      else choose(chosen);
    } else if (event.key === 'Escape' && shown) {
      setOpen(false);
      setActive(-1);
    } else return;
    event.preventDefault();
  }

  return (
    <Field
      id={id}
      label="Source"
      hint={hint}
      error={error}
      aside={required ? null : <span className="text-ink-3 text-small">if there is one</span>}
    >
      <div className="relative">
        <input
          id={id}
          role="combobox"
          className="input"
          dir="auto"
          autoComplete="off"
          spellCheck={false}
          aria-expanded={shown}
          aria-controls={shown ? `${id}-list` : undefined}
          aria-autocomplete="list"
          aria-activedescendant={chosen === undefined ? undefined : `${id}-${chosen.id}`}
          aria-describedby={describedBy(id, hint, error)}
          aria-invalid={error === null ? undefined : true}
          value={value?.name ?? ''}
          onChange={(event) => type(event.target.value)}
          onKeyDown={onKeyDown}
          onFocus={(event) => {
            // Typing then looks for another source instead of lengthening this one's name.
            event.currentTarget.select();
            search('');
          }}
          onClick={() => setOpen(true)}
          onBlur={() => setOpen(false)}
        />
        {shown ? <SourceList id={id} found={found} active={active} onChoose={choose} /> : null}
      </div>
    </Field>
  );
}

function hintFor(value: ChosenSource | null, found: readonly SourceOption[], failed: boolean): string | null {
  if (failed) return 'The list of sources cannot be reached. A name can still be typed.';
  const isNew = value?.id === null && value.name.trim() !== '' && found.every((source) => toNameKey(source.name) !== toNameKey(value.name));
  return isNew ? 'If the desk has no source of this name, it is added.' : null;
}
