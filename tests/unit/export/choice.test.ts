import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CLAIM_STATES, type ClaimState } from '@/lib/claims/claim-state';
import { parseAsked, parseChoice, writeAsked } from '@/lib/export/choice';
import { EXPORT_FORMATS } from '@/lib/export/formats';
import { ok } from '@/lib/kernel/result';
import { WHOLE } from '@/lib/report/choices';
import { WITHHELD } from '@/lib/report/withheld';

describe('what to hand over', () => {
  it.each(EXPORT_FORMATS)('is the report as %s where no status is asked for', (format) => {
    for (const status of [null, undefined, '']) {
      expect(parseChoice(format, { status, without: status })).toEqual(ok({ format, claims: { kind: 'report' }, choices: WHOLE }));
    }
  });

  it('is a working copy of the states asked for, in their own order', () => {
    const copyOf = (states: readonly ClaimState[]) => ok({ format: 'csv', claims: { kind: 'working_copy', states }, choices: WHOLE });
    expect(parseChoice('csv', { status: 'all' })).toEqual(copyOf(CLAIM_STATES));
    expect(parseChoice('csv', { status: 'submitted, draft' })).toEqual(copyOf(['draft', 'submitted']));
  });

  it.each(['rtf', '', 'CSV', '__proto__', 'constructor'])('is refused in the format %j', (format) => {
    expect(parseChoice(format, {})).toMatchObject({ ok: false, error: { code: 'NOT_FOUND', field: 'format' } });
  });

  it.each(['everything', 'draft,', 'draft,draft', 'draft,approve', ','])('is refused with the status %j', (status) => {
    expect(parseChoice('csv', { status })).toMatchObject({ ok: false, error: { code: 'INVALID', field: 'status' } });
  });

  it('names what is withheld in any order, and takes it in one', () => {
    expect(parseAsked({ without: 'notes, people' })).toMatchObject(ok({ withheld: ['people', 'notes'] }));
  });

  it.each(['everything', 'people,', 'people,people', 'People', '__proto__'])('is refused without %j', (without) => {
    expect(parseChoice('csv', { without })).toMatchObject({ ok: false, error: { code: 'INVALID', field: 'without' } });
  });

  it('is told in English where no language is asked for, and in none that there is not', () => {
    expect(parseAsked({ language: 'en' })).toEqual(parseAsked({}));
    for (const language of ['tlh', 'EN', 'en-GB', 'en,de', '__proto__']) {
      const error = { code: 'INVALID', field: 'language', message: expect.stringContaining('one of en') };
      expect(parseChoice('html', { language })).toMatchObject({ ok: false, error });
    }
  });

  it('is written as it is read', () => {
    fc.assert(
      fc.property(fc.subarray([...WITHHELD]), (withheld) => {
        const asked = { ...WHOLE, withheld };
        expect(parseAsked(writeAsked(asked))).toEqual(ok(asked));
      }),
    );
    expect(writeAsked(WHOLE)).toEqual({});
  });
});
