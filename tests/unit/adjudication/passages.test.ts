import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutPassage, passagesOf } from '@/lib/adjudication/passages';
import { toTextRange } from '@/lib/text/offset';

const TEXT = 'The mayor resigned\nThe mayor said no. It rained. Officials denied it.';
const at = (words: string) => toTextRange(TEXT.indexOf(words), TEXT.indexOf(words) + words.length);

describe('passagesOf', () => {
  it('gives the whole sentences that hold the words, and those that touch as one', () => {
    expect(passagesOf(TEXT, [at('mayor said'), at('said no')]).map(({ text }) => text.trim())).toEqual(['The mayor said no.']);
    expect(passagesOf(TEXT, [at('The mayor resigned'), at('denied')]).map(({ text }) => text.trim())).toEqual([
      'The mayor resigned',
      'Officials denied it.',
    ]);
  });

  it('holds every span whole, wherever it lies', () => {
    const range = fc
      .tuple(fc.nat(TEXT.length - 1), fc.nat(TEXT.length - 1))
      .map(([a, b]) => toTextRange(Math.min(a, b), Math.max(a, b) + 1));
    fc.assert(
      fc.property(fc.array(range, { minLength: 1, maxLength: 4 }), (spans) => {
        const passages = passagesOf(TEXT, spans);
        for (const { start, text } of passages) expect(TEXT.slice(start, start + text.length)).toBe(text);
        for (const { start, end } of spans)
          expect(passages.some((one) => one.start <= start && end <= one.start + one.text.length)).toBe(true);
      }),
    );
  });
});

describe('cutPassage', () => {
  it('cuts wherever a span begins or ends, and says who holds each piece', () => {
    const [passage] = passagesOf(TEXT, [at('said no')]);
    if (passage === undefined) throw new Error('There is one.');
    const pieces = cutPassage(passage, [[at('mayor said')], [at('mayor said no')]]);
    expect(pieces.map(({ text, in: held }) => [text, held])).toEqual([
      ['The ', []],
      ['mayor said', [0, 1]],
      [' no', [1]],
      [`.${passage.text.endsWith(' ') ? ' ' : ''}`, []],
    ]);
  });

  it('loses no letter, whatever the spans', () => {
    const passage = { start: 19, text: TEXT.slice(19, 38) };
    const range = fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 20 })).map(([start, length]) => toTextRange(start, start + length));
    fc.assert(
      fc.property(fc.array(fc.array(range, { maxLength: 3 }), { maxLength: 5 }), (sets) => {
        expect(
          cutPassage(passage, sets)
            .map(({ text }) => text)
            .join(''),
        ).toBe(passage.text);
      }),
    );
  });
});
