import { describe, expect, it } from 'vitest';
import { rebaseValues, toFormValues } from '@/components/sources/edit-values';
import { findSourceCommand, SOURCE_COMMANDS, SOURCE_KEYS } from '@/components/sources/source-keys';
import { inPercent, numberWord } from '@/components/sources/words';
import type { SourceRecord } from '@/lib/sources/source-record';

const RECORD: SourceRecord = {
  ...{ id: 'a', deskId: 'd', name: 'Kozak', kind: 'person', affiliation: '', role: '', language: '', homepage: null, wikidata: null },
  ...{ parent: null, mergedInto: null, retraction: null, version: 1, aliases: [], merged: [], grades: [] },
};

describe('a form that was begun with an older version', () => {
  const newest: SourceRecord = { ...RECORD, version: 2, name: 'Dmitry Kozak', affiliation: 'The Kremlin', homepage: 'https://example.org' };

  it('keeps what was typed and takes the rest over, and names all that somebody else changed', () => {
    const typed = { ...toFormValues(RECORD), role: 'Deputy head', affiliation: 'The administration' };
    const { values, theirs } = rebaseValues(typed, RECORD, newest);
    expect(values).toEqual({ ...toFormValues(newest), role: 'Deputy head', affiliation: 'The administration' });
    expect(theirs).toEqual([
      { label: 'Name', now: 'Dmitry Kozak', alsoMine: false },
      { label: 'Affiliation', now: 'The Kremlin', alsoMine: true },
      { label: 'Homepage', now: 'https://example.org', alsoMine: false },
    ]);
  });

  it('finds nothing to say where both typed the same', () => {
    const same = { ...RECORD, version: 2, role: 'Deputy head' };
    const { theirs } = rebaseValues({ ...toFormValues(RECORD), role: 'Deputy head' }, RECORD, same);
    expect(theirs).toEqual([{ label: 'Role', now: 'Deputy head', alsoMine: false }]);
  });
});

describe('the keys of the registry', () => {
  const press = (key: string, code: string, shiftKey = false) => {
    const none = { ctrlKey: false, metaKey: false, altKey: false, altGraph: false };
    return findSourceCommand({ key, code, shiftKey, ...none });
  };

  it('name every command once', () => {
    expect(SOURCE_KEYS.flatMap(({ keys }) => keys.map(([, command]) => command)).sort()).toEqual([...SOURCE_COMMANDS].sort());
  });

  it('are told apart on other layouts, and not with Ctrl', () => {
    expect([press('j', 'KeyJ'), press('о', 'KeyJ'), press('+', 'Equal', true), press('?', 'Slash', true), press('q', 'KeyQ')]).toEqual([
      'next',
      'next',
      'alias',
      'help',
      null,
    ]);
  });
});

it('never rounds an interval to certainty', () => {
  expect([0, 0.001, 0.5, 0.999, 1].map(inPercent)).toEqual([0, 1, 50, 99, 100]);
  expect([0, 4, 12].map(numberWord)).toEqual(['No', 'Four', '12']);
});
