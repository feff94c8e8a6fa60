import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { hrefOf, hrefOfSeveral, keep, readKept } from '@/components/choices/kept-choice';
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

describe('the choices of an export', () => {
  afterEach(() => vi.unstubAllGlobals());

  it('are there the next time, of one article and of several apart, for each person', () => {
    const kept = new Map<string, string>();
    const localStorage = { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, words: string) => kept.set(key, words) };
    vi.stubGlobal('window', { localStorage });
    fc.assert(
      fc.property(anyChoice, fc.constantFrom('archive', 'table'), (choice, form) => {
        kept.clear();
        keep('export-several', 'ann', choice, form);
        expect(readKept('export-several', 'ann')).toEqual({ choice: { ...choice, choices: { ...WHOLE, ...choice.choices } }, form });
        expect([readKept('export', 'ann'), readKept('export-several', 'bo')]).toEqual([null, null]);
        const url = new URL(hrefOfSeveral(form, ['a1', 'a2'], choice), 'https://desk.example');
        expect([url.pathname, url.searchParams.get('ids')]).toEqual([`/api/export/${form}/${choice.format}`, 'a1,a2']);
        expect(parseChoice(choice.format, Object.fromEntries(url.searchParams))).toMatchObject(ok({ claims: choice.claims }));
      }),
    );
  });
});
