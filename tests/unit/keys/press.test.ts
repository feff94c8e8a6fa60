import { describe, expect, it } from 'vitest';
import { isSingleKey, matchesPress, parsePress, printPress, toLatinKey, toPressed, typedKey, writePress } from '@/lib/keys/press';
import { aPress } from '../../factories/presses';

const latin = (key: string, code: string, held: { shiftKey?: boolean; altGraph?: boolean } = {}) =>
  toLatinKey({ key, code, shiftKey: false, altGraph: false, ...held });

describe('the key of an English keyboard', () => {
  it.each([
    ['Russian', 'о', 'KeyJ', 'j'],
    ['Greek', 'κ', 'KeyK', 'k'],
    ['Arabic', 'ش', 'KeyA', 'a'],
    ['Hebrew', 'ש', 'KeyA', 'a'],
    ['Russian', 'х', 'BracketLeft', '['],
    ['Russian', 'ю', 'Period', '.'],
    ['Persian', '۱', 'Digit1', '1'],
    ['Arabic', '٠', 'Digit0', '0'],
  ])('is found by its place on a %s one: %s', (_layout, key, code, expected) => {
    expect(latin(key, code)).toBe(expected);
  });

  it('is found with Shift too', () => {
    expect(latin('О', 'KeyJ', { shiftKey: true })).toBe('J');
    expect(latin('،', 'KeyK', { shiftKey: true })).toBe('K');
    expect(latin('Х', 'BracketLeft', { shiftKey: true })).toBe('{');
    expect(latin('؟', 'Slash', { shiftKey: true })).toBe('?');
  });

  it.each([
    ['q', 'KeyA'],
    ['ä', 'KeyA'],
    ['ß', 'Minus'],
    ['£', 'Digit3'],
    ['§', 'Digit3'],
    ['-', 'Slash'],
    ['.', 'Slash'],
    ['Enter', 'Enter'],
    ['Dead', 'BracketLeft'],
    ['لا', 'KeyB'],
  ])('is %s itself where the layout has it', (key, code) => {
    expect(latin(key, code)).toBe(key);
  });

  it('is not looked for in what AltGr adds', () => {
    expect(latin('µ', 'KeyM', { altGraph: true })).toBe('µ');
  });
});

describe('a press', () => {
  it('asks for Ctrl, or Cmd, and for Shift as the table has them', () => {
    const submit = { key: 'Enter', ctrl: true };
    expect(matchesPress(submit, aPress('Enter', { ctrlKey: true }))).toBe(true);
    expect(matchesPress(submit, aPress('Enter', { metaKey: true }))).toBe(true);
    expect(matchesPress(submit, aPress('Enter'))).toBe(false);
    expect(matchesPress(submit, aPress('Enter', { ctrlKey: true, shiftKey: true }))).toBe(false);
    expect(matchesPress({ key: 'j' }, aPress('J', { shiftKey: true }))).toBe(false);
    expect(matchesPress({ key: 'j', shift: true }, aPress('J', { shiftKey: true }))).toBe(true);
    expect(matchesPress({ key: 'j' }, aPress('J'))).toBe(true);
  });

  it('takes other characters however they are typed', () => {
    expect(matchesPress({ key: '?' }, aPress('?', { shiftKey: true }))).toBe(true);
    expect(matchesPress({ key: ']' }, aPress(']', { ctrlKey: true, altKey: true, altGraph: true }))).toBe(true);
    expect(matchesPress({ key: ']' }, aPress(']', { altKey: true }))).toBe(false);
  });

  it('types a character, in Latin letters, unless Ctrl, Cmd or Alt makes a command of it', () => {
    expect(typedKey(aPress('L', { shiftKey: true }))).toBe('l');
    expect(typedKey(aPress('д', { code: 'KeyL' }))).toBe('l');
    expect(typedKey(aPress('5'))).toBe('5');
    for (const held of [{ ctrlKey: true }, { metaKey: true }, { altKey: true }]) expect(typedKey(aPress('l', held))).toBeNull();
    expect(typedKey(aPress('Enter'))).toBeNull();
  });

  it('is single when it is one character without Ctrl', () => {
    expect([{ key: 'j' }, { key: 'j', shift: true }, { key: '[' }, { key: '1' }].every(isSingleKey)).toBe(true);
    expect([{ key: 'Enter' }, { key: 'Escape' }, { key: 'z', ctrl: true }].some(isSingleKey)).toBe(false);
  });

  it('is read from a keyboard event', () => {
    const event = { ...aPress('@', { ctrlKey: true, altKey: true }), getModifierState: (name: string) => name === 'AltGraph' };
    expect(toPressed(event)).toEqual(aPress('@', { ctrlKey: true, altKey: true, altGraph: true }));
  });

  it('is printed for people and for assistive technology', () => {
    expect(printPress({ key: 'z', ctrl: true, shift: true })).toBe('Ctrl Shift z');
    expect(printPress({ key: 'Enter', ctrl: true })).toBe('Ctrl ↵');
    expect(writePress({ key: 'Enter', ctrl: true })).toBe('Control+Enter');
  });

  it.each([
    { key: 'j' },
    { key: '+', ctrl: true },
    { key: ' ' },
    { key: 'z', ctrl: true, shift: true },
    { key: 'F2', shift: true },
    { key: 'ß' },
  ])('is read back from how it is written: %o', (press) => {
    expect(parsePress(writePress(press))).toEqual(press);
  });

  it.each(['', 'Control+', 'jj', 'a b', 'Alt+j', 'Control+Shift+'])('is not read from “%s”', (written) => {
    expect(parsePress(written)).toBeNull();
  });
});
