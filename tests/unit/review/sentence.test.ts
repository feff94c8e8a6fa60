import { describe, expect, it } from 'vitest';
import { moveSpanEdge, within } from '@/components/review/fix/span-edges';
import { type SentenceSpan, shortLead, toSentences } from '@/components/review/sentence';
import { toTextRange } from '@/lib/text/offset';
import { at } from './queue-items';

/** Spans from a sentence with its marked parts in brackets; `start` is where the sentence begins in the revision. */
function spansOf(marked: string, start = 0): readonly SentenceSpan[] {
  const text = marked.replace(/[[\]]/gu, '');
  const spans: SentenceSpan[] = [];
  let taken = 0;
  for (const found of marked.matchAll(/\[([^\]]*)\]/gu)) {
    const from = found.index - taken;
    taken += 2;
    const quote = found[1] as string;
    const to = from + quote.length;
    spans.push({ ...toTextRange(start + from, start + to), quote, before: text.slice(0, from), after: text.slice(to) });
  }
  return spans;
}

function show(spans: readonly SentenceSpan[]): readonly string[] {
  return toSentences(spans).map((pieces) => pieces.map(({ text, marked }) => (marked ? `[${text}]` : text)).join(''));
}

describe('a claim in its sentences', () => {
  it.each([
    'The mayor [said no] on Monday.',
    '[The mayor said no.]',
    '[He], the mayor added, [said no] twice.',
    '[He] [said] [no].',
    '[He][said].',
    'The [mayor], he said, [did it].',
  ])('stands as it was written: %s', (sentence) => {
    expect(show(spansOf(sentence, 40))).toEqual([sentence]);
  });

  it('stands in two sentences when its spans do', () => {
    expect(show([...spansOf('The [first] one.'), ...spansOf('The [second] one.', 17)])).toEqual(['The [first] one.', 'The [second] one.']);
  });

  it('does not join sentences whose words between the spans were cut', () => {
    const first = { ...at(spansOf('[He] and so on'), 0), after: ' and so…' };
    const second = { ...at(spansOf('far away [said]', 400), 0), before: '…far away ' };
    expect(show([first, second])).toEqual(['[He] and so…', '…far away [said]']);
  });
});

describe('the lead of a row', () => {
  it('stays when it is short', () => {
    expect(shortLead('The mayor, who was late, said that ')).toBe('The mayor, who was late, said that ');
  });

  it('loses its beginning at a word when it is long', () => {
    const short = shortLead(`${'Kozak met the president many times in the last months '.repeat(4)}and said `);
    expect(short).toMatch(/^… \S/u);
    expect(short.endsWith('and said ')).toBe(true);
    expect(short.length).toBeLessThan(80);
  });

  it('never begins with half a character', () => {
    expect(shortLead('😀'.repeat(80)).isWellFormed()).toBe(true);
    expect(shortLead(`a${'😀'.repeat(80)}`).isWellFormed()).toBe(true);
  });
});

describe('moving an edge', () => {
  const span = at(spansOf('Kozak said [the war] must end.', 100), 0);
  const words = ({ before, quote, after }: SentenceSpan) => `${before}[${quote}]${after}`;

  it('takes in and lets go of one word at either end', () => {
    expect(words(moveSpanEdge(span, 'start', 'previous'))).toBe('Kozak [said the war] must end.');
    expect(words(moveSpanEdge(span, 'start', 'next'))).toBe('Kozak said the [war] must end.');
    expect(words(moveSpanEdge(span, 'end', 'next'))).toBe('Kozak said [the war must] end.');
    expect(words(moveSpanEdge(span, 'end', 'previous'))).toBe('Kozak said [the] war must end.');
  });

  it('counts in offsets of the revision', () => {
    expect(moveSpanEdge(span, 'start', 'previous')).toMatchObject({ start: 106, end: 118 });
  });

  it('leaves the last word, and stops at the ends of the sentence', () => {
    const one = at(spansOf('[Kozak] said.', 100), 0);
    expect(moveSpanEdge(one, 'end', 'previous')).toBe(one);
    expect(moveSpanEdge(one, 'start', 'next')).toBe(one);
    expect(moveSpanEdge(one, 'start', 'previous')).toBe(one);
  });

  it('never goes into context that was cut', () => {
    const cut: SentenceSpan = { ...toTextRange(500, 503), quote: 'war', before: '…the ', after: ' must…' };
    const wide = moveSpanEdge(moveSpanEdge(cut, 'start', 'previous'), 'end', 'next');
    expect(words(wide)).toBe('…[the war must]…');
    expect(wide).toMatchObject({ start: 496, end: 508 });
    expect(moveSpanEdge(wide, 'start', 'previous')).toBe(wide);
  });

  it('keeps the sentence whole whatever the range', () => {
    expect(words(within(span, { start: 100, end: 105 }))).toBe('[Kozak] said the war must end.');
  });
});
