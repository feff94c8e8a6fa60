import { describe, expect, it } from 'vitest';
import { type PaletteItem, rankCommands } from '@/components/ui/rank-commands';

const item = (label: string, words = ''): PaletteItem => ({ id: label, group: '', label, words, run: () => {} });
const ITEMS = [item('Next sentence'), item('Next claim'), item('Undo'), item('All keys', 'help shortcuts'), item('Naïve claim of Đà Nẵng')];
const find = (query: string) => rankCommands(ITEMS, query).map(({ label }) => label);

describe('a command', () => {
  it('is found by the beginning of its name, then of its words, then of what else it is called', () => {
    expect(find('ne')).toEqual(['Next sentence', 'Next claim']);
    expect(find('claim')).toEqual(['Next claim', 'Naïve claim of Đà Nẵng']);
    expect(find('short')).toEqual(['All keys']);
    expect(find('ndo')).toEqual(['Undo']);
  });

  it('has to hold every word that was typed, in any order, with or without accents and capitals', () => {
    expect(find('CLAIM naive')).toEqual(['Naïve claim of Đà Nẵng']);
    expect(find('claim undo')).toEqual([]);
  });

  it('stands where it stood when nothing is typed', () => {
    expect(find(' ')).toEqual(ITEMS.map(({ label }) => label));
  });
});
