import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { savePreferencesInput } from '@/lib/people/schema';

const check = (keys: unknown) =>
  savePreferencesInput.safeParse({ key: randomUUID(), version: 0, singleKeys: true, keys }).error?.issues[0]?.message ?? null;

describe('the keys that are sent', () => {
  it('are presses a page can hear', () => {
    expect(check({ 'annotate.undo': ['q', 'Control+b'], 'annotate.type.author': [], 'later.command': ['Shift+F2'] })).toBeNull();
    expect(check({ 'annotate.undo': ['qq'] })).toBe('This is not a key.');
    expect(check({ 'annotate.undo': ['Shift+Control+b'] })).toBe('This is not a key.');
    expect(check({ 'annotate.undo': ['Control+t'] })).toBe('Ctrl t opens a new tab.');
    expect(check({ undo: ['q'] })).not.toBeNull();
    expect(check({ 'annotate.undo': ['1', '2', '3', '4', '5'] })).not.toBeNull();
  });

  it('are none that no keyboard can give, or nobody can see', () => {
    for (const press of ['A', 'Control+T', 'Shift', 'Control+Meta', 'Dead', '\u0000', '\u200d', '\u202e', '\ud800']) {
      expect([press, check({ 'annotate.undo': [press] })]).toEqual([press, 'This is not a key.']);
    }
    for (const press of ['ä', 'Ä', '+', 'Control+*', 'ी', '😀', 'Shift+a', 'Shift+Enter'])
      expect(check({ 'annotate.undo': [press] })).toBeNull();
  });

  it('are counted before any of them is looked at', () => {
    const many = Object.fromEntries(Array.from({ length: 301 }, (_, at) => [`no command ${at}`, ['no key']]));
    expect(check(many)).toBe('These are more commands than there are.');
  });
});
