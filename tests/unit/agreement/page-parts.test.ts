import { describe, expect, it } from 'vitest';
import { allAddress, DIFFERENCES, parseQuery } from '@/components/agreement/address';
import { listDifferences } from '@/components/agreement/differences';
import { agreementOf } from '@/lib/agreement/agreement-report';
import { checkersOf } from '@/lib/agreement/work';
import { wordStarts } from '@/lib/text/words';
import { aClaim, aSource, aSpan, CHECKER, SECOND_CHECKER } from '../../factories/report';

const TEXT = 'The mayor said the bridge will close. Officials denied it. Nobody was asked.';

describe('the differences listed on the agreement page', () => {
  const mayor = { sourceType: 'named_person', source: aSource(1, 'The mayor', 'person') } as const;
  const claims = [
    aClaim(1, [aSpan(TEXT, 0, 36)], { createdBy: CHECKER, ...mayor }),
    aClaim(2, [aSpan(TEXT, 38, 57)], { createdBy: CHECKER }),
    aClaim(3, [aSpan(TEXT, 4, 36)], { createdBy: SECOND_CHECKER, ...mayor, confidence: 'low' }),
    aClaim(4, [aSpan(TEXT, 59, 75)], { createdBy: SECOND_CHECKER }),
  ];
  const report = agreementOf(checkersOf(claims, []), { length: TEXT.length, wordStarts: wordStarts(TEXT) });
  if (!report.defined) throw new Error(report.reason);

  it('are every claim behind a figure: by field with what each said, by edges, and alone', () => {
    const listed = listDifferences(report).map(({ difference, items }) => [
      difference,
      items.map((item) => item.map(({ claim, words }) => `${claim.number} ${words}`.trim())),
    ]);
    expect(listed).toEqual([
      ['confidence', [['1 Moderate', '3 Low']]],
      ['spans', [['1', '3']]],
      ['alone', [['2'], ['4']]],
    ]);
  });
});

describe('the address of the agreement page', () => {
  it('opens one difference whole, and drops what it does not know', () => {
    for (const difference of DIFFERENCES) expect(parseQuery({ all: difference })).toEqual({ all: difference });
    for (const all of ['note', '', undefined, ['spans']]) expect(parseQuery({ all })).toEqual({ all: null });
    expect(allAddress('a', 'spans')).toBe('/articles/a/agreement?all=spans#differ-spans');
  });
});
