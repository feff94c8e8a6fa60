import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildReport } from '@/lib/report/model';
import { toPlaces } from '@/lib/report/places';
import { toTextRange } from '@/lib/text/offset';
import { reportInput } from '@/tests/factories/arbitrary-report';

test('counts code points, not UTF-16 units', () => {
  //            👩🏽‍🚒 is 7 units and 4 code points
  const [place] = toPlaces('👩🏽‍🚒 said no', [toTextRange(8, 12)]);
  expect(place).toEqual({ start: 5, end: 9, prefix: '👩🏽‍🚒 ', suffix: ' no' });
});

test('gives at most 32 code points on each side, and never half a pair', () => {
  const [place] = toPlaces(`${'😀'.repeat(40)}x${'😀'.repeat(40)}`, [toTextRange(80, 81)]);
  expect(place).toEqual({ start: 40, end: 41, prefix: '😀'.repeat(32), suffix: '😀'.repeat(32) });
});

test('cuts out exactly the quote, with what surrounds it, on any text', () => {
  fc.assert(
    fc.property(reportInput(), (input) => {
      const model = buildReport({ ...input, kind: 'working_copy', statuses: ['draft', 'approved'] });
      const characters = [...model.revision.text];
      for (const { quote, place } of model.claims.flatMap(({ spans }) => spans)) {
        expect(characters.slice(place.start, place.end).join('')).toBe(quote);
        expect(characters.slice(Math.max(0, place.start - 32), place.start).join('')).toBe(place.prefix);
        expect(characters.slice(place.end, place.end + 32).join('')).toBe(place.suffix);
      }
    }),
  );
});
