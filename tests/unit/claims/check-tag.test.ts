import { describe, expect, it } from 'vitest';
import { checkTag, type TagDraft } from '@/lib/claims/check-tag';

const EMPTY: TagDraft = { spans: [{ start: 0, end: 9 }], sourceType: null, source: null, confidence: null, note: '' };
const CHOSEN: TagDraft = { ...EMPTY, sourceType: 'named_person', source: { id: null, name: 'Ada' }, confidence: 'low' };

describe('a tag being filled in', () => {
  it('asks for what is still open, field by field', () => {
    expect(checkTag(EMPTY)).toEqual({ errors: { sourceType: 'Choose a source type.', confidence: 'Choose how sure you are.' } });
    expect(checkTag({ ...EMPTY, sourceType: 'named_person' })).toEqual({
      errors: { source: '“Named person” needs a source.', confidence: 'Choose how sure you are.' },
    });
    expect(checkTag({ ...EMPTY, sourceType: 'named_person', confidence: 'high' })).toEqual({
      errors: { source: '“Named person” needs a source.' },
    });
  });

  it('is a tag once the three choices are made', () => {
    const draft: TagDraft = { ...CHOSEN, source: { id: null, name: '  Ada   Lovelace ' } };
    expect(checkTag(draft)).toEqual({ tag: { ...draft, source: { id: null, name: 'Ada Lovelace' } } });
  });

  it('lets go what was typed under a type that has no source', () => {
    const draft: TagDraft = { ...CHOSEN, sourceType: 'author' };
    expect(checkTag(draft)).toEqual({ tag: { ...draft, source: null } });
  });

  it('takes a blank name for none', () => {
    expect(checkTag({ ...CHOSEN, source: { id: null, name: ' ' } })).toEqual({ errors: { source: '“Named person” needs a source.' } });
    expect(checkTag({ ...CHOSEN, sourceType: 'unspecified_source', source: { id: null, name: ' ' } })).toMatchObject({
      tag: { source: null },
    });
  });

  it('says what the schema says of a note, a name and spans it refuses', () => {
    expect(checkTag({ ...CHOSEN, note: 'a\u0000' })).toEqual({ errors: { note: 'This text holds control characters.' } });
    expect(checkTag({ ...CHOSEN, note: 'x'.repeat(4001) })).toEqual({ errors: { note: 'A note has at most 4000 characters.' } });
    expect(checkTag({ ...CHOSEN, source: { id: null, name: 'x'.repeat(301) } })).toEqual({
      errors: { source: "A source's name has at most 300 characters." },
    });
    expect(checkTag({ ...CHOSEN, spans: [] })).toEqual({ errors: { spans: 'A claim needs a span.' } });
  });
});
