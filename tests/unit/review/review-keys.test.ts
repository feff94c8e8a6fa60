import { describe, expect, it } from 'vitest';
import { COMMANDS, findCommand, keysInFoot, printedKeys, REVIEW_KEYS } from '@/components/review/review-keys';
import { aPress } from '../../factories/presses';

const anywhere = { place: 'elsewhere', singleKeys: true } as const;
const press = (key: string, code = '') => aPress(key, { code });

describe('the key table', () => {
  it('has a key for every command, and no key twice', () => {
    const single = REVIEW_KEYS.flatMap((row) => Object.keys(row.single));
    const commands = REVIEW_KEYS.flatMap((row) =>
      [row.single, row.inList ?? {}, row.inDetail ?? {}].flatMap((keys) => Object.values(keys)),
    );
    expect(new Set(single).size).toBe(single.length);
    expect(new Set(commands)).toEqual(new Set(COMMANDS));
  });

  it('knows the keys of the product', () => {
    const known = ['j', 'k', 'a', 'f', 'r', 'x', 'z', 'o', '?'].map((key) => findCommand(press(key), anywhere));
    expect(known).toEqual(['next', 'previous', 'approve', 'fix', 'return', 'reject', 'undo', 'open', 'help']);
    expect(findCommand(press('q'), anywhere)).toBeNull();
  });

  it('takes arrows and Enter only in the list, and Esc only in the details', () => {
    expect(findCommand(press('ArrowDown'), { place: 'list', singleKeys: true })).toBe('next');
    expect(findCommand(press('ArrowDown'), anywhere)).toBeNull();
    expect(findCommand(press('Enter'), { place: 'list', singleKeys: true })).toBe('read');
    expect(findCommand(press('Enter'), { place: 'detail', singleKeys: true })).toBeNull();
    expect(findCommand(press('Escape'), { place: 'detail', singleKeys: true })).toBe('back');
    expect(findCommand(press('Escape'), { place: 'list', singleKeys: true })).toBeNull();
  });

  it('leaves the letters alone when they are switched off, but not the arrows', () => {
    expect(findCommand(press('a'), { place: 'list', singleKeys: false })).toBeNull();
    expect(findCommand(press('ArrowUp'), { place: 'list', singleKeys: false })).toBe('previous');
  });

  it('finds a letter by its place on a keyboard without Latin letters', () => {
    expect(findCommand(press('ф', 'KeyA'), anywhere)).toBe('approve');
    expect(findCommand(press('о', 'KeyJ'), anywhere)).toBe('next');
    expect(findCommand(press('q', 'KeyA'), anywhere)).toBeNull();
    expect(findCommand(press('ä', 'KeyA'), anywhere)).toBeNull();
  });

  it('leaves the browser its own keys, and takes letters with caps lock', () => {
    for (const held of [{ ctrlKey: true }, { metaKey: true }, { altKey: true }, { shiftKey: true }]) {
      expect(findCommand(aPress('a', held), anywhere)).toBeNull();
    }
    expect(findCommand(aPress('Home', { ctrlKey: true }), { place: 'list', singleKeys: true })).toBeNull();
    expect(findCommand(press('A'), anywhere)).toBe('approve');
  });

  it('shows in the foot the keys that act', () => {
    const moves = REVIEW_KEYS.find(({ single }) => single.j === 'next');
    expect(moves && keysInFoot(moves, true)).toEqual(['j', 'k']);
    expect(moves && keysInFoot(moves, false)).toEqual(['↓', '↑']);
  });

  it('prints its keys', () => {
    expect(REVIEW_KEYS.map(printedKeys).slice(0, 3)).toEqual([
      ['j', 'k', '↓', '↑'],
      ['Home', 'End'],
      ['↵', 'Space', 'Esc'],
    ]);
  });
});
