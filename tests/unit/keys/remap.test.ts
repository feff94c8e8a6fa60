import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CommandPage, type CommandTable, DEFAULT_KEYS, type KeySettings, keyMapsOf, pressesOf } from '@/lib/keys/command';
import { parsePress, writePress } from '@/lib/keys/press';
import { rebaseKeys, refusalOf, swapPress, type Taken, toPress, whoHas, withPresses } from '@/lib/keys/remap';
import { aPress } from '../../factories/presses';

const TABLE = {
  next: { scope: 'text', group: 'Move', press: [{ key: 'j' }], does: 'Next' },
  edge: { scope: 'text', also: ['form'], group: 'Move', press: [{ key: '[' }], does: 'Edge' },
  undo: { scope: 'text', group: 'Claims', press: [{ key: 'u' }, { key: 'z', ctrl: true }], does: 'Undo' },
  note: { scope: 'form', group: 'Form', press: [{ key: 'j' }], does: 'Note' },
  save: { scope: 'form', group: 'Form', press: [{ key: 'Enter' }], does: 'Save', fixed: true },
} as const satisfies CommandTable;
const PAGES: readonly CommandPage[] = [
  { page: 'one', title: 'One', table: TABLE },
  { page: 'two', title: 'Two', table: { next: TABLE.next } },
];
const next = { page: 'one', name: 'next' } as const;
const mapOf = keyMapsOf('one', TABLE);

describe('a press that is recorded', () => {
  it.each([
    [aPress('q'), { key: 'q' }],
    [aPress('Q'), { key: 'q' }],
    [aPress('Q', { shiftKey: true }), { key: 'q', shift: true }],
    [aPress('о', { code: 'KeyJ' }), { key: 'j' }],
    [aPress('{', { shiftKey: true }), { key: '{' }],
    [aPress('ß'), { key: 'ß' }],
    [aPress('k', { metaKey: true }), { key: 'k', ctrl: true }],
    [aPress(']', { ctrlKey: true, altKey: true, altGraph: true }), { key: ']' }],
    [aPress('F2', { shiftKey: true }), { key: 'F2', shift: true }],
  ])('%o is %o', (pressed, press) => {
    expect(toPress(pressed)).toEqual(press);
  });

  it.each(['Shift', 'Control', 'AltGraph', 'Dead', 'Process', 'CapsLock'])('%s alone is none', (key) => {
    expect(toPress(aPress(key))).toBeNull();
  });

  it('acts afterwards when it is pressed again', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('q', 'Q', '§', '?', 'ж', 'é', 'F2', 'Insert', '7'),
        fc.boolean(),
        fc.boolean(),
        (key, shiftKey, ctrlKey) => {
          const pressed = aPress(key, { shiftKey, ctrlKey, code: key === 'ж' ? 'Semicolon' : '' });
          const press = toPress(pressed);
          if (press === null) return;
          const settings = withPresses(PAGES, DEFAULT_KEYS, next, [press]);
          expect(mapOf(settings).find('text', pressed)).toBe('next');
        },
      ),
    );
  });
});

describe('a key that cannot be given', () => {
  it.each(['t', 'n', 'w', 'f', 'c', '0'])('Ctrl %s, which is the browser’s', (key) => {
    expect(refusalOf({ key, ctrl: true }, false)).toMatch(/^Ctrl . .+\.$/);
  });

  it.each(['Tab', 'Escape', 'ArrowDown', ' ', 'F5'])('%s', (key) => {
    expect(refusalOf({ key }, false)).toMatch(/\.$/);
  });

  it('is refused with Alt, and free otherwise', () => {
    expect(refusalOf({ key: 'q' }, true)).toContain('Alt');
    for (const press of [{ key: 'q' }, { key: 'k', ctrl: true }, { key: 'F2' }, { key: 'Enter' }])
      expect(refusalOf(press, false)).toBeNull();
  });
});

describe('a key that is taken', () => {
  const taken = (key: string, name: string) => whoHas(PAGES, DEFAULT_KEYS, { key }, { page: 'one', name })?.name ?? null;

  it('is found where both commands act, and not on another page or in another place', () => {
    expect([taken('u', 'next'), taken('[', 'note'), taken('[', 'next'), taken('j', 'edge')]).toEqual(['undo', 'edge', 'edge', 'next']);
    expect([taken('j', 'next'), taken('q', 'next'), taken('Enter', 'next')]).toEqual([null, null, null]);
    expect(taken('Enter', 'edge')).toBe('save');
  });

  it('is not taken any more once its command has another', () => {
    const settings = withPresses(PAGES, DEFAULT_KEYS, { page: 'one', name: 'undo' }, [{ key: 'b' }]);
    expect(whoHas(PAGES, settings, { key: 'u' }, next)).toBeNull();
    expect(whoHas(PAGES, settings, { key: 'b' }, next)?.name).toBe('undo');
  });

  it('changes hands: the other gets what this one had and keeps its second key', () => {
    const press = { key: 'u' };
    const owner = whoHas(PAGES, DEFAULT_KEYS, press, next) as Taken;
    const settings = swapPress(PAGES, DEFAULT_KEYS, press, next, owner);
    expect(settings.keys).toEqual({ 'one.next': ['u'], 'one.undo': ['j', 'Control+z'] });
    expect(swapPress(PAGES, settings, { key: 'j' }, next, whoHas(PAGES, settings, { key: 'j' }, next) as Taken).keys).toEqual({});
  });
});

describe('settings', () => {
  it('keep nothing of what is as in the table', () => {
    const other = withPresses(PAGES, DEFAULT_KEYS, next, [{ key: 'q' }]);
    expect(other.keys).toEqual({ 'one.next': ['q'] });
    expect(withPresses(PAGES, other, next, [{ key: 'j' }])).toEqual(DEFAULT_KEYS);
  });

  it('may leave a command without a key', () => {
    expect(mapOf(withPresses(PAGES, DEFAULT_KEYS, next, [])).print('next')).toBeUndefined();
  });

  it('read what they cannot read as no key, and never change what is fixed', () => {
    const settings = { singleKeys: true, keys: { 'one.next': ['', 'q'], 'one.save': ['s'], 'gone.command': ['x'] } };
    expect(mapOf(settings).prints('next')).toEqual(['q']);
    expect(pressesOf(TABLE.save, 'one.save', settings)).toEqual([{ key: 'Enter' }]);
  });

  const someSettings = fc.record({
    singleKeys: fc.boolean(),
    keys: fc.dictionary(
      fc.constantFrom('one.next', 'one.undo', 'one.edge'),
      fc.array(fc.constantFrom('a', 'b', 'Control+b'), { maxLength: 2 }),
    ),
  });

  it('of two browsers are joined: what this one left alone is the other’s, what it changed is its own', () => {
    fc.assert(
      fc.property(someSettings, someSettings, someSettings, (base: KeySettings, mine: KeySettings, theirs: KeySettings) => {
        const joined = rebaseKeys(base, mine, theirs);
        for (const id of ['one.next', 'one.undo', 'one.edge']) {
          const changed = JSON.stringify(base.keys[id]) !== JSON.stringify(mine.keys[id]);
          expect(joined.keys[id]).toEqual(changed ? mine.keys[id] : theirs.keys[id]);
        }
        expect(rebaseKeys(base, mine, base)).toEqual(mine);
      }),
    );
  });

  it('write every press so that it can be read back', () => {
    for (const written of ['j', 'Control+Shift+z', 'Control++', 'Space', 'Shift+F2']) {
      expect(writePress(parsePress(written) ?? { key: 'nothing' })).toBe(written);
    }
  });
});
