import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TextOffset } from '@/lib/text/offset';
import { sentenceAt, splitSentences } from '@/lib/text/sentences';
import { arbitraryText } from './arbitrary-text';

function sentencesOf(text: string): string[] {
  return splitSentences(text).map(({ start, end }) => text.slice(start, end));
}

describe('splitSentences', () => {
  it('finds 13 sentences in the sample article: ten lines, three of them with a join that lacks its space', () => {
    const sample = readFileSync('prisma/sample/article.txt', 'utf8');
    const sentences = sentencesOf(sample);
    expect(sentences).toHaveLength(13);
    expect(sentences[0]).toMatch(/^Close Putin Ally .* Pursue Negotiations$/u);
    expect(sentences[2]).toMatch(/^Sources close to the Kremlin/u);
    expect(sentences.filter((sentence) => /^(?:However|It is also|Despite)/u.test(sentence))).toHaveLength(3);
  });

  it.each([
    ['the system.However, he left.', ['the system.', 'However, he left.']],
    ['He did it.It is over.', ['He did it.', 'It is over.']],
    ['So it was.I think so.', ['So it was.', 'I think so.']],
    ['Он ушёл.Потом вернулся.', ['Он ушёл.', 'Потом вернулся.']],
    ['He said “no.”Then he left.', ['He said “no.”', 'Then he left.']],
    ['One! Two? “Three.” Four', ['One!', 'Two?', '“Three.”', 'Four']],
    ['A headline\nThe body. More.', ['A headline', 'The body.', 'More.']],
    ['One \n\n \t\n  Two.', ['One', 'Two.']],
    ['It cost 3.5 million. See example.com now.', ['It cost 3.5 million.', 'See example.com now.']],
    ['Node.js and Booking.Com are names.', ['Node.js and Booking.Com are names.']],
    ['Use e.g.The first.', ['Use e.g.The first.']],
    ['Write to a.Bell@example.org today.', ['Write to a.Bell@example.org today.']],
    ['Write to ann.Bell@example.org today.', ['Write to ann.Bell@example.org today.']],
    ['See example.com/Foo.Bar today.', ['See example.com/Foo.Bar today.']],
    ['The U.S.Army came.', ['The U.S.Army came.']],
    ['Mr. Kozak met Dr. No. They left.', ['Mr. Kozak met Dr. No.', 'They left.']],
    ['John F. Kennedy spoke. J. Smith did not.', ['John F. Kennedy spoke.', 'J. Smith did not.']],
    ['He fought in World War I. Then he wrote.', ['He fought in World War I.', 'Then he wrote.']],
    ['הוא אמר שלום. היא הלכה.', ['הוא אמר שלום.', 'היא הלכה.']],
    ['قال نعم. ثم ذهب؟ لا.', ['قال نعم.', 'ثم ذهب؟', 'لا.']],
    ['彼は言った。彼女は去った。', ['彼は言った。', '彼女は去った。']],
    ['Good 👩‍👩‍👧. Bad 🇫🇷.', ['Good 👩‍👩‍👧.', 'Bad 🇫🇷.']],
    ['', []],
    [' \n ', []],
  ])('splits %j', (text, sentences) => {
    expect(sentencesOf(text)).toEqual(sentences);
  });

  it('gives ranges in order, without overlap, trimmed, on one line, which together hold all that can be seen', () => {
    fc.assert(
      fc.property(arbitraryText(120), (text) => {
        const sentences = splitSentences(text);
        let end = 0;
        let between = '';
        for (const sentence of sentences) {
          expect(sentence.start).toBeGreaterThanOrEqual(end);
          expect(sentence.end).toBeGreaterThan(sentence.start);
          const words = text.slice(sentence.start, sentence.end);
          expect(words).toBe(words.trim());
          expect(words).not.toContain('\n');
          between += text.slice(end, sentence.start);
          end = sentence.end;
        }
        between += text.slice(end);
        expect(between).not.toMatch(/[\p{L}\p{N}\p{P}\p{S}]/u);
      }),
    );
  });

  it.each([
    ['many sentences on one line', 'He said so again. '.repeat(110_000), 110_000],
    ['one line without an end', 'word '.repeat(400_000), 1],
    ['joins only', 'so it was.Then '.repeat(130_000), 130_001],
    ['full stops only', '.'.repeat(2_000_000), 1],
  ])('takes 2 MB: %s', (_, text, count) => {
    expect(splitSentences(text)).toHaveLength(count);
  });
});

describe('sentenceAt', () => {
  const text = '  One. Two.Three is here.\n\nFour.';
  const sentences = splitSentences(text);

  it.each([
    [0, 0],
    [2, 0],
    [6, 0],
    [7, 1],
    [text.indexOf('Three'), 2],
    [text.indexOf('\n') + 1, 2],
    [text.indexOf('Four'), 3],
    [text.length, 3],
  ])('is, at %i, sentence %i', (offset, index) => {
    expect(sentenceAt(sentences, offset as TextOffset)).toBe(index);
  });

  it('is null where there are no sentences', () => {
    expect(sentenceAt([], 0 as TextOffset)).toBeNull();
  });

  it('agrees with a search from the end', () => {
    fc.assert(
      fc.property(arbitraryText(120), (any) => {
        const ranges = splitSentences(any);
        for (let offset = 0; offset <= any.length; offset++) {
          const last = ranges.findLastIndex(({ start }) => start <= offset);
          expect(sentenceAt(ranges, offset as TextOffset)).toBe(ranges.length === 0 ? null : Math.max(0, last));
        }
      }),
    );
  });
});
