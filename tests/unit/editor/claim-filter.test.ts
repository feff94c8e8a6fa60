import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ClaimFilter, isFiltering, listedClaims, NO_FILTER, parseFilter, toParams } from '@/components/editor/filter/claim-filter';
import { unmarkedPlaces } from '@/components/editor/find/unmarked-places';
import type { ShownClaim } from '@/components/editor/outbox/overlay';
import { SOURCE_CLASSES } from '@/lib/attribution/source-type';
import { CLAIM_STATES } from '@/lib/claims/claim-state';
import { FLAGS } from '@/lib/claims/flag';
import { toTextRange } from '@/lib/text/offset';
import { aClaim, aSpan, CHECKER, EDITOR } from '../../factories/report';

const TEXT = 'The mayor said no. The sheriff said yes.';
const shown = (number: number, more: Partial<ShownClaim> = {}): ShownClaim => ({
  ...aClaim(number, [aSpan(TEXT, number, number + 3)]),
  ...more,
});
const CLAIMS = [
  shown(1, { sourceType: 'author', state: 'draft', createdBy: CHECKER }),
  shown(2, { sourceType: 'anonymous_source', state: 'submitted', createdBy: CHECKER }),
  shown(3, { sourceType: 'unspecified_source', state: 'draft', createdBy: EDITOR }),
  shown(4, { sourceType: 'author', state: 'draft', createdBy: EDITOR, held: 'refused' }),
];
const flagsOf = ({ number }: ShownClaim) => (number === 2 ? (['prediction'] as const) : []);
const numbers = (filter: Partial<ClaimFilter>) => listedClaims(CLAIMS, { ...NO_FILTER, ...filter }, flagsOf).map(({ number }) => number);

describe('the claims of the margin', () => {
  it('are all where nothing is chosen, and the very same list', () => {
    expect(listedClaims(CLAIMS, NO_FILTER, flagsOf)).toBe(CLAIMS);
  });

  it('have one of what is chosen of each kind; what is not saved stays', () => {
    expect(numbers({ classes: ['anonymous'] })).toEqual([2, 3, 4]);
    expect(numbers({ classes: ['anonymous'], states: ['draft'] })).toEqual([3, 4]);
    expect(numbers({ people: [EDITOR.id] })).toEqual([3, 4]);
    expect(numbers({ flags: ['prediction', 'circular'] })).toEqual([2, 4]);
  });

  it('are named by an address, and read from it', () => {
    const filters = fc.record({
      classes: fc.subarray([...SOURCE_CLASSES]),
      states: fc.subarray([...CLAIM_STATES]),
      people: fc.subarray([CHECKER.id, EDITOR.id]),
      flags: fc.subarray([...FLAGS]),
    });
    fc.assert(
      fc.property(filters, (filter) => {
        const given = Object.entries(toParams(filter)).flatMap(([name, value]) => (value === null ? [] : [[name, value]]));
        expect(parseFilter(new URLSearchParams(given))).toEqual(filter);
        expect(isFiltering(filter)).toBe(given.length > 0);
      }),
    );
    expect(parseFilter(new URLSearchParams('class=gone,record&state=x'))).toEqual({ ...NO_FILTER, classes: ['record'] });
  });
});

describe('places to mark', () => {
  it('are those no claim with the same type and source covers', () => {
    const source = { id: 'one', name: 'The Mayor', kind: 'person' } as const;
    const claims = [shown(1, { sourceType: 'named_person', source, spans: [aSpan(TEXT, 0, 18)] })];
    const places = [toTextRange(4, 9), toTextRange(23, 30)];
    const left = (tag: Parameters<typeof unmarkedPlaces>[2]) => unmarkedPlaces(places, claims, tag).map(({ start }) => start);
    expect(left({ sourceType: 'named_person', source: { id: null, name: 'the mayor' } })).toEqual([23]);
    expect(left({ sourceType: 'named_person', source: null })).toEqual([4, 23]);
    expect(left({ sourceType: 'author', source: null })).toEqual([4, 23]);
  });
});
