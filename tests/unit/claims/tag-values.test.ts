import { describe, expect, it } from 'vitest';
import {
  differingFields,
  sourceThatCounts,
  type TagValues,
  toSourceInput,
  toTagInput,
  toTagValues,
  unsavedSourceId,
} from '@/lib/claims/tag-values';
import { aClaim, aSpan, idOf } from '../../factories/report';
import { aTag } from '../../factories/tags';

const REUTERS = { id: idOf('source', 1), name: 'Reuters', kind: 'news_organization' } as const;
const claim = aClaim(1, [aSpan('The mayor said no.', 0, 9)], { sourceType: 'news_organization', source: REUTERS });

describe('the tag of a claim', () => {
  it('has its source by id, and by name alone while the server has not given it one', () => {
    expect(toTagValues(claim).source).toEqual(REUTERS);
    const unsaved = { ...claim, source: { ...REUTERS, id: unsavedSourceId('Reuters') } };
    expect(toTagValues(unsaved).source).toEqual({ id: null, name: 'Reuters' });
  });

  it('is sent with the source’s id, or its name', () => {
    expect(toTagInput(toTagValues(claim))).toEqual({
      spans: [{ start: 0, end: 9 }],
      sourceType: 'news_organization',
      source: { id: REUTERS.id },
      confidence: claim.confidence,
      note: '',
    });
    expect(toSourceInput({ id: null, name: 'Ada' })).toEqual({ name: 'Ada' });
    expect(toSourceInput(null)).toBeNull();
  });
});

describe('the source that counts', () => {
  it.each([
    ['named_person', { id: null, name: 'Ada' }, { id: null, name: 'Ada' }],
    ['named_person', { id: null, name: ' ' }, null],
    ['author', { id: null, name: 'Ada' }, null],
    ['author', REUTERS, null],
    [null, { id: null, name: 'Ada' }, { id: null, name: 'Ada' }],
    ['named_person', null, null],
  ] as const)('under %s is of %o %o', (type, source, counts) => {
    expect(sourceThatCounts(type, source)).toEqual(counts);
  });
});

describe('the fields in which two tags differ', () => {
  const tag = aTag({ sourceType: 'news_organization', source: REUTERS });

  it('are none when they say the same, though they are not the same object', () => {
    expect(differingFields(tag, structuredClone(tag))).toEqual([]);
    expect(differingFields(toTagValues(claim), toTagValues(claim))).toEqual([]);
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
    ['sourceType', { sourceType: 'document' }],
    ['source', { source: null }],
    ['source', { source: { id: null, name: 'TASS' } }],
    ['confidence', { confidence: 'low' }],
    ['note', { note: 'New.' }],
  ] as const)('are %s alone when only it changed', (field, different) => {
    expect(differingFields(tag, { ...tag, ...different })).toEqual([field]);
  });

  it('are listed in the order of the form', () => {
    const other: TagValues = { spans: [{ start: 1, end: 2 }], sourceType: 'author', source: null, confidence: 'low', note: 'n' };
    expect(differingFields(tag, other)).toEqual(['spans', 'sourceType', 'source', 'confidence', 'note']);
  });

  it('do not hold the source when one tag names it and the other has it', () => {
    expect(differingFields(tag, { ...tag, source: { id: null, name: ' REUTERS ' } })).toEqual([]);
  });

  it('do not hold a source that was typed under a type that has none', () => {
    expect(differingFields(aTag(), aTag({ source: { id: null, name: 'Ada' } }))).toEqual([]);
  });
});
