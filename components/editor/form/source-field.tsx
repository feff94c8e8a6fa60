import { type KeyboardEvent, useId, useState } from 'react';
import type { SourceType } from '@/lib/attribution/source-type';
import type { ChosenSource } from '@/lib/claims/tag-values';
import type { SourceOption } from '@/lib/sources/source';
import { namesInSentence } from './names-in-sentence';
import { rankSources, type SourceRow } from './rank-sources';
import { SourceList } from './source-list';
import { useSourceFinder } from './use-source-finder';

type SourceFieldProps = {
  label?: string;
  /** What the field is found by (`data-field`). */
  field?: string;
  /** The list is there only while the field has the keyboard. */
  compact?: boolean;
  type: SourceType | null;
  value: ChosenSource | null;
  error: string | undefined;
  articleId: string;
  /** The sources already known on this page. */
  known: readonly SourceOption[];
  sentence: string;
  /** What was typed before the page was left. */
  begun?: string | undefined;
  /** What stands in the field and is not chosen yet; empty once it is, or is given up. */
  onTyped?: (typed: string) => void;
  onPick: (source: ChosenSource | null) => void;
};

/** Find or name the source: typing filters, Enter takes the first. */
export function SourceField({
  label = 'Source',
  field = 'source',
  compact = false,
  type,
  value,
  error,
  articleId,
  known,
  sentence,
  begun = '',
  onTyped,
  onPick,
}: SourceFieldProps) {
  const id = useId();
  // Null while nothing was typed: the field then shows what was chosen.
  const [typed, setTyped] = useState(begun === '' ? null : begun);
  const [focused, setFocused] = useState(false);
  const [active, setActive] = useState(0);
  // Closed by Escape, until the next letter or arrow. Only a compact list can be.
  const [shut, setShut] = useState(false);
  const query = typed ?? '';
  const options = useSourceFinder(query, articleId, known);
  const groups = rankSources({ query, type, options, sentence, guesses: namesInSentence(sentence, type) });
  const rows = groups.flatMap((group) => group.rows);
  const current = rows[Math.min(active, rows.length - 1)];

  function typeIn(words: string | null): void {
    setTyped(words);
    setActive(0);
    onTyped?.(words ?? '');
  }

  function take(row: SourceRow | undefined): void {
    if (row === undefined) return;
    typeIn(null);
    onPick(row.choice);
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      // What was chosen before stays chosen when nothing new was typed or pointed at.
      if (typed === null && active === 0 && value !== null) onPick(value);
      else if (shut) setShut(false);
      else take(current);
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      setShut(false);
      const step = event.key === 'ArrowDown' ? 1 : -1;
      // Round at both ends: the new source stands last, one press up from the first.
      setActive((at) => (Math.min(at, rows.length - 1) + step + rows.length) % Math.max(1, rows.length));
    } else if (event.key === 'Escape' && (typed !== null || (compact && !shut && rows.length > 0))) {
      event.preventDefault();
      event.stopPropagation();
      setShut(compact);
      typeIn(null);
    }
  }

  return (
    <div className={compact ? 'form-sect compact' : 'form-sect'} data-field={field}>
      <label className="label" htmlFor={`${id}-input`}>
        {label}
      </label>
      <div className="picker" data-focused={focused || undefined} data-invalid={error === undefined ? undefined : ''}>
        <input
          id={`${id}-input`}
          role="combobox"
          aria-expanded={rows.length > 0 && !shut}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={focused && !shut && current !== undefined ? `${id}-${current.key}` : undefined}
          aria-invalid={error !== undefined || undefined}
          aria-describedby={`${id}-error`}
          autoComplete="off"
          autoCorrect="off"
          spellCheck={false}
          enterKeyHint="next"
          placeholder="Type to find or name a source"
          value={typed ?? value?.name ?? ''}
          onChange={(event) => {
            typeIn(event.target.value);
            setShut(false);
          }}
          onFocus={(event) => {
            setFocused(true);
            // What was chosen gives way to what is typed now; what was begun goes on.
            if (typed === null) event.target.select();
          }}
          onBlur={() => {
            setFocused(false);
            setShut(false);
          }}
          onKeyDown={onKeyDown}
        />
        {shut ? null : (
          <SourceList
            id={id}
            groups={groups}
            activeKey={focused ? current?.key : undefined}
            chosen={typed === null ? value : null}
            onTake={take}
          />
        )}
      </div>
      <p id={`${id}-error`} className="form-error" aria-live="polite">
        {error}
      </p>
    </div>
  );
}
