import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hrefOf } from '@/components/editor/bar/kept-choice';
import { CLAIM_STATES } from '@/lib/claims/claim-state';
import { type ExportChoice, parseChoice } from '@/lib/export/choice';
import { EXPORT_FORMATS } from '@/lib/export/formats';
import { ok } from '@/lib/kernel/result';
import { WHOLE } from '@/lib/report/choices';
import { REPORT_PARTS } from '@/lib/report/parts';
import { WITHHELD } from '@/lib/report/withheld';

const anyChoice: fc.Arbitrary<ExportChoice> = fc.record({
  format: fc.constantFrom(...EXPORT_FORMATS),
  claims: fc.oneof(
    fc.constant({ kind: 'report' } as const),
    fc.subarray([...CLAIM_STATES], { minLength: 1 }).map((states) => ({ kind: 'working_copy', states }) as const),
  ),
  choices: fc.record({ withheld: fc.subarray([...WITHHELD]), parts: fc.subarray([...REPORT_PARTS], { minLength: 1 }) }),
});

describe('the address of an export', () => {
  it('asks for what was chosen, as the route reads it', () => {
    fc.assert(
      fc.property(anyChoice, (choice) => {
        const url = new URL(hrefOf('a1', choice), 'https://desk.example');
        expect(url.pathname).toBe(`/api/articles/a1/export/${choice.format}`);
        const parsed = parseChoice(choice.format, Object.fromEntries(url.searchParams));
        expect(parsed).toEqual(ok({ ...choice, choices: { ...WHOLE, ...choice.choices } }));
      }),
    );
  });

  it('has no query for a whole report', () => {
    expect(hrefOf('a1', { format: 'pdf', claims: { kind: 'report' }, choices: WHOLE })).toBe('/api/articles/a1/export/pdf');
  });
});
