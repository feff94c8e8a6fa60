import { describe, expect, it } from 'vitest';
import { CLAIM_STATES } from '@/lib/claims/claim-state';
import { parseChoice } from '@/lib/export/choice';
import { EXPORT_FORMATS } from '@/lib/export/formats';
import { ok } from '@/lib/kernel/result';

describe('what to hand over', () => {
  it.each(EXPORT_FORMATS)('is the report as %s where no status is asked for', (format) => {
    for (const status of [null, undefined, '']) expect(parseChoice(format, status)).toEqual(ok({ format, claims: { kind: 'report' } }));
  });

  it('is a working copy of the states asked for, in their own order', () => {
    expect(parseChoice('csv', 'all')).toEqual(ok({ format: 'csv', claims: { kind: 'working_copy', states: CLAIM_STATES } }));
    expect(parseChoice('csv', 'submitted, draft')).toEqual(
      ok({ format: 'csv', claims: { kind: 'working_copy', states: ['draft', 'submitted'] } }),
    );
  });

  it.each(['rtf', '', 'CSV', '__proto__', 'constructor'])('is refused in the format %j', (format) => {
    expect(parseChoice(format, null)).toMatchObject({ ok: false, error: { code: 'NOT_FOUND', field: 'format' } });
  });

  it.each(['everything', 'draft,', 'draft,draft', 'draft,approve', ','])('is refused with the status %j', (status) => {
    expect(parseChoice('csv', status)).toMatchObject({ ok: false, error: { code: 'INVALID', field: 'status' } });
  });
});
