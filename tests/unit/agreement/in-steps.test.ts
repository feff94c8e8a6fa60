import { describe, expect, it } from 'vitest';
import { agreementOf, agreementSteps } from '@/lib/agreement/agreement-report';
import { createRandom } from '@/lib/agreement/random';
import { checkersOf } from '@/lib/agreement/work';
import { SOURCE_TYPES } from '@/lib/attribution/source-type';
import { CONFIDENCES } from '@/lib/claims/confidence';
import { inTurns } from '@/lib/kernel/pause';
import { wordStarts } from '@/lib/text/words';
import { aClaim, aSpan, CHECKER, EDITOR, SECOND_CHECKER } from '../../factories/report';

const SENTENCE = 'It is said that the bridge over the river will close. ';

/** Claims of three people on most of the sentences, somewhat apart in their edges and in what is said of them. */
function worksOf(sentences: number) {
  const random = createRandom(7);
  const draw = (below: number) => Math.floor(random() * below);
  const text = SENTENCE.repeat(sentences);
  const claims = Array.from({ length: sentences }, (_, at) => at).flatMap((at) =>
    [CHECKER, SECOND_CHECKER, EDITOR].flatMap((createdBy, person) => {
      const start = at * SENTENCE.length + draw(3) * 3;
      const said = { sourceType: SOURCE_TYPES[draw(3)] ?? 'author', confidence: CONFIDENCES[draw(2)] ?? 'low', source: null };
      const claim = aClaim(1 + at + person * sentences, [aSpan(text, start, start + 30 + draw(15))], { createdBy, ...said });
      return draw(5) === 0 ? [] : [claim];
    }),
  );
  return [checkersOf(claims, []), { length: text.length, wordStarts: wordStarts(text) }] as const;
}

/** Figure, lower and upper end of: where, where by the second pair, who is speaking; as they were before there were steps. */
const IN_ONE_GO = [
  [0.2251151439439949, 0.064991462319845, 0.39761362699031355],
  [0.6937476600524148, 0.6190973466151846, 0.762073602459285],
  [0.29802955665024633, 0.21427683013503912, 0.3948717948717949],
  [0.11772854622703754, null, null],
  [0.35123082623589696, 0.08566445019579737, 0.5899848280762455],
  [0.7185488589818607, 0.575234162549769, 0.8205829698759467],
  [0.30952380952380953, 0.18548387096774188, 0.4436438879456706],
  [0.25281704312569186, -0.03953315446665493, 0.4955250717979328],
  [0.1067097817299919, -0.12567460376943684, 0.31221456533918085],
  [0.06041131105398467, -0.17442843417548545, 0.256638107870092],
  [0.38095238095238093, 0.21428571428571427, 0.5357142857142857],
  [0.33768508199331315, 0.15993763052941398, 0.5043317816472476],
  [0.02108433734939774, -0.24471767594108024, 0.24447619047619046],
];

describe('agreement in steps', () => {
  it('gives the loop back between them, and comes to the same', async () => {
    const work = worksOf(30);
    let turns = 0;
    const report = await inTurns(agreementSteps(...work), async () => {
      turns += 1;
    });
    // Each draw of a bootstrap is one.
    expect(turns).toBeGreaterThan(1000);
    expect(JSON.stringify(report)).toBe(JSON.stringify(agreementOf(...work)));
  });

  it('has the numbers it had when it was worked out in one go', () => {
    const report = agreementOf(...worksOf(30));
    if (!report.defined) throw new Error(report.reason);
    const numbers = [...report.where.measures, ...(report.whereByPair[1]?.where.measures ?? []), ...(report.what[0]?.measures ?? [])].map(
      ({ figure, interval }) => [
        figure.defined ? figure.value : null,
        interval.defined ? interval.lower : null,
        interval.defined ? interval.upper : null,
      ],
    );
    expect(numbers).toEqual(IN_ONE_GO);
  });
});
