import { describe, expect, it } from 'vitest';
import { callAt, wrapped } from '@/components/comments/signs';

const PEOPLE = [
  { id: 'a', name: 'Ann' },
  { id: 'k', name: 'Anna Karin' },
  { id: 'b', name: 'Ben' },
];

describe('calling somebody', () => {
  const offered = (text: string) => callAt(text, text.length, PEOPLE)?.offers.map(({ name }) => name) ?? null;

  it.each([
    ['Ask @', ['Ann', 'Anna Karin', 'Ben']],
    ['@an', ['Ann', 'Anna Karin']],
    ['Ask @Anna K', ['Anna Karin']],
    ['Ask @Ben', null],
    ['Ask @Zoe', null],
    ['ann@example.org', null],
    ['Ask', null],
  ])('behind %j offers %j', (text, names) => {
    expect(offered(text)).toEqual(names);
  });

  it('writes the name where the beginning stood, and goes on behind it', () => {
    const call = callAt('Ask @be first.', 'Ask @be'.length, PEOPLE);
    expect(call?.first).toEqual({ text: 'Ask @Ben first.', from: 9, to: 9 });
  });
});

it('puts signs around what is selected, and the caret between them where nothing is', () => {
  const bold = { before: '**', after: '**' };
  expect(wrapped('so it is', { from: 3, to: 5 }, bold)).toEqual({ text: 'so **it** is', from: 5, to: 7 });
  expect(wrapped('so', { from: 2, to: 2 }, bold)).toEqual({ text: 'so****', from: 4, to: 4 });
});
