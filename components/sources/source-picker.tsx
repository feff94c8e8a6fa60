'use client';

import { useEffect, useEffectEvent, useId, useRef, useState } from 'react';
import { TextField } from '@/components/ui/text-field';
import { findSourcesAtRest } from '@/lib/sources/requests';
import { SOURCE_KIND_LABELS, type SourceOption } from '@/lib/sources/source';
import { counted } from '@/lib/text/counted';

type SourcePickerProps = {
  label: string;
  query: string;
  /** The id that is not offered. */
  except: string;
  chosen: { readonly id: string } | null;
  error: string | null;
  onChoose: (option: SourceOption) => void;
};

/** Finds as one types over names and aliases; the sources found are radios, so that arrow keys and screen readers need nothing from us. */
export function SourcePicker({ label, query: first, except, chosen, error, onChoose }: SourcePickerProps) {
  const [query, setQuery] = useState(first);
  const [found, setFound] = useState<readonly SourceOption[] | null>(null);
  /** What `found` was found for: Enter takes no match of something typed before. */
  const [answered, setAnswered] = useState<string | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const name = useId();
  const list = useRef<HTMLFieldSetElement>(null);
  const take = useEffectEvent((options: readonly SourceOption[]) => setFound(options.filter(({ id }) => id !== except)));
  useEffect(
    () =>
      findSourcesAtRest(query, '', (answer) => {
        setTrouble(answer.ok ? null : answer.error.message);
        if (!answer.ok) return;
        take(answer.value);
        setAnswered(query);
      }),
    [query],
  );
  return (
    <div className="grid gap-2">
      <TextField
        label={label}
        type="search"
        dir="auto"
        autoComplete="off"
        placeholder="Find by any name"
        maxLength={200}
        value={query}
        error={trouble ?? error}
        onChange={({ target }) => setQuery(target.value)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          // Else Enter in the field would send the form before anything is chosen.
          if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) {
            event.preventDefault();
            const [only, another] = answered === query ? (found ?? []) : [];
            if (only !== undefined && another === undefined) onChoose(only);
          }
          if (event.key !== 'ArrowDown') return;
          const option = list.current?.querySelector<HTMLInputElement>('input:checked') ?? list.current?.querySelector('input');
          if (option == null) return;
          event.preventDefault();
          option.focus();
          option.click();
        }}
      />
      <p role="status" className="sr-only">
        {found === null ? '' : `${found.length} found`}
      </p>
      {found?.length === 0 ? <p className="text-ink-3 text-small">No other source of this desk has this name.</p> : null}
      {found === null || found.length === 0 ? null : (
        <fieldset ref={list} className="picker-list">
          <legend className="sr-only">Sources found</legend>
          {found.map((option) => (
            <label key={option.id} className="picker-row">
              <input type="radio" name={name} checked={chosen?.id === option.id} onChange={() => onChoose(option)} />
              <span className="min-w-0">
                <bdi className="block truncate font-medium">{option.name}</bdi>
                <span className="block truncate text-ink-3 text-small">
                  {SOURCE_KIND_LABELS[option.kind]}, {counted(option.claimsOnDesk, 'claim')}
                  {option.alsoKnownAs === null ? '' : `, also “${option.alsoKnownAs}”`}
                  {option.retracted ? ', retracted' : ''}
                </span>
              </span>
            </label>
          ))}
        </fieldset>
      )}
    </div>
  );
}
