import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SOURCE_TYPE_FACTS, SOURCE_TYPES } from '@/lib/attribution/source-type';
import { NOTE_MAX, SPANS_MAX } from '@/lib/claims/claim';
import { claimVersionInput, createClaimInput, editClaimInput } from '@/lib/claims/schema';
import { newId } from '@/lib/kernel/ids';
import { SOURCE_NAME_MAX } from '@/lib/sources/source';

const key = '6f1babe5-bc0f-4f94-b76e-7010ffdb0b93';
const tag = { spans: [{ start: 0, end: 9 }], sourceType: 'named_person', source: { name: 'The Mayor' }, confidence: 'high', note: '' };
const valid = { key, claimId: newId(), revisionId: newId(), ...tag };

/** Where and why an input is refused; null when it is not. */
function fault(different: object, schema: typeof createClaimInput | typeof editClaimInput = createClaimInput) {
  const parsed = schema.safeParse({ ...valid, version: 1, ...different });
  if (parsed.success) return null;
  const issue = parsed.error.issues[0];
  return { field: issue?.path.join('.'), message: issue?.message };
}

describe('the input of a claim', () => {
  it('is taken as it is when it is in order, and a missing note is an empty one', () => {
    expect(createClaimInput.parse(valid)).toEqual(valid);
    const { note: _, ...without } = valid;
    expect(createClaimInput.parse(without).note).toBe('');
  });

  it.each(SOURCE_TYPES)('follows the table on whether %s needs, may have or takes no source', (sourceType) => {
    const { source: need, label } = SOURCE_TYPE_FACTS[sourceType];
    const without = fault({ sourceType, source: null });
    const named = fault({ sourceType, source: { name: 'Somebody' } });
    const known = fault({ sourceType, source: { id: newId() } });
    expect(without).toEqual(need === 'required' ? { field: 'source', message: `“${label}” needs a source.` } : null);
    for (const given of [named, known])
      expect(given).toEqual(need === 'none' ? { field: 'source', message: `“${label}” has no source.` } : null);
    expect(fault({ sourceType, source: null }, editClaimInput)).toEqual(without);
    expect(fault({ sourceType, source: { name: 'Somebody' } }, editClaimInput)).toEqual(named);
  });

  it.each([
    ['no spans', { spans: [] }, 'spans'],
    ['too many spans', { spans: Array.from({ length: SPANS_MAX + 1 }, (_, at) => ({ start: at, end: at + 1 })) }, 'spans'],
    ['a hundred thousand spans', { spans: Array.from({ length: 100_000 }, () => ({ start: 0, end: 1 })) }, 'spans'],
    ['an empty span', { spans: [{ start: 3, end: 3 }] }, 'spans.0'],
    ['a span that ends before it starts', { spans: [{ start: 9, end: 3 }] }, 'spans.0'],
    ['a negative start', { spans: [{ start: -1, end: 3 }] }, 'spans.0.start'],
    ['half a unit', { spans: [{ start: 0.5, end: 3 }] }, 'spans.0.start'],
    ['no number', { spans: [{ start: Number.NaN, end: 3 }] }, 'spans.0.start'],
    ['an endless span', { spans: [{ start: 0, end: Number.POSITIVE_INFINITY }] }, 'spans.0.end'],
    ['an unsafe integer', { spans: [{ start: 0, end: 2 ** 53 }] }, 'spans.0.end'],
    ['offsets as text', { spans: [{ start: '0', end: '9' }] }, 'spans.0.start'],
    ['spans that are no list', { spans: { 0: { start: 0, end: 9 }, length: 1 } }, 'spans'],
    ['an unknown source type', { sourceType: 'rumour' }, 'sourceType'],
    ['a source type from the prototype', { sourceType: 'constructor' }, 'sourceType'],
    ['an unknown confidence', { confidence: '__proto__' }, 'confidence'],
    ['an id of another kind', { claimId: '6f1babe5-bc0f-4f94-b76e-7010ffdb0b93' }, 'claimId'],
    ['an id in capitals', { claimId: newId().toUpperCase() }, 'claimId'],
    ['an id with more behind it', { claimId: `${newId()}\n` }, 'claimId'],
    ['a key that is none', { key: 'again' }, 'key'],
    ['a source that is neither id nor name', { source: {} }, 'source'],
    ['a source as text', { source: 'The Mayor' }, 'source'],
    ['a query for a source', { source: { id: { not: '' } } }, 'source'],
    ['a note that is no text', { note: 7 }, 'note'],
  ])('is refused with %s', (_what, different, field) => {
    expect(fault(different)).toMatchObject({ field });
  });

  it('is refused with a version below one or between two', () => {
    for (const version of [0, -1, 1.5, '1', null]) {
      expect(fault({ version }, editClaimInput), String(version)).toMatchObject({ field: 'version' });
      expect(claimVersionInput.safeParse({ key, claimId: newId(), version }).success).toBe(false);
    }
  });

  it('keeps only the fields it knows, whatever else was sent along', () => {
    const hostile = JSON.parse(
      `{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},"deskId":"theirs","state":"approved","createdById":"me",${JSON.stringify(valid).slice(1)}`,
    );
    expect(createClaimInput.parse(hostile)).toEqual(valid);
    expect(createClaimInput.parse({ ...valid, source: { name: 'A', deskId: 'theirs' } }).source).toEqual({ name: 'A' });
    expect('polluted' in {}).toBe(false);
  });

  it('takes the id when a source comes with both', () => {
    const id = newId();
    expect(createClaimInput.parse({ ...valid, source: { id, name: 'A' } }).source).toEqual({ id });
  });
});

describe('typed text', () => {
  const CONTROLS = ['\u0000', '\u0001', '\u0008', '\u000b', '\u000c', '\u000e', '\u001b', '\u001f', '\u007f', '\u0085', '\u009f'];

  it.each(CONTROLS.map((control) => [`U+${control.charCodeAt(0).toString(16).padStart(4, '0')}`, control]))(
    'is refused with the control character %s',
    (_name, control) => {
      const message = 'This text holds control characters.';
      expect(fault({ note: `a${control}b` })).toEqual({ field: 'note', message });
      expect(fault({ source: { name: `a${control}b` } })).toEqual({ field: 'source.name', message });
    },
  );

  it('keeps line breaks and tabs in a note', () => {
    expect(createClaimInput.parse({ ...valid, note: 'a\n\tb' }).note).toBe('a\n\tb');
  });

  it.each(['\ud83c', '\udf27', 'a\udf27\ud83cb'])('is refused with half a character (%j)', (half) => {
    const message = 'This text is not valid Unicode.';
    expect(fault({ note: half })).toEqual({ field: 'note', message });
    expect(fault({ source: { name: half } })).toEqual({ field: 'source.name', message });
  });

  it('has at most the length it may have', () => {
    expect(fault({ note: 'n'.repeat(NOTE_MAX) })).toBeNull();
    expect(fault({ note: 'n'.repeat(NOTE_MAX + 1) })).toMatchObject({ field: 'note', message: expect.stringContaining(`${NOTE_MAX}`) });
    expect(fault({ source: { name: 'n'.repeat(SOURCE_NAME_MAX) } })).toBeNull();
    expect(fault({ source: { name: 'n'.repeat(SOURCE_NAME_MAX + 1) } })).toMatchObject({ field: 'source.name' });
    expect(fault({ note: 'n'.repeat(5_000_000) })).toMatchObject({ field: 'note' });
  });

  it.each(['', ' ', '\t\n ', '\u00a0', '\u200b', '\u00ad\u2060', '\u3164'])(
    'is no name of a source when it is %j, which nobody can read',
    (name) => {
      expect(fault({ source: { name } })).toMatchObject({ field: 'source.name' });
    },
  );

  it('is a name in NFC with single spaces', () => {
    expect(createClaimInput.parse({ ...valid, source: { name: '  Cafe\u0301\u00a0 \n Owner ' } }).source).toEqual({ name: 'Café Owner' });
  });
});

describe('the addresses of evidence', () => {
  const piece = { id: newId(), kind: 'url', title: 'Minutes', url: null, archivedUrl: null, locator: '' };
  const evidence = { ...piece, retrievedOn: null, originGroupId: null, stance: 'supports' };
  const none = 'This is not a web address (https://…).';

  it.each([
    ['https://a.b/\u0000x', 'This text holds control characters.'],
    ['https://a.b/\u001bx', 'This text holds control characters.'],
    ['https://a.b/\udf27', 'This text is not valid Unicode.'],
    ['https://a.b/\u202egpj.exe', 'An address holds no marks that turn the direction of text.'],
    ['https://user:password@a.b/', none],
    ['javascript:alert(1)', none],
    [`https://a.b/${'x'.repeat(2000)}`, 'An address has at most 2000 characters.'],
  ])('are refused when one is %j', (url, message) => {
    expect(fault({ details: { evidence: [{ ...evidence, url }] } })).toEqual({ field: 'details.evidence.0.url', message });
    const archived = fault({ details: { evidence: [{ ...evidence, archivedUrl: url }] } });
    expect(archived).toEqual({ field: 'details.evidence.0.archivedUrl', message });
  });

  it('are kept as they were typed, without white space around, and may be none', () => {
    const sent = { ...evidence, url: ' https://example.org/a ', archivedUrl: '' };
    const [kept] = createClaimInput.parse({ ...valid, details: { evidence: [sent] } }).details?.evidence ?? [];
    expect(kept).toMatchObject({ url: 'https://example.org/a', archivedUrl: null });
    expect(fault({ details: { evidence: [evidence] } })).toBeNull();
  });
});

it('never throws, whatever is sent', () => {
  fc.assert(
    fc.property(
      fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true, withObjectString: true }),
      (anything) => {
        createClaimInput.safeParse(anything);
        createClaimInput.safeParse({ ...valid, spans: anything });
        createClaimInput.safeParse({ ...valid, source: anything });
        editClaimInput.safeParse({ ...valid, version: 1, note: anything });
      },
    ),
    { numRuns: 300 },
  );
});
