import { describe, expect, it } from 'vitest';
import { ariaKeys, findCommand, KEYS, pressesOf, printKeys, VALUE_KEYS } from '@/components/editor/keymap';
import type { Pressed } from '@/lib/keys/press';
import { aPress as press } from '../../factories/presses';

const read = (pressed: Pressed) => findCommand('text', pressed, true);

describe('the key table', () => {
  it.each([
    [press('j'), 'nextSentence'],
    [press('J', { shiftKey: true }), 'extendNext'],
    [press('Enter'), 'act'],
    [press('Enter', { ctrlKey: true }), 'submit'],
    [press('Enter', { metaKey: true }), 'submit'],
    [press('u'), 'undo'],
    [press('U', { shiftKey: true }), 'redo'],
    [press('z', { ctrlKey: true }), 'undo'],
    [press('?', { shiftKey: true }), 'keySheet'],
    [press('{', { shiftKey: true }), 'startBack'],
  ] as const)('reads %o as %s', (pressed, command) => {
    expect(read(pressed)).toBe(command);
  });

  it('reads letters the same with caps lock', () => {
    expect(read(press('J'))).toBe('nextSentence');
  });

  it('reads brackets typed with AltGr', () => {
    expect(read(press(']', { ctrlKey: true, altKey: true, altGraph: true }))).toBe('endForward');
  });

  it('leaves the browser its own keys', () => {
    expect(read(press('r', { ctrlKey: true }))).toBeNull();
    expect(read(press('n', { altKey: true }))).toBeNull();
    expect(read(press('Tab'))).toBeNull();
  });

  it.each([
    ['Russian', press('о', { code: 'KeyJ' }), 'nextSentence'],
    ['Russian, shifted', press('О', { code: 'KeyJ', shiftKey: true }), 'extendNext'],
    ['Russian, with Ctrl', press('я', { code: 'KeyZ', ctrlKey: true }), 'undo'],
    ['Russian', press('х', { code: 'BracketLeft' }), 'endBack'],
    ['Russian, shifted', press('Ъ', { code: 'BracketRight', shiftKey: true }), 'startForward'],
    ['Greek', press('ν', { code: 'KeyN' }), 'nextClaim'],
    ['Arabic', press('ت', { code: 'KeyJ' }), 'nextSentence'],
    ['Arabic, shifted', press('؟', { code: 'Slash', shiftKey: true }), 'keySheet'],
    ['Hebrew', press('ר', { code: 'KeyR' }), 'repeat'],
  ] as const)('reads a key by its place on a %s keyboard', (_layout, pressed, command) => {
    expect(read(pressed)).toBe(command);
  });

  it('leaves single keys alone when they are switched off, and no others', () => {
    const off = (pressed: Pressed) => findCommand('text', pressed, false);
    const single = ['j', 'r', '[', '?', 'u'].map((key) => press(key));
    expect([...single, press('о', { code: 'KeyJ' })].map(off)).toEqual([null, null, null, null, null, null]);
    expect(off(press('J', { shiftKey: true }))).toBeNull();
    const others = [press('Enter'), press('Escape'), press('Delete'), press('Enter', { ctrlKey: true }), press('z', { ctrlKey: true })];
    expect(others.map(off)).toEqual(['act', 'close', 'remove', 'submit', 'undo']);
    expect(findCommand('form', press('.'), false)).toBeNull();
    expect(findCommand('form', press('Escape'), false)).toBe('drop');
  });

  it('knows which ways to press a command are left then', () => {
    expect(pressesOf('undo', false)).toEqual([{ key: 'z', ctrl: true }]);
    expect(pressesOf('nextSentence', false)).toEqual([]);
  });

  it('gives no key two meanings in one place', () => {
    for (const scope of ['text', 'form']) {
      const keys = Object.values(KEYS)
        .filter((facts) => facts.scope === scope)
        .flatMap(({ press: presses }) => presses.map((one) => JSON.stringify(one)));
      expect(new Set(keys).size).toBe(keys.length);
    }
  });

  it('gives the choices of the form eleven types and three confidences, each a key of its own', () => {
    const keys = VALUE_KEYS.flatMap((row) => row.keys);
    expect(keys).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '9', '0', '-', 'l', 'm', 'h']);
  });

  it('prints keys for people and for assistive technology', () => {
    expect(printKeys('redo')).toEqual(['Shift u', 'Ctrl Shift z']);
    expect(ariaKeys('submit')).toBe('Control+Enter');
  });
});
