import fc from 'fast-check';
import { expect, it } from 'vitest';
import { describeSpan } from '@/lib/anchoring/describe-span';
import { sentencesAround } from '@/lib/anchoring/sentences-around';
import { toTextRange } from '@/lib/text/offset';
import { splitSentences } from '@/lib/text/sentences';

const words = ['The mayor resigned.', 'She said no!', 'Why?', '“Never,” he said.', 'Dr. No went.\n', 'It rained 🌧.', '\n\n'];

it('describes a span as the sentences of the whole text would, however far its edges are apart', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 120 }), fc.nat(), fc.nat(), (parts, a, b) => {
      const text = parts.join(' ');
      const [start, end] = [a % text.length, b % text.length].sort((x, y) => x - y) as [number, number];
      const range = toTextRange(start, end + 1);
      if (text.slice(start, end + 1).trim() === '' || !text.slice(start, end + 1).isWellFormed()) return;
      expect(describeSpan(text, sentencesAround(text, range), range)).toEqual(describeSpan(text, splitSentences(text), range));
    }),
  );
});

it('looks at no more than the edges of a line of two megabytes', () => {
  const text = `${'word '.repeat(400_000)}end.`;
  const near = sentencesAround(text, toTextRange(1_000_000, 1_000_004));
  expect(near.reduce((sum, { start, end }) => sum + end - start, 0)).toBeLessThan(1100);
});
