import { describe, expect, it } from 'vitest';
import { APP_ERRORS, appError, type ErrorCode, Refusal } from '@/lib/kernel/app-error';
import { assert, required, unreachable } from '@/lib/kernel/assert';
import { ok, refused } from '@/lib/kernel/result';

describe('the error catalogue', () => {
  it.each(Object.keys(APP_ERRORS) as ErrorCode[])('says what happened in %s, as sentences, with a status of its kind', (code) => {
    const { status, message } = APP_ERRORS[code];
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(600);
    expect(message).toMatch(/^[A-Z].*\.$/);
  });

  it('gives the catalogue’s sentence unless there is a more exact one', () => {
    expect(appError('STALE')).toEqual({ code: 'STALE', message: APP_ERRORS.STALE.message });
    expect(appError('INVALID', 'Too short.', { field: 'note' })).toEqual({ code: 'INVALID', message: 'Too short.', field: 'note' });
    expect(appError('STALE', undefined, { current: null })).toEqual({ code: 'STALE', message: APP_ERRORS.STALE.message, current: null });
  });

  it('is carried by a Refusal through code that can only throw', () => {
    const error = appError('FOUR_EYES');
    const refusal = new Refusal(error);
    expect(refusal).toBeInstanceOf(Error);
    expect([refusal.error, refusal.message, refusal.name]).toEqual([error, error.message, 'Refusal']);
  });
});

describe('a result', () => {
  it('is a value or a reason, told apart by ok', () => {
    expect(ok(7)).toEqual({ ok: true, value: 7 });
    expect(refused(appError('NOT_FOUND'))).toEqual({ ok: false, error: appError('NOT_FOUND') });
  });

  it('can hold nothing, zero and the empty text as values', () => {
    for (const value of [null, undefined, 0, '', false]) expect(ok(value)).toEqual({ ok: true, value });
  });
});

describe('a rule of our own', () => {
  it('names itself when it is broken', () => {
    expect(() => assert(0, 'counts are positive')).toThrow('Broken rule: counts are positive');
    expect(() => required(undefined, 'a claim has a span')).toThrow('Broken rule: a claim has a span');
    expect(() => unreachable('x' as never)).toThrow('Broken rule');
  });

  it('lets zero and the empty text through where a value is required', () => {
    expect([required(0, 'r'), required('', 'r'), required(false, 'r')]).toEqual([0, '', false]);
  });
});
