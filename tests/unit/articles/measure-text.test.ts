import { describe, expect, it } from 'vitest';
import { formatSize } from '@/components/articles/format-size';
import { measureText } from '@/components/articles/measure-text';
import { importPastedText } from '@/lib/import/plain-text';

describe('measureText', () => {
  it('foresees the title that the import will give', () => {
    for (const text of ['A title\n\nBody.', '\uFEFF\r\n  \u200B\r\n  Second line \rBody', 'cafe\u0301']) {
      const imported = importPastedText(text);
      expect(imported.ok && imported.value.title).toBe(measureText(text).title);
    }
  });

  it('has no title for a text in which nothing can be seen', () => {
    expect(measureText('').title).toBeNull();
    expect(measureText(' \n\u200B\n').title).toBeNull();
  });

  it('shows only the beginning of an endless first line', () => {
    expect(measureText('word '.repeat(100_000)).title).toHaveLength(301);
  });

  it('counts words, code points of the canonical text, and bytes as they are sent', () => {
    expect(measureText('Київ 😀\r\nsaid')).toMatchObject({ words: 2, characters: 11, bytes: 19, exact: true });
  });

  it('says when it only estimates', () => {
    expect(measureText('word '.repeat(50_000))).toMatchObject({ words: 50_000, exact: false });
  });
});

it('writes sizes in the unit that fits', () => {
  expect([0, 1, 999, 1000, 999_999, 1_000_000, 1_999_999, 2 * 1024 * 1024].map(formatSize)).toEqual([
    '0 bytes',
    '1 byte',
    '999 bytes',
    '1 KB',
    '999 KB',
    '1 MB',
    '1.9 MB',
    '2 MB',
  ]);
});
