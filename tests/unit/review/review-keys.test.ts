import { describe, expect, it } from 'vitest';
import { findCommand, type KeyedCommand, keysInFoot, printedKeys, REVIEW_TABLE, reviewKeys } from '@/components/review/review-keys';
import { DEFAULT_KEYS } from '@/lib/keys/command';
import type { Pressed } from '@/lib/keys/press';
import { aPress } from '../../factories/presses';

const usual = reviewKeys(DEFAULT_KEYS);
const without = reviewKeys({ ...DEFAULT_KEYS, singleKeys: false });
const press = (key: string, code = '') => aPress(key, { code });
const anywhere = (pressed: Pressed) => findCommand(pressed, 'elsewhere', usual);

describe('the key table', () => {
  it('has a key for every command, and no key twice', () => {
    const keys = (Object.keys(REVIEW_TABLE) as KeyedCommand[]).map((name) => usual.aria(name));
    expect(keys).not.toContain(undefined);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('knows the keys of the product', () => {
    const known = ['j', 'k', 'a', 'f', 'r', 'x', 'z', 'o', '?'].map((key) => anywhere(press(key)));
    expect(known).toEqual(['next', 'previous', 'approve', 'fix', 'return', 'reject', 'undo', 'open', 'help']);
    expect(anywhere(press('q'))).toBeNull();
  });

  it('takes arrows and Enter only in the list, and Esc in both', () => {
    expect(findCommand(press('ArrowDown'), 'list', usual)).toBe('next');
    expect(anywhere(press('ArrowDown'))).toBeNull();
    expect(findCommand(press('Enter'), 'list', usual)).toBe('read');
    expect(findCommand(press('Enter'), 'detail', usual)).toBeNull();
    expect(findCommand(press('Escape'), 'detail', usual)).toBe('back');
    expect(findCommand(press('Escape'), 'list', usual)).toBe('clear');
    expect(findCommand(press('Escape'), 'elsewhere', usual)).toBeNull();
  });

  it('leaves the letters alone when they are switched off, but not the arrows', () => {
    expect(findCommand(press('a'), 'list', without)).toBeNull();
    expect(findCommand(press('ArrowUp'), 'list', without)).toBe('previous');
    expect(findCommand(aPress('k', { ctrlKey: true }), 'elsewhere', without)).toBe('palette');
  });

  it('finds a letter by its place on a keyboard without Latin letters', () => {
    expect(anywhere(press('ф', 'KeyA'))).toBe('approve');
    expect(anywhere(press('о', 'KeyJ'))).toBe('next');
    expect(anywhere(press('q', 'KeyA'))).toBeNull();
    expect(anywhere(press('ä', 'KeyA'))).toBeNull();
  });

  it('leaves the browser its own keys, and takes letters with caps lock', () => {
    for (const held of [{ ctrlKey: true }, { metaKey: true }, { altKey: true }, { shiftKey: true }]) {
      expect(anywhere(aPress('a', held))).toBeNull();
    }
    expect(findCommand(aPress('Home', { ctrlKey: true }), 'list', usual)).toBeNull();
    expect(anywhere(press('A'))).toBe('approve');
  });

  it('lets Enter press the button or link that has the focus, whatever Enter was given to', () => {
    const own = reviewKeys({ singleKeys: true, keys: { 'review.approve': ['Enter', 'y'] } });
    expect(findCommand(press('Enter'), 'elsewhere', own)).toBe('approve');
    for (const place of ['elsewhere', 'detail'] as const) expect(findCommand(press('Enter'), place, own, true)).toBeNull();
    expect(findCommand(press('Enter'), 'list', own, true)).toBe('read');
    expect(findCommand(press('y'), 'detail', own, true)).toBe('approve');
  });

  it('follows the keys a person chose, and leaves the others', () => {
    const own = reviewKeys({ singleKeys: true, keys: { 'review.approve': ['y'], 'annotate.undo': ['a'] } });
    expect([press('y'), press('a'), press('f')].map((pressed) => findCommand(pressed, 'elsewhere', own))).toEqual(['approve', null, 'fix']);
    expect(printedKeys('approve', own)).toEqual(['y']);
  });

  it('shows in the foot the keys that act', () => {
    expect(['next', 'previous'].map((name) => keysInFoot(name as KeyedCommand, usual))).toEqual([['j'], ['k']]);
    expect(['next', 'previous'].map((name) => keysInFoot(name as KeyedCommand, without))).toEqual([['↓'], ['↑']]);
    expect(keysInFoot('approve', without)).toEqual([]);
  });

  it('prints the keys of the list beside its own', () => {
    expect(printedKeys('next', usual)).toEqual(['j', '↓']);
  });
});
