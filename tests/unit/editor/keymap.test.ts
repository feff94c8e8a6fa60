import { describe, expect, it } from 'vitest';
import { ariaKeys, findCommand, KEYS, type Pressed, printKeys, VALUE_KEYS } from '@/components/editor/keymap';

const press = (key: string, held: Partial<Pressed> = {}): Pressed => ({
  key,
  shiftKey: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  altGraph: false,
  ...held,
});

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
    expect(findCommand('text', pressed)).toBe(command);
  });

  it('reads letters the same with caps lock', () => {
    expect(findCommand('text', press('J'))).toBe('nextSentence');
  });

  it('reads brackets typed with AltGr', () => {
    expect(findCommand('text', press(']', { ctrlKey: true, altKey: true, altGraph: true }))).toBe('endForward');
  });

  it('leaves the browser its own keys', () => {
    expect(findCommand('text', press('r', { ctrlKey: true }))).toBeNull();
    expect(findCommand('text', press('n', { altKey: true }))).toBeNull();
    expect(findCommand('text', press('Tab'))).toBeNull();
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
