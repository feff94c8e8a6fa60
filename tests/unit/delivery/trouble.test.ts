import { describe, expect, it } from 'vitest';
import { isFinal, SERVER_TRIES, troubleOfAnswer, troubleOfThrow } from '@/lib/delivery/trouble';
import { APP_ERRORS, appError, type ErrorCode } from '@/lib/kernel/app-error';

const CODES = Object.keys(APP_ERRORS) as readonly ErrorCode[];
const kindOf = (code: ErrorCode, attempts = 1, patient = true) => troubleOfAnswer(appError(code), attempts, { patient }).kind;

describe('an answer of the server', () => {
  it.each([
    ['NOT_SIGNED_IN', 'signed_out'],
    ['OTHER_PERSON', 'other_person'],
    ['STORAGE', 'server'],
    ['THROTTLED', 'server'],
    ['UNEXPECTED', 'server'],
    ['STALE', 'conflict'],
    ['INVALID', 'refused'],
    ['FORBIDDEN', 'refused'],
    ['NOT_FOUND', 'refused'],
    ['KEY_REUSED', 'refused'],
  ] as const)('of %s is taken as %s', (code, kind) => {
    expect(kindOf(code)).toBe(kind);
  });

  it('is final unless a wait or the person can mend it', () => {
    const passing = CODES.filter((code) => !isFinal(troubleOfAnswer(appError(code), 1, { patient: false })));
    expect(passing.toSorted()).toEqual(['NOT_SIGNED_IN', 'NOT_TRIED', 'OTHER_PERSON', 'STORAGE', 'THROTTLED', 'UNEXPECTED']);
  });

  it('is given up on when the server fails time after time, so that the others get through', () => {
    const tries = [1, SERVER_TRIES - 1, SERVER_TRIES, 9];
    expect(tries.map((attempts) => kindOf('UNEXPECTED', attempts))).toEqual(['server', 'server', 'refused', 'refused']);
    expect(tries.map((attempts) => kindOf('STORAGE', attempts, false))).toEqual(['server', 'server', 'refused', 'refused']);
  });

  it('is waited out where there is patience and a wait mends it', () => {
    expect([1, 4, 99].map((attempts) => kindOf('STORAGE', attempts))).toEqual(['server', 'server', 'server']);
    expect(kindOf('NOT_SIGNED_IN', 99, false)).toBe('signed_out');
    expect(kindOf('OTHER_PERSON', 99, false)).toBe('other_person');
  });

  it('says which field is at fault and what the newer version is', () => {
    expect(troubleOfAnswer(appError('INVALID', 'No.', { field: 'note' }), 1, { patient: true })).toEqual({
      kind: 'refused',
      message: 'No.',
      field: 'note',
    });
    expect(troubleOfAnswer(appError('STALE', 'Changed.', { current: { version: 3 } }), 1, { patient: true })).toEqual({
      kind: 'conflict',
      message: 'Changed.',
      current: { version: 3 },
    });
    expect(troubleOfAnswer(appError('STALE', 'Deleted.'), 1, { patient: true })).toMatchObject({ current: null });
  });
});

describe('no answer', () => {
  it.each([
    [new TypeError('Failed to fetch'), 'unreachable'],
    [new Error('Failed to find Server Action "x". This request might be from an older deployment.'), 'updated'],
    [new Error('Server Action "4f" was not found on the server.'), 'updated'],
    [Object.assign(new Error('gone'), { name: 'UnrecognizedActionError' }), 'updated'],
    ['a string', 'unreachable'],
    [undefined, 'unreachable'],
  ] as const)('after %s is taken as %s', (error, kind) => {
    expect(troubleOfThrow(error).kind).toBe(kind);
  });
});
