import { Autocomplete } from '@base-ui/react/autocomplete';
import { useId, useState } from 'react';
import { describedBy, Field } from '@/components/ui/field';
import { type SourceOption, toNameKey } from '@/lib/sources/source';
import { useSourceSearch } from './find-sources';
import type { FixSource } from './fix-values';

type SourceFieldProps = {
  articleId: string;
  value: FixSource;
  required: boolean;
  error: string | null;
  onChange: (source: FixSource) => void;
};

/** A name: typed freely, or taken from the desk's sources, those of this article first. */
export function SourceField({ articleId, value, required, error, onChange }: SourceFieldProps) {
  const id = useId();
  const { found, failed, search } = useSourceSearch(articleId);
  const [open, setOpen] = useState(false);
  const hint = hintFor(value, found, failed);

  function change(name: string): void {
    const match = found.find((source) => toNameKey(source.name) === toNameKey(name));
    onChange({ id: match?.id ?? null, name });
    search(name);
  }

  return (
    <Field
      id={id}
      label="Source"
      hint={hint}
      error={error}
      aside={required ? null : <span className="text-ink-3 text-small">if there is one</span>}
    >
      <Autocomplete.Root
        items={found}
        filter={null}
        itemToStringValue={(source: SourceOption) => source.name}
        value={value.name}
        onValueChange={change}
        open={open && found.length > 0}
        onOpenChange={setOpen}
        openOnInputClick
      >
        <Autocomplete.Input
          id={id}
          className="input"
          dir="auto"
          autoComplete="off"
          spellCheck={false}
          aria-describedby={describedBy(id, hint, error)}
          aria-invalid={error === null ? undefined : true}
          onFocus={() => search('')}
        />
        <Autocomplete.Portal>
          <Autocomplete.Positioner sideOffset={4} className="z-40">
            <Autocomplete.Popup className="pop source-pop">
              <Autocomplete.List>
                {(source: SourceOption) => (
                  <Autocomplete.Item key={source.id} value={source} className="pop-item">
                    <bdi className="min-w-0 break-words">{source.name}</bdi>
                    <span className="flex-none text-ink-3 text-small">{source.claimsHere > 0 ? `${source.claimsHere} here` : ''}</span>
                  </Autocomplete.Item>
                )}
              </Autocomplete.List>
            </Autocomplete.Popup>
          </Autocomplete.Positioner>
        </Autocomplete.Portal>
      </Autocomplete.Root>
    </Field>
  );
}

function hintFor(value: FixSource, found: readonly SourceOption[], failed: boolean): string | null {
  if (failed) return 'The list of sources cannot be reached. A name can still be typed.';
  const isNew = value.id === null && value.name.trim() !== '' && found.every((source) => toNameKey(source.name) !== toNameKey(value.name));
  return isNew ? 'If the desk has no source of this name, it is added.' : null;
}
