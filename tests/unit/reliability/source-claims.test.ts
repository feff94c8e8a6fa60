import { describe, expect, it } from 'vitest';
import { newLink } from '@/lib/attribution/chain';
import type { SourceType } from '@/lib/attribution/source-type';
import { isSliced, toSlice } from '@/lib/reliability/record-slice';
import { sourcePageInput } from '@/lib/reliability/schema';
import { classOfSource, namingOf } from '@/lib/reliability/source-claims';

const NYT = { id: 'nyt', name: 'The New York Times', kind: 'news_organization' } as const;
const KOZAK = { id: 'kozak', name: 'Kozak', kind: 'person' } as const;

describe('how a chain names a source', () => {
  const voice = newLink({ sourceType: 'author', source: null });
  const relay = { ...newLink({ sourceType: 'news_organization', source: NYT }), stated: 'from_outside' } as const;
  const person = newLink({ sourceType: 'named_person', source: KOZAK }, true);

  it('is said with whom it speaks for, and nobody at the end of the chain', () => {
    expect(namingOf([voice, relay, person], 'nyt')).toEqual({ stated: 'from_outside', passesOn: 'Kozak' });
    expect(namingOf([voice, relay, person], 'kozak')).toEqual({ stated: 'in_text', passesOn: null });
    expect(namingOf([voice, person], 'nyt')).toBeNull();
  });
});

describe('the class of a source', () => {
  it('follows its kind', () => {
    expect((['person', 'organization', 'news_organization', 'document'] as const).map((kind) => classOfSource(kind))).toEqual([
      'record',
      'record',
      'relay',
      'document',
    ]);
  });

  it('follows how articles present it where it has no name', () => {
    const types = (...counts: [SourceType, number][]) => new Map(counts);
    expect(classOfSource('unnamed', types(['anonymous_source', 1], ['unnamed_group', 2]))).toBe('unnamed');
    expect(classOfSource('unnamed', types(['anonymous_source', 2], ['unnamed_group', 1]))).toBe('anonymous');
    expect(classOfSource('unnamed')).toBe('anonymous');
  });
});

describe('a slice of a record', () => {
  it('takes its last day whole, in UTC', () => {
    expect(toSlice({ from: '2026-01-01', to: '2026-01-31', articles: ['a'], topics: ['War'] })).toEqual({
      from: new Date('2026-01-01T00:00:00.000Z'),
      to: new Date('2026-02-01T00:00:00.000Z'),
      articleIds: new Set(['a']),
      topics: new Set(['War']),
    });
    expect(toSlice({ articles: [], topics: [] })).toEqual({});
    expect([isSliced({ articles: [], topics: [] }), isSliced({ to: '2026-01-31', articles: [], topics: [] })]).toEqual([false, true]);
    expect(isSliced({ articles: [], topics: ['War'] })).toBe(true);
  });

  it('is read from an address, without what nobody knows', () => {
    const id = '01936f00-0000-7000-8000-000000000000';
    expect(
      sourcePageInput.parse({
        from: '2026-01-01',
        to: 'soon',
        in: [id, 'x'],
        topic: ['War in Ukraine', '', 'x'.repeat(61)],
        afterClaim: '-1',
        was: 'x',
      }),
    ).toEqual({
      from: '2026-01-01',
      to: undefined,
      in: [id],
      topic: ['War in Ukraine'],
      afterClaim: undefined,
      was: undefined,
    });
    expect(sourcePageInput.parse({ in: id }).in).toEqual([id]);
    expect(sourcePageInput.parse({ topic: 'War' }).topic).toEqual(['War']);
  });
});
