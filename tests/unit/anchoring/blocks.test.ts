import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toBlocks } from '@/lib/anchoring/blocks';
import { isBlank } from '@/lib/text/blank';
import { arbitraryText } from '../text/arbitrary-text';

describe('toBlocks', () => {
  it('takes the first line with visible text as the title and the others as paragraphs', () => {
    expect(toBlocks('\n \nHead\n\nOne.\n\t\u200b\n  Two. \n')).toEqual([
      { kind: 'title', start: 3, end: 7 },
      { kind: 'paragraph', start: 9, end: 13 },
      { kind: 'paragraph', start: 17, end: 24 },
    ]);
  });

  it('finds the headline and nine paragraphs in the sample article', () => {
    const blocks = toBlocks(readFileSync('prisma/sample/article.txt', 'utf8'));
    expect(blocks.map(({ kind }) => kind)).toEqual(['title', ...new Array(9).fill('paragraph')]);
  });

  it('has no block for a text without visible text', () => {
    expect(toBlocks('')).toEqual([]);
    expect(toBlocks(' \n\n\u00a0')).toEqual([]);
  });

  it('agrees with splitting at line breaks', () => {
    fc.assert(
      fc.property(arbitraryText(), (text) => {
        const blocks = toBlocks(text);
        expect(blocks.map(({ start, end }) => text.slice(start, end))).toEqual(text.split('\n').filter((line) => !isBlank(line)));
        expect(blocks.findLastIndex(({ kind }) => kind === 'title')).toBe(blocks.length === 0 ? -1 : 0);
      }),
    );
  });
});
