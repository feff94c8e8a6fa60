import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fingerprintOf, fromStored, toStored } from '@/lib/db/stored-result';

describe('a stored result', () => {
  const leaf = fc.oneof(
    fc.string(),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.date({ noInvalidDate: true, min: new Date(0), max: new Date(4e12) }),
  );
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof(
      leaf,
      fc.array(tie('value'), { maxLength: 4 }),
      fc.dictionary(fc.stringMatching(/^[a-zA-Z]{1,8}$/), tie('value'), { maxKeys: 4 }),
    ),
  }));

  it('is read back as what was written, times as times, however deep', () => {
    fc.assert(
      fc.property(value, (written) => {
        expect(fromStored(toStored(written))).toEqual(written);
      }),
    );
  });

  it('keeps a time that stands alone', () => {
    const at = new Date('2026-03-01T09:00:00.007Z');
    expect(fromStored(toStored(at))).toEqual(at);
    expect(fromStored<{ at: Date }>(toStored({ at })).at).toBeInstanceOf(Date);
  });

  it('tells a time from its text', () => {
    const text = '2026-03-01T09:00:00.007Z';
    expect(fromStored(toStored({ text, at: new Date(text) }))).toEqual({ text, at: new Date(text) });
  });

  it('is null for nothing', () => {
    for (const nothing of [null, undefined]) expect(fromStored(toStored(nothing))).toBeNull();
  });
});

describe('the fingerprint of a request', () => {
  const input = { key: 'k', claimId: 'c', spans: [{ start: 0, end: 9 }], note: 'ä' };

  it('is the same for the same action and input', () => {
    expect(fingerprintOf('createClaim', structuredClone(input))).toBe(fingerprintOf('createClaim', input));
  });

  it.each([
    ['another action', 'editClaim', input],
    ['another note', 'createClaim', { ...input, note: 'a' }],
    ['another span', 'createClaim', { ...input, spans: [{ start: 0, end: 10 }] }],
    ['a field more', 'createClaim', { ...input, version: 1 }],
  ])('differs for %s', (_what, action, other) => {
    expect(fingerprintOf(action, other)).not.toBe(fingerprintOf('createClaim', input));
  });

  it('cannot be moved between the action’s name and the input', () => {
    expect(fingerprintOf('a', 'b')).not.toBe(fingerprintOf('a"b', ''));
  });

  it('tells files apart by their bytes', () => {
    const file = (bytes: number[]) => fingerprintOf('uploadArticle', { key: 'k', fileName: 'a.txt', bytes: new Uint8Array(bytes) });
    expect(file([1, 2, 3])).toBe(file([1, 2, 3]));
    expect(file([1, 2, 3])).not.toBe(file([1, 2, 4]));
    expect(file([1, 2, 3])).not.toBe(file([1, 2, 3, 0]));
    expect(fingerprintOf('a', { bytes: Buffer.from([1]) })).toBe(fingerprintOf('a', { bytes: new Uint8Array([1]) }));
  });

  it('takes the largest file, which is hashed and not spelled out', () => {
    const bytes = new Uint8Array(2 * 1024 * 1024).fill(97);
    expect(fingerprintOf('uploadArticle', { key: 'k', fileName: 'a.txt', bytes })).toMatch(/^[0-9a-f]{64}$/);
  });
});
