import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SOURCE_CLASSES } from '@/lib/attribution/source-type';
import { REASON_MAX } from '@/lib/claims/claim';
import { CONFIDENCES } from '@/lib/claims/confidence';
import { newId } from '@/lib/kernel/ids';
import { QUEUE_AGES } from '@/lib/review/queue-choices';
import { queueFilterInput, rejectClaimInput, returnClaimInput, submitClaimsInput } from '@/lib/review/schema';

const key = '6f1babe5-bc0f-4f94-b76e-7010ffdb0b93';
const NOTHING = { article: undefined, class: undefined, confidence: undefined, checker: undefined, age: undefined, after: undefined };

describe('the queue’s filter', () => {
  it('takes every value the interface offers', () => {
    const [article, checker] = [newId(), newId()];
    for (const sourceClass of SOURCE_CLASSES) expect(queueFilterInput.parse({ class: sourceClass }).class).toBe(sourceClass);
    for (const confidence of CONFIDENCES) expect(queueFilterInput.parse({ confidence }).confidence).toBe(confidence);
    for (const age of QUEUE_AGES) expect(queueFilterInput.parse({ age: String(age) }).age).toBe(age);
    expect(queueFilterInput.parse({ article, checker, after: '1.x' })).toMatchObject({ article, checker, after: '1.x' });
  });

  it.each([
    ['empty values', { article: '', class: '', confidence: '', checker: '', age: '', after: undefined }],
    [
      'repeated parameters',
      { article: [newId(), newId()], class: ['record', 'relay'], confidence: ['low', 'high'], checker: ['a'], after: ['a', 'b'] },
    ],
    ['names from the prototype', { class: '__proto__', confidence: 'constructor', article: 'toString', age: 'valueOf' }],
    ['injected statements', { article: "' OR 1=1 --", class: 'record; DROP TABLE', checker: '%', age: '1 OR 1' }],
    ['ages nobody offers', { age: '2' }],
    ['numbers that are none', { age: 'NaN' }],
    ['endless numbers', { age: 'Infinity' }],
    ['objects', { article: { not: null }, class: { in: [] }, age: {}, after: {} }],
    ['a huge cursor', { after: 'x'.repeat(1_000_000) }],
    ['another’s case', { class: 'Record', confidence: 'LOW' }],
  ])('drops %s and keeps the queue open', (_what, hostile) => {
    expect(queueFilterInput.parse(hostile)).toEqual(NOTHING);
  });

  it('keeps the good values beside bad ones, and nothing it does not know', () => {
    expect(queueFilterInput.parse({ class: 'record', confidence: 'maybe', deskId: 'theirs', state: 'draft' })).toEqual({
      ...NOTHING,
      class: 'record',
    });
  });

  it('never throws on what a query string can hold', () => {
    const value = fc.oneof(fc.string(), fc.array(fc.string()), fc.constant(undefined));
    const record = fc.record(
      { article: value, class: value, confidence: value, checker: value, age: value, after: value },
      { requiredKeys: [] },
    );
    fc.assert(fc.property(record, (filter) => void queueFilterInput.parse(filter)));
  });
});

describe('a reason', () => {
  const decide = (reason: unknown, schema: typeof returnClaimInput | typeof rejectClaimInput = returnClaimInput) =>
    schema.safeParse({ key, claimId: newId(), version: 1, reason });

  it.each([returnClaimInput, rejectClaimInput])('is required, and white space is none', (schema) => {
    for (const reason of [undefined, null, '', '  ', '\n\t', '\u00a0']) expect(decide(reason, schema).success, String(reason)).toBe(false);
  });

  it('is trimmed and has at most the length it may have', () => {
    expect(decide('  Who says so?\n').data?.reason).toBe('Who says so?');
    expect(decide('r'.repeat(REASON_MAX)).success).toBe(true);
    expect(decide('r'.repeat(REASON_MAX + 1)).success).toBe(false);
  });

  it('is refused with control characters and half characters, as a note is', () => {
    expect(decide('a\u0000b').success).toBe(false);
    expect(decide('a\ud83cb').success).toBe(false);
    expect(decide('Two\nlines, and 🌧.').success).toBe(true);
  });
});

describe('claims to submit', () => {
  const submit = (claims: unknown) => submitClaimsInput.safeParse({ key, articleId: newId(), claims }).success;

  it('are one to a thousand, each with its version', () => {
    const claims = (count: number) => Array.from({ length: count }, () => ({ id: newId(), version: 1 }));
    expect([0, 1, 1000, 1001].map((count) => submit(claims(count)))).toEqual([false, true, true, false]);
    expect(submit([{ id: newId() }])).toBe(false);
    expect(submit([{ id: 'x', version: 1 }])).toBe(false);
  });
});
