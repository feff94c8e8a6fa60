import { describe, expect, it } from 'vitest';
import { changedFields, type Tag } from '@/lib/claims/tag';

const tag: Tag = { spans: [{ start: 0, end: 9 }], sourceType: 'named_person', sourceId: 'a', confidence: 'high', note: '' };

describe('the fields in which two tags differ', () => {
  it('are none when they say the same, though they are not the same object', () => {
    expect(changedFields(tag, structuredClone(tag))).toEqual([]);
  });

  it.each([
    ['spans', { spans: [{ start: 0, end: 10 }] }],
    [
      'spans',
      {
        spans: [
          { start: 0, end: 9 },
          { start: 10, end: 12 },
        ],
      },
    ],
    ['sourceType', { sourceType: 'author' }],
    ['sourceId', { sourceId: null }],
    ['confidence', { confidence: 'low' }],
    ['note', { note: 'New.' }],
  ] as const)('are %s alone when only it changed', (field, different) => {
    expect(changedFields(tag, { ...tag, ...different } as Tag)).toEqual([field]);
  });

  it('are listed in the order of the form', () => {
    const other: Tag = { spans: [{ start: 1, end: 2 }], sourceType: 'author', sourceId: null, confidence: 'low', note: 'n' };
    expect(changedFields(tag, other)).toEqual(['spans', 'sourceType', 'sourceId', 'confidence', 'note']);
  });
});
