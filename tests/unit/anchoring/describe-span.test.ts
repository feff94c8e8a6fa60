import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkRange } from '@/lib/anchoring/check-range';
import { CONTEXT_MAX, describeSpan } from '@/lib/anchoring/describe-span';
import { ceilToGrapheme, floorToGrapheme } from '@/lib/text/graphemes';
import { toTextRange } from '@/lib/text/offset';
import { splitSentences } from '@/lib/text/sentences';
import { textWithOffsets } from '../text/arbitrary-text';
import { marked } from '../text/marked';

function described(drawing: string) {
  const { text, range } = marked(drawing);
  const { before, quote, after } = describeSpan(text, splitSentences(text), range);
  return [before, quote, after];
}

describe('describeSpan', () => {
  it.each([
    ['First. The mayor [said] no. Last.', ['The mayor ', 'said', ' no.']],
    ['First. [The mayor said no.] Last.', ['', 'The mayor said no.', '']],
    ['He did it.It [is] over.', ['It ', 'is', ' over.']],
    ['The one [says. The other] denies. Last.', ['The one ', 'says. The other', ' denies.']],
    ['Head\n\nThe [body\nand the] rest.', ['The ', 'body\nand the', ' rest.']],
    ['One.[ Two ]three.', ['', ' Two ', 'three.']],
    ['One[. ]Two.', ['One', '. ', '']],
    ['הוא [אמר] שלום.', ['הוא ', 'אמר', ' שלום.']],
  ])('describes %j', (drawing, parts) => {
    expect(described(drawing)).toEqual(parts);
  });

  it('keeps the offsets it was given', () => {
    expect(describeSpan('One two.', splitSentences('One two.'), toTextRange(4, 7))).toMatchObject({ start: 4, end: 7 });
  });

  it('cuts long context at its outer end', () => {
    const [before, , after] = described(`${'lorem '.repeat(60)}[said]${' ipsum'.repeat(60)}`);
    expect(before).toHaveLength(CONTEXT_MAX);
    expect(before).toMatch(/^….*lorem $/u);
    expect(after).toHaveLength(CONTEXT_MAX);
    expect(after).toMatch(/^ ipsum.*…$/u);
  });

  it('does not cut context inside a character', () => {
    const family = '👩‍👩‍👧';
    const [before = '', , after = ''] = described(`${family.repeat(50)} [x] ${family.repeat(50)}`);
    expect(before.replaceAll(family, '')).toBe('… ');
    expect(after.replaceAll(family, '')).toBe(' …');
  });

  it('throws for a span that would be refused', () => {
    expect(() => describeSpan('abc', [], toTextRange(2, 9))).toThrow('Broken rule: a span to describe is sound');
  });

  it('quotes the text, with context that stands around it, is short enough and cut between characters', () => {
    fc.assert(
      fc.property(textWithOffsets(400), ({ text, start, end }) => {
        const range = toTextRange(start, end);
        if (checkRange(text, range) !== null) return;
        const span = describeSpan(text, splitSentences(text), range);
        expect(span.quote).toBe(text.slice(start, end));
        expect(Math.max(span.before.length, span.after.length)).toBeLessThanOrEqual(CONTEXT_MAX);
        const before = span.before.replace(/^…/u, '');
        const after = span.after.replace(/…$/u, '');
        expect(text.slice(0, start).endsWith(before) && text.slice(end).startsWith(after)).toBe(true);
        if (before !== span.before) expect(floorToGrapheme(text, start - before.length)).toBe(start - before.length);
        if (after !== span.after) expect(ceilToGrapheme(text, end + after.length)).toBe(end + after.length);
      }),
    );
  });
});
