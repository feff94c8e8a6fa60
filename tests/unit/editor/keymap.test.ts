import { describe, expect, it } from 'vitest';
import { ANNOTATE_TABLE, annotateKeys, CHOICE_KEYS, type ChoiceCommand } from '@/components/editor/keymap';
import { type CommandFacts, DEFAULT_KEYS } from '@/lib/keys/command';
import type { Pressed } from '@/lib/keys/press';
import { aPress as press } from '../../factories/presses';

const usual = annotateKeys(DEFAULT_KEYS);
const without = annotateKeys({ ...DEFAULT_KEYS, singleKeys: false });
const read = (pressed: Pressed) => usual.find('text', pressed);

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
    const off = (pressed: Pressed) => without.find('text', pressed);
    const single = ['j', 'r', '[', '?', 'u'].map((key) => press(key));
    expect([...single, press('о', { code: 'KeyJ' })].map(off)).toEqual([null, null, null, null, null, null]);
    expect(off(press('J', { shiftKey: true }))).toBeNull();
    const others = [press('Enter'), press('Escape'), press('Delete'), press('Enter', { ctrlKey: true }), press('z', { ctrlKey: true })];
    expect(others.map(off)).toEqual(['act', 'close', 'remove', 'submit', 'undo']);
    expect(without.find('form', press('.'))).toBeNull();
    expect(without.find('form', press('Escape'))).toBe('drop');
  });

  it('knows which ways to press a command are left then', () => {
    expect(without.presses('undo')).toEqual([{ key: 'z', ctrl: true }]);
    expect(without.presses('nextSentence')).toEqual([]);
  });

  it('gives no key two meanings in one place', () => {
    for (const place of ['text', 'form'] as const) {
      const keys = Object.values<CommandFacts>(ANNOTATE_TABLE)
        .filter(({ scope, also }) => scope === place || also?.includes(place))
        .flatMap(({ press: presses }) => presses.map((one) => JSON.stringify(one)));
      expect(new Set(keys).size).toBe(keys.length);
    }
  });

  it('gives the choices of the form eleven types and three confidences, each a key of its own', () => {
    const keys = (Object.keys(CHOICE_KEYS) as ChoiceCommand[]).flatMap((choice) => usual.prints(choice));
    expect(keys).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '9', '0', '-', 'l', 'm', 'h']);
  });

  it('prints keys for people and for assistive technology', () => {
    expect(usual.prints('redo')).toEqual(['Shift u', 'Ctrl Shift z']);
    expect(usual.aria('submit')).toBe('Control+Enter');
    expect(without.aria('chain')).toBeUndefined();
  });

  it('follows the keys a person chose wherever the command acts, but for Enter and Esc of the form', () => {
    const own = annotateKeys({
      singleKeys: true,
      keys: { 'annotate.endBack': ['<'], 'annotate.type.author': ['a'], 'annotate.drop': ['q'], 'annotate.undo': [] },
    });
    expect([own.find('text', press('<')), own.find('form', press('<'))]).toEqual(['endBack', 'endBack']);
    expect([own.find('text', press('[')), own.find('form', press('9')), own.find('text', press('u'))]).toEqual([null, null, null]);
    expect([own.find('form', press('a')), own.find('form', press('Escape'))]).toEqual(['type.author', 'drop']);
    expect(own.print('undo')).toBeUndefined();
  });
});
