import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toTextQuote } from '@/lib/anchoring/text-quote';
import { toTextRange } from '@/lib/text/offset';
import { textWithOffsets } from '../text/arbitrary-text';

describe('toTextQuote', () => {
  it('gives the quotations of the worked annotation', () => {
    const sample = readFileSync('prisma/sample/article.txt', 'utf8');
    const { sources } = JSON.parse(readFileSync('prisma/sample/annotation.json', 'utf8')) as {
      sources: Record<string, { mention: Mention | null }>;
    };
    const mentions = Object.values(sources).flatMap(({ mention }) => (mention?.utf16 ? [mention] : []));
    expect(mentions.length).toBeGreaterThan(3);
    for (const { utf16, exact, prefix, suffix } of mentions)
      expect(toTextQuote(sample, toTextRange(...utf16))).toEqual({ exact, prefix, suffix });
  });

  it('takes less at the ends of the text', () => {
    expect(toTextQuote('a [b] c', toTextRange(3, 4))).toEqual({ exact: 'b', prefix: 'a [', suffix: '] c' });
  });

  it('counts code points, so that 32 emoji are 64 units', () => {
    const { prefix, suffix } = toTextQuote(`${'😀'.repeat(40)}x${'👍'.repeat(40)}`, toTextRange(80, 81));
    expect([prefix, suffix]).toEqual(['😀'.repeat(32), '👍'.repeat(32)]);
  });

  it('is well-formed, in its place and at most 32 code points each side', () => {
    fc.assert(
      fc.property(textWithOffsets(100), ({ text, start, end }) => {
        if (!text.slice(0, start).isWellFormed() || !text.slice(0, end).isWellFormed()) return;
        const { exact, prefix, suffix } = toTextQuote(text, toTextRange(start, end));
        expect(text.slice(0, start).endsWith(prefix) && text.slice(end).startsWith(suffix)).toBe(true);
        expect(exact).toBe(text.slice(start, end));
        expect(prefix.isWellFormed() && suffix.isWellFormed()).toBe(true);
        expect([...prefix].length).toBe(Math.min(32, [...text.slice(0, start)].length));
        expect([...suffix].length).toBe(Math.min(32, [...text.slice(end)].length));
      }),
    );
  });
});

type Mention = { readonly utf16: [number, number]; readonly exact: string; readonly prefix: string; readonly suffix: string };
