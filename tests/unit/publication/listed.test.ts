import { describe, expect, it } from 'vitest';
import { withoutDetails } from '@/lib/publication/changes';
import { editionsWords } from '@/lib/publication/editions-words';
import { stillShowing, toListed } from '@/lib/publication/listed';
import { pseudoFrame } from '@/tests/factories/frames';
import { at } from '@/tests/factories/report';

const edition = (number: number, different: Partial<Parameters<typeof toListed>[0][number]> = {}) => ({
  number,
  sha256: String(number).repeat(64),
  publishedAt: at(number),
  note: `Remark ${number}.`,
  changes: number === 1 ? [] : [{ number: 4, words: `note was “${number - 1}”, now “${number}”` }],
  withheld: [],
  closed: false,
  ...different,
});

const told = (editions: Parameters<typeof toListed>[0]) =>
  toListed(editions).map(({ note, changes }) => [note, ...changes.map(({ words }) => words)]);

describe('what a page tells of its editions', () => {
  it('is everything while all of them are open and withhold the same', () => {
    expect(told([edition(2), edition(1)])).toEqual([['Remark 2.', 'note was “1”, now “2”'], ['Remark 1.']]);
  });

  it('has no words of a correction on either side of a closed edition, and no remark on that', () => {
    expect(told([edition(4), edition(3), edition(2, { closed: true }), edition(1)])).toEqual([
      ['Remark 4.', 'note was “3”, now “4”'],
      ['Remark 3.', 'changed'],
      ['', 'changed'],
      ['Remark 1.'],
    ]);
  });

  it('has no words of editions that withheld less than its own', () => {
    expect(told([edition(3, { withheld: ['notes'] }), edition(2, { withheld: ['notes', 'people'] }), edition(1)])).toEqual([
      ['Remark 3.', 'note was “2”, now “3”'],
      ['Remark 2.', 'note was “1”, now “2”'],
      [''],
    ]);
  });
});

it('names what became of a whole claim in the language of the page, and says of what it cannot tell that it changed', () => {
  const { published } = pseudoFrame('greek');
  const { added, takenOut, changed } = published.changes;
  const kept = ['added', takenOut, 'hinzugefügt'].map((words, at) => ({ number: at + 1, words }));
  expect(withoutDetails(kept, published.changes).map(({ words }) => words)).toEqual([added, takenOut, changed]);
});

it('finds the open editions that show what is withheld now, and names them', () => {
  const closed = { at: at(0), by: { id: 'a', name: 'A' }, reason: 'Why.' };
  const editions = [
    { number: 4, withheld: ['people', 'notes'], closed: null },
    { number: 3, withheld: ['people'], closed: null },
    { number: 2, withheld: [], closed },
    { number: 1, withheld: [], closed: null },
  ] as const;
  const found = stillShowing(editions, ['people', 'notes']);
  expect(editionsWords(found)).toBe('Editions 1 and 3');
  expect(editionsWords(stillShowing(editions, ['people']))).toBe('Edition 1');
  expect(stillShowing(editions, [])).toEqual([]);
  expect(editionsWords([{ number: 10 }, { number: 2 }, { number: 1 }])).toBe('Editions 1, 2 and 10');
});
