import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findWords } from '@/lib/text/find-words';
import { EXACT, type Folding, foldText, LOOSE } from '@/lib/text/fold-text';
import { ceilToGrapheme, floorToGrapheme } from '@/lib/text/graphemes';
import { anyString, textWithOffsets } from './arbitrary-text';

const find = (text: string, words: string, folding: Folding = LOOSE, wholeWords = false, max = 1000) =>
  findWords(text, foldText(text, folding), words, folding, { max, wholeWords }).map(({ start, end }) => text.slice(start, end));

describe('words in a text', () => {
  it.each([
    ['Putin and putin, PUTIN', 'putin', ['Putin', 'putin', 'PUTIN']],
    ['a café, a cafe\u0301', 'cafe', ['café', 'cafe\u0301']],
    ['in  the\nend', 'in the end', ['in  the\nend']],
    ['he said “no”', '"no"', ['“no”']],
    ['Straße', 'strasse', ['Straße']],
    ['Straße', 's', ['S']],
    ['Σίσυφος', 'ΣΊΣΥΦΟΣ', ['Σίσυφος']],
    ['عَرَبِيّ', 'عربي', ['عَرَبِيّ']],
    ['hy\u00adphen', 'hyphen', ['hy\u00adphen']],
    ['aaaa', 'aa', ['aa', 'aa']],
    ['nothing', '  ', []],
  ])('of “%s” that are “%s” are found', (text, words, found) => {
    expect(find(text, words)).toEqual(found);
  });

  it('are found letter by letter where that is asked', () => {
    expect(find('Putin, putin', 'putin', EXACT)).toEqual(['putin']);
    expect(find('a café', 'cafe', EXACT)).toEqual([]);
  });

  it('are never found in the middle of what a reader sees as one character', () => {
    expect(find('👩‍👩‍👧', '👩', EXACT)).toEqual([]);
    expect(find('1️⃣ 1', '1', EXACT)).toEqual(['1']);
  });

  it('may have to stand alone', () => {
    expect(find('Putin, Putinism, Ex-Putin', 'putin', LOOSE, true)).toEqual(['Putin', 'Putin']);
    expect(find('東京です', '東京', LOOSE, true)).toEqual([]);
  });

  it('are found so often and no more', () => {
    expect(find('a a a a', 'a', LOOSE, false, 2)).toEqual(['a', 'a']);
  });

  it('come out as what was asked for, whole characters, in order and apart', () => {
    const folding = fc.record({ capitals: fc.boolean(), accents: fc.boolean(), typography: fc.boolean() });
    fc.assert(
      fc.property(anyString, fc.oneof(anyString, fc.constantFrom('a', 'e', 'שלום', '"', '. ')), folding, (text, words, how) => {
        const searched = foldText(text, how);
        const wanted = foldText(words.normalize('NFC').trim(), how).folded;
        let reached = 0;
        for (const { start, end } of findWords(text, searched, words, how, { max: 50, wholeWords: false })) {
          expect(foldText(text.slice(start, end), how).folded).toBe(wanted);
          expect([floorToGrapheme(text, start), ceilToGrapheme(text, end)]).toEqual([start, end]);
          expect(start).toBeGreaterThanOrEqual(reached);
          reached = end;
        }
      }),
    );
  });

  it('are found where they were cut', () => {
    fc.assert(
      fc.property(textWithOffsets(), ({ text: raw, start, end }) => {
        const text = raw.normalize('NFC');
        const [from, to] = [floorToGrapheme(text, Math.min(start, text.length)), ceilToGrapheme(text, Math.min(end, text.length))];
        const quote = text.slice(from, to);
        fc.pre(quote.trim() === quote && quote !== '' && quote.normalize('NFC') === quote);
        const all = findWords(text, foldText(text, EXACT), quote, EXACT, { max: 10_000, wholeWords: false });
        expect(all.some((range) => text.slice(range.start, range.end) === quote)).toBe(true);
      }),
    );
  });
});
