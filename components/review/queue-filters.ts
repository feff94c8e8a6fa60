import { handWords } from '@/lib/attribution/hand';
import { SOURCE_CLASS_FACTS, SOURCE_CLASSES } from '@/lib/attribution/source-type';
import { CONFIDENCE_FACTS, CONFIDENCES } from '@/lib/claims/confidence';
import { FLAG_LABELS, FLAGS } from '@/lib/claims/flag';
import { QUEUE_CHECKS, QUEUE_DISAGREEMENTS, QUEUE_HANDS, QUEUE_STRENGTHS } from '@/lib/claims/queue/choices';
import type { PersonRef } from '@/lib/kernel/person';
import type { QueueSort } from '@/lib/review/queue/order';
import { QUEUE_AGES, QUEUE_BEARINGS } from '@/lib/review/queue-choices';
import type { QueueFilter } from '@/lib/review/schema';

export const QUEUE_PATH = '/review';

const FILTER_NAMES = [
  'article',
  'class',
  'source',
  'hand',
  'strength',
  'flag',
  'check',
  'bears',
  'disagreement',
  'confidence',
  'checker',
  'age',
] as const;
export type FilterName = (typeof FILTER_NAMES)[number];
/** What the bar chooses: the filters, and the order. */
export type ChoiceName = FilterName | 'sort';

/** What the queue can be narrowed to just now. */
export type QueueOptions = {
  readonly articles: readonly { readonly id: string; readonly title: string }[];
  readonly checkers: readonly PersonRef[];
  /** Everybody on the chain of a claim that waits. */
  readonly sources: readonly { readonly id: string; readonly name: string }[];
};

/** One filter as the bar shows it. `value` is null while it narrows nothing. */
export type FilterField = {
  readonly name: FilterName;
  readonly label: string;
  readonly value: string | null;
  readonly options: readonly { readonly value: string; readonly label: string }[];
};

const LABELS: Readonly<Record<FilterName, string>> = {
  article: 'Article',
  class: 'Class',
  source: 'Who',
  hand: 'Hand',
  strength: 'Strength',
  flag: 'Flag',
  check: 'Content',
  bears: 'Contradiction',
  disagreement: 'Checkers',
  confidence: 'Confidence',
  checker: 'Checker',
  age: 'Waiting',
};

const HAND_LABELS: Readonly<Record<(typeof QUEUE_HANDS)[number], string>> = {
  none: handWords(null),
  1: handWords(1),
  2: handWords(2),
  3: `${handWords(3)} or further`,
};

const CHECK_LABELS: Readonly<Record<(typeof QUEUE_CHECKS)[number], string>> = { not_checked: 'not checked', checked: 'checked' };

const BEARING_LABELS: Readonly<Record<(typeof QUEUE_BEARINGS)[number], string>> = { contradicts: 'with another claim' };

const DISAGREEMENT_LABELS: Readonly<Record<(typeof QUEUE_DISAGREEMENTS)[number], string>> = {
  none: 'one alone',
  waits: 'to be adjudicated',
  agreed: 'agreed',
  decided: 'differed',
};

const AGE_LABELS: Readonly<Record<(typeof QUEUE_AGES)[number], string>> = {
  1: 'over 1 hour',
  4: 'over 4 hours',
  24: 'over a day',
  72: 'over 3 days',
};

/** The queue's address. `changes` set or clear filters; any of them leads back to the first page. */
export function queueHref(filter: QueueFilter, changes: QueueChanges = {}): string {
  const query = queueQuery(filter, changes);
  return query === '' ? QUEUE_PATH : `${QUEUE_PATH}?${query}`;
}

export type QueueChanges = Partial<Record<ChoiceName | 'after', string | null>>;

/** The same without the path. */
export function queueQuery(filter: QueueFilter, changes: QueueChanges = {}): string {
  const keepsPage = Object.keys(changes).every((name) => name === 'after');
  const params = new URLSearchParams();
  for (const name of [...FILTER_NAMES, 'sort', 'after'] as const) {
    const kept = name === 'after' && !keepsPage ? undefined : filter[name];
    const value = name in changes ? changes[name] : kept?.toString();
    if (value !== undefined && value !== null && value !== '') params.set(name, value);
  }
  return params.toString();
}

/**
 * Whether a choice takes the place of the last one in the browser's history: the same filter still has the focus, and what was
 * first chosen there has arrived. Before that there is nothing of it to replace.
 */
export function replacesLast(
  first: { readonly name: ChoiceName; readonly from: string } | null,
  name: ChoiceName,
  address: string,
): boolean {
  return first?.name === name && first.from !== address;
}

/** The page's query as Next gives it; of a name given twice the first counts. */
export function toSingleValues(query: Readonly<Record<string, string | string[] | undefined>>): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(query).map(([name, value]) => [name, Array.isArray(value) ? value[0] : value]));
}

export const SORT_LABELS: Readonly<Record<QueueSort, string>> = {
  waiting: 'longest waiting',
  newest: 'newest',
  weakest: 'weakest strength',
  article: 'as in the articles',
  disagreement: 'where checkers differed',
};

export function hasFilters(filter: QueueFilter): boolean {
  return FILTER_NAMES.some((name) => filter[name] !== undefined);
}

/** Every filter with its choices. A value the queue does not offer (an old link) stays visible, so that it can be removed. */
export function toFilterFields(filter: QueueFilter, { articles, checkers, sources }: QueueOptions): readonly FilterField[] {
  const choices: Readonly<Record<FilterName, FilterField['options']>> = {
    article: articles.map(({ id, title }) => ({ value: id, label: title })),
    class: SOURCE_CLASSES.map((value) => ({ value, label: SOURCE_CLASS_FACTS[value].label })),
    source: sources.map(({ id, name }) => ({ value: id, label: name })),
    hand: QUEUE_HANDS.map((value) => ({ value, label: HAND_LABELS[value] })),
    strength: QUEUE_STRENGTHS.map((value) => ({ value, label: `${value} of 5` })),
    flag: FLAGS.map((value) => ({ value, label: FLAG_LABELS[value] })),
    check: QUEUE_CHECKS.map((value) => ({ value, label: CHECK_LABELS[value] })),
    bears: QUEUE_BEARINGS.map((value) => ({ value, label: BEARING_LABELS[value] })),
    disagreement: QUEUE_DISAGREEMENTS.map((value) => ({ value, label: DISAGREEMENT_LABELS[value] })),
    confidence: CONFIDENCES.map((value) => ({ value, label: CONFIDENCE_FACTS[value].label })),
    checker: checkers.map(({ id, name }) => ({ value: id, label: name })),
    age: QUEUE_AGES.map((hours) => ({ value: String(hours), label: AGE_LABELS[hours] })),
  };
  return FILTER_NAMES.map((name) => {
    const value = filter[name]?.toString() ?? null;
    const options = choices[name];
    const missing = value !== null && !options.some((option) => option.value === value);
    return { name, label: LABELS[name], value, options: missing ? [...options, { value, label: 'one with nothing waiting' }] : options };
  });
}
