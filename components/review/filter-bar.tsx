import { useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { QUEUE_SORTS } from '@/lib/review/queue/order';
import type { QueueFilter } from '@/lib/review/schema';
import { HEADING_ID } from './element-ids';
import {
  type ChoiceName,
  type FilterField,
  hasFilters,
  QUEUE_PATH,
  type QueueOptions,
  queueHref,
  replacesLast,
  SORT_LABELS,
  toFilterFields,
} from './queue-filters';
import { QueueLink } from './queue-link';

type FilterBarProps = {
  filter: QueueFilter;
  options: QueueOptions;
  /** Another list is on its way. */
  loading: boolean;
  onGo: (href: string, replaces: boolean) => void;
};

type Choices = Partial<Record<ChoiceName, string | null>>;
const NONE: Choices = {};

/** What the queue is narrowed to. A plain GET form; with scripts a choice acts at once and the button is not needed. */
export function FilterBar({ filter, options, loading, onGo }: FilterBarProps) {
  // What was chosen and has not arrived yet: quick choices build on it, not on the list still shown.
  const [chosen, setChosen] = useState(NONE);
  if (!loading && chosen !== NONE) setChosen(NONE);
  const first = useRef<{ readonly name: ChoiceName; readonly from: string } | null>(null);
  const choose = (name: ChoiceName, value: string) => {
    const address = queueHref(filter);
    const choices = { ...chosen, [name]: value };
    const replaces = replacesLast(first.current, name, address);
    if (first.current?.name !== name) first.current = { name, from: address };
    setChosen(choices);
    onGo(queueHref(filter, choices), replaces);
  };
  // The link goes away with what it removes: the focus goes to what stays.
  const goFrom = (id: string) => (href: string) => {
    document.getElementById(id)?.focus();
    setChosen(NONE);
    first.current = null;
    onGo(href, false);
  };
  return (
    <search>
      <form
        method="get"
        action={QUEUE_PATH}
        aria-label="Filters"
        className="mt-3 flex flex-wrap items-center gap-1.5 border-rule border-b pb-3"
      >
        {toFilterFields(filter, options).map((field) => (
          <FilterChip
            key={field.name}
            field={field}
            value={chosen[field.name] ?? field.value ?? ''}
            removal={queueHref(filter, { ...chosen, [field.name]: null })}
            onChoose={(value) => choose(field.name, value)}
            onLeave={() => {
              first.current = null;
            }}
            onRemove={(id, href) => goFrom(id)(href)}
          />
        ))}
        <span className="chip">
          <label htmlFor="queue-sort">Sort</label>
          <select
            id="queue-sort"
            name="sort"
            value={chosen.sort ?? filter.sort ?? ''}
            onChange={(event) => choose('sort', event.target.value)}
            onBlur={() => {
              first.current = null;
            }}
          >
            {QUEUE_SORTS.map((sort) => (
              <option key={sort} value={sort === 'waiting' ? '' : sort}>
                {SORT_LABELS[sort]}
              </option>
            ))}
          </select>
          <span aria-hidden="true" className="caret">
            ▼
          </span>
        </span>
        <noscript>
          <Button type="submit" size="s">
            Show
          </Button>
        </noscript>
        {hasFilters(filter) ? (
          <QueueLink href={queueHref({ sort: filter.sort })} onGo={goFrom(HEADING_ID)} className="ml-1 py-1 text-ink-2 text-small">
            Clear all
          </QueueLink>
        ) : null}
      </form>
    </search>
  );
}

type FilterChipProps = {
  field: FilterField;
  /** What the select shows. */
  value: string;
  /** The address without this filter. */
  removal: string;
  onChoose: (value: string) => void;
  onLeave: () => void;
  onRemove: (id: string, href: string) => void;
};

function FilterChip({ field, value: shown, removal, onChoose, onLeave, onRemove }: FilterChipProps) {
  const { name, label, value, options } = field;
  const id = `filter-${name}`;
  const chosen = options.find((option) => option.value === value);
  return (
    <span className="chip" data-on={value === null ? undefined : ''}>
      <label htmlFor={id}>{label}</label>
      <select id={id} name={name} value={shown} onChange={(event) => onChoose(event.target.value)} onBlur={onLeave}>
        <option value="">any</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <span aria-hidden="true" className="caret">
        ▼
      </span>
      {chosen === undefined ? null : (
        <QueueLink href={removal} onGo={(href) => onRemove(id, href)} aria-label={`Remove the filter ${label}: ${chosen.label}`}>
          ×
        </QueueLink>
      )}
    </span>
  );
}
