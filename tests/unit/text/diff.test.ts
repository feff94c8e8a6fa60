import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DiffKind, type DiffPart, diffList, diffWords } from '@/lib/text/diff';
import { textWithOffsets } from './arbitrary-text';

const letters = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 24 });
const side = (parts: readonly { readonly kind: DiffKind; readonly item: string }[], not: DiffKind) =>
  parts.filter(({ kind }) => kind !== not).map(({ item }) => item);

/** The length of the longest common subsequence, by the table of every textbook. */
function lcs(a: readonly string[], b: readonly string[]): number {
  const table = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  const get = (i: number, j: number) => table[i]?.[j] ?? 0;
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      (table[i] as number[])[j] = a[i - 1] === b[j - 1] ? get(i - 1, j - 1) + 1 : Math.max(get(i - 1, j), get(i, j - 1));
    }
  }
  return get(a.length, b.length);
}

/** “[-gone-]” and “{+come+}” in the text, as a terminal shows them. */
function drawn(parts: readonly DiffPart[]): string {
  return parts.map(({ kind, text }) => (kind === 'same' ? text : kind === 'gone' ? `[-${text}-]` : `{+${text}+}`)).join('');
}

describe('diffList', () => {
  it('finds five steps in the example of Myers (1986, figure 1)', () => {
    const edits = diffList([...'ABCABBA'], [...'CBABAC']);
    expect(edits.filter(({ kind }) => kind !== 'same')).toHaveLength(5);
    expect(side(edits, 'come').join('')).toBe('ABCABBA');
    expect(side(edits, 'gone').join('')).toBe('CBABAC');
  });

  it('gives both lists back, in the fewest steps there are', () => {
    fc.assert(
      fc.property(letters, letters, (a, b) => {
        const edits = diffList(a, b);
        expect(side(edits, 'come')).toEqual(a);
        expect(side(edits, 'gone')).toEqual(b);
        expect(edits.filter(({ kind }) => kind === 'same')).toHaveLength(lcs(a, b));
      }),
    );
  });

  it('takes two long lists that share little as one that went and one that came', () => {
    const [a, b] = ['a', 'b'].map((sign) => Array.from({ length: 3000 }, (_, at) => `${sign}${at % 2 === 0 ? at : ''}`));
    const edits = diffList(a as string[], b as string[]);
    expect(edits.map(({ kind }) => kind)).toEqual([...Array(3000).fill('gone'), ...Array(3000).fill('come')]);
  });
});

describe('diffWords', () => {
  it.each([
    ['', '', ''],
    ['', 'said', '{+said+}'],
    ['said', '', '[-said-]'],
    ['The mayor said no', 'The mayor says no', 'The mayor [-said-]{+says+} no'],
    ['The old mayor said', 'A new mayor said', '[-The old-]{+A new+} mayor said'],
    ['He said “no.”', 'He said “yes.”', 'He said “[-no-]{+yes+}.”'],
    ['one two three', 'one three', 'one [-two -]three'],
    ['שלום עולם', 'שלום לכם', 'שלום [-עולם-]{+לכם+}'],
    ['👍🏽 good', '👍🏿 good', '[-👍🏽-]{+👍🏿+} good'],
  ])('%j and %j read %j', (a, b, expected) => {
    expect(drawn(diffWords(a, b))).toBe(expected);
  });

  it('gives both texts back, with no empty piece and no two neighbours of one kind', () => {
    fc.assert(
      fc.property(textWithOffsets(0), textWithOffsets(0), ({ text: a }, { text: b }) => {
        const parts = diffWords(a, b);
        const text = (not: DiffKind) => parts.map((part) => (part.kind === not ? '' : part.text)).join('');
        expect([text('come'), text('gone')]).toEqual([a, b]);
        expect(parts.every(({ text: words }, at) => words !== '' && parts[at - 1]?.kind !== parts[at]?.kind)).toBe(true);
      }),
    );
  });

  it('sets two notes of full length against each other word by word', () => {
    const words = Array.from({ length: 800 }, (_, at) => `w${at}`);
    const changed = words.map((word, at) => (at % 9 === 0 ? `${word}x` : word));
    expect(diffWords(words.join(' '), changed.join(' ')).filter(({ kind }) => kind === 'come')).toHaveLength(89);
  });
});
