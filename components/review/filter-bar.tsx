import { Button } from '@/components/ui/button';
import type { QueueFilter } from '@/lib/review/schema';
import { HEADING_ID } from './element-ids';
import { type FilterField, hasFilters, QUEUE_PATH, type QueueOptions, queueHref, toFilterFields } from './queue-filters';
import { QueueLink } from './queue-link';

type FilterBarProps = {
  filter: QueueFilter;
  options: QueueOptions;
  onGo: (href: string) => void;
};

/** What the queue is narrowed to. A plain GET form; with scripts a choice acts at once and the button is not needed. */
export function FilterBar({ filter, options, onGo }: FilterBarProps) {
  // The link goes away with what it removes: the focus goes to what stays.
  const goFrom = (id: string) => (href: string) => {
    document.getElementById(id)?.focus();
    onGo(href);
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
          <FilterChip key={field.name} field={field} filter={filter} onGo={onGo} onRemove={(id, href) => goFrom(id)(href)} />
        ))}
        <noscript>
          <Button type="submit" size="s">
            Show
          </Button>
        </noscript>
        {hasFilters(filter) ? (
          <QueueLink href={QUEUE_PATH} onGo={goFrom(HEADING_ID)} className="ml-1 py-1 text-ink-2 text-small">
            Clear all
          </QueueLink>
        ) : null}
      </form>
    </search>
  );
}

type FilterChipProps = {
  field: FilterField;
  filter: QueueFilter;
  onGo: (href: string) => void;
  onRemove: (id: string, href: string) => void;
};

function FilterChip({ field, filter, onGo, onRemove }: FilterChipProps) {
  const { name, label, value, options } = field;
  const id = `filter-${name}`;
  const chosen = options.find((option) => option.value === value);
  return (
    <span className="chip" data-on={value === null ? undefined : ''}>
      <label htmlFor={id}>{label}</label>
      <select id={id} name={name} value={value ?? ''} onChange={(event) => onGo(queueHref(filter, { [name]: event.target.value }))}>
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
        <QueueLink
          href={queueHref(filter, { [name]: null })}
          onGo={(href) => onRemove(id, href)}
          aria-label={`Remove the filter ${label}: ${chosen.label}`}
        >
          ×
        </QueueLink>
      )}
    </span>
  );
}
