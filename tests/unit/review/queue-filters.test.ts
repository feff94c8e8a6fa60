import { describe, expect, it } from 'vitest';
import { hasFilters, queueHref, replacesLast, toFilterFields, toSingleValues } from '@/components/review/queue-filters';
import { newId } from '@/lib/kernel/ids';
import { queueFilterInput } from '@/lib/review/schema';

const article = newId();
const options = {
  articles: [{ id: article, title: 'Kozak' }],
  checkers: [{ id: newId(), name: 'Cleo' }],
  sources: [{ id: newId(), name: 'NYT' }],
};

function parse(href: string) {
  return queueFilterInput.parse(Object.fromEntries(new URL(href, 'http://hearsay').searchParams));
}

describe('the queue’s address', () => {
  it('holds each filter, and reads back as the same filter', () => {
    const filter = queueFilterInput.parse({
      article,
      class: 'anonymous',
      check: 'not_checked',
      bears: 'contradicts',
      disagreement: 'decided',
      confidence: 'low',
      checker: newId(),
      source: newId(),
      hand: 'none',
      strength: '2',
      age: '24',
      after: `1.${newId()}`,
    });
    expect(parse(queueHref(filter))).toEqual(filter);
  });

  it('is the bare path without filters', () => {
    expect(queueHref({})).toBe('/review');
    expect(queueHref({ class: 'anonymous' }, { class: null })).toBe('/review');
    expect(queueHref({ class: 'anonymous' }, { class: '' })).toBe('/review');
  });

  it('goes back to the first page when a filter changes', () => {
    expect(queueHref({ class: 'anonymous', after: 'x' }, { age: '4' })).toBe('/review?class=anonymous&age=4');
    expect(queueHref({ class: 'anonymous', after: 'x' }, { class: null })).toBe('/review');
    expect(queueHref({ class: 'anonymous', after: 'x' })).toBe('/review?class=anonymous&after=x');
  });

  it('keeps the filters when the page changes', () => {
    expect(queueHref({ class: 'anonymous' }, { after: 'y' })).toBe('/review?class=anonymous&after=y');
    expect(queueHref({ class: 'anonymous', after: 'y' }, { after: null })).toBe('/review?class=anonymous');
  });

  it('takes the first of a name given twice', () => {
    expect(toSingleValues({ class: ['anonymous', 'relay'], age: '4' })).toEqual({ class: 'anonymous', age: '4' });
  });
});

describe('the filter bar', () => {
  it('marks what is chosen', () => {
    const fields = toFilterFields({ class: 'relay', age: 24 }, options);
    expect(fields.map(({ name, value }) => [name, value])).toEqual([
      ['article', null],
      ['class', 'relay'],
      ['source', null],
      ['hand', null],
      ['strength', null],
      ['flag', null],
      ['check', null],
      ['bears', null],
      ['disagreement', null],
      ['confidence', null],
      ['checker', null],
      ['age', '24'],
    ]);
    expect(fields.at(-1)?.options.find(({ value }) => value === '24')?.label).toBe('over a day');
  });

  it('keeps showing a value that the queue does not offer, so that it can be removed', () => {
    const gone = newId();
    expect(toFilterFields({ article: gone }, options).at(0)?.options.at(-1)).toEqual({ value: gone, label: 'one with nothing waiting' });
  });

  it('does not take the page for a filter', () => {
    expect(hasFilters({ after: 'x' })).toBe(false);
    expect(hasFilters({ confidence: 'low' })).toBe(true);
  });
});

describe('a choice in a filter', () => {
  it('replaces the one before it only while its filter keeps the focus and that one has arrived', () => {
    const first = { name: 'class', from: '/review' } as const;
    expect(replacesLast(null, 'class', '/review')).toBe(false);
    expect(replacesLast(first, 'class', '/review')).toBe(false);
    expect(replacesLast(first, 'class', '/review?class=author')).toBe(true);
    expect(replacesLast(first, 'age', '/review?class=author')).toBe(false);
  });
});
