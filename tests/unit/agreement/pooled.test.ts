import { describe, expect, it } from 'vitest';
import { agreementOf } from '@/lib/agreement/agreement-report';
import { JUDGED_FIELDS } from '@/lib/agreement/judged-field';
import {
  type Judgements,
  judgementsSteps,
  pooledByClassSteps,
  pooledByPairSteps,
  pooledFieldSteps,
  pooledWhereSteps,
} from '@/lib/agreement/period/pooled';
import { type CheckerWork, checkersOf } from '@/lib/agreement/work';
import type { Claim } from '@/lib/claims/claim';
import { agreementOverTimeSteps } from '@/lib/figures/agreement';
import { parseDay } from '@/lib/figures/period';
import { atOnce } from '@/lib/kernel/pause';
import type { PersonRef } from '@/lib/kernel/person';
import { wordStarts } from '@/lib/text/words';
import { aClaim, aSource, aSpan, CHECKER, EDITOR, SECOND_CHECKER } from '../../factories/report';

const judgementsOf = (works: readonly CheckerWork[]) => atOnce(judgementsSteps(works));
const pooledWhere = (articles: readonly Judgements[]) => atOnce(pooledWhereSteps(articles));
const pooledField = (...args: Parameters<typeof pooledFieldSteps>) => atOnce(pooledFieldSteps(...args));
const pooledByPair = (...args: Parameters<typeof pooledByPairSteps>) => atOnce(pooledByPairSteps(...args));
const pooledByClass = (...args: Parameters<typeof pooledByClassSteps>) => atOnce(pooledByClassSteps(...args));

const TEXT = Array.from({ length: 12 }, (_, at) => `Sentence ${String(at).padStart(2, '0')} says that the bridge will close.`).join(' ');
const text = { length: TEXT.length, wordStarts: wordStarts(TEXT) };
const MAYOR = aSource(1, 'The mayor', 'person');

function claimOn(sentence: number, by: PersonRef, changes: Partial<Claim> = {}): Claim {
  const start = Math.ceil((sentence * TEXT.length) / 12);
  const number = sentence + 1 + 100 * [CHECKER, SECOND_CHECKER, EDITOR].indexOf(by);
  return aClaim(number, [aSpan(TEXT, start, start + 40)], { createdBy: by, sourceType: 'named_person', source: MAYOR, ...changes });
}

const author = { sourceType: 'author', source: null } as const;
/** Six sentences by both, of which they differ in one, and one sentence of each alone. */
const worksOf = (first: PersonRef, second: PersonRef) =>
  checkersOf(
    [
      ...[0, 1, 2, 3, 4, 5, 9].map((at) => claimOn(at, first, at % 2 === 0 ? author : {})),
      ...[0, 1, 2, 3, 4, 5, 10].map((at) => claimOn(at, second, at % 2 === 0 && at !== 4 ? author : {})),
    ],
    [],
  );

describe('the agreement over many articles', () => {
  it('of one article is that of its own page, figure and interval', () => {
    const works = worksOf(CHECKER, SECOND_CHECKER);
    const report = agreementOf(works, text);
    if (!report.defined) throw new Error(report.reason);
    const article = judgementsOf(works);
    expect([article.matched, article.alone]).toEqual([report.matched, report.alone]);
    expect(pooledWhere([article])).toEqual(report.where.measures.find(({ measure }) => measure === 'overlap_f1'));
    for (const field of JUDGED_FIELDS) {
      const own = report.what.find((one) => one.field === field)?.measures ?? [];
      for (const pooled of pooledField([article], field)) {
        const { figure, n } = own.find(({ measure }) => measure === pooled.measure) ?? {};
        expect({ figure: pooled.figure, n: pooled.n }).toEqual({ figure, n });
      }
    }
    expect(pooledByClass([article], 'sourceType').map(({ sourceClass, measures: [alpha] }) => [sourceClass, alpha?.figure])).toEqual(
      report.what[0]?.byClass.map(({ sourceClass, measures: [alpha] }) => [sourceClass, alpha?.figure]),
    );
  });

  it('puts matched claims of all articles together, and tells every two apart who met', () => {
    const articles = [worksOf(CHECKER, SECOND_CHECKER), worksOf(CHECKER, EDITOR), worksOf(CHECKER, EDITOR)].map(judgementsOf);
    expect(pooledField(articles, 'sourceType', ['percent'])[0]).toMatchObject({ n: 18, figure: { value: 15 / 18 } });
    expect(pooledByPair(articles, 'sourceType').map(({ pair, measures: [alpha] }) => [pair.map(({ id }) => id).sort(), alpha?.n])).toEqual([
      [[CHECKER.id, SECOND_CHECKER.id].sort(), 6],
      [[CHECKER.id, EDITOR.id].sort(), 12],
    ]);
  });

  it('is undefined with its reason where nobody made a claim that another made too', () => {
    const nothing = judgementsOf(
      checkersOf(
        [],
        [CHECKER, SECOND_CHECKER].map((person) => ({ person, handedIn: true })),
      ),
    );
    expect(pooledWhere([nothing])).toMatchObject({ figure: { defined: false, reason: 'nobody marked anything' } });
    expect(pooledField([nothing], 'sourceType')[0]).toMatchObject({ n: 0, figure: { defined: false } });
    expect([pooledByPair([nothing], 'source'), pooledByClass([nothing], 'source')]).toEqual([[], []]);
  });

  it('goes by the month in which the checking of an article ended', () => {
    const judgements = judgementsOf(worksOf(CHECKER, SECOND_CHECKER));
    const at = (day: string) => ({ articleId: day, title: day, at: new Date(`${day}T12:00:00Z`), judgements });
    const period = { from: parseDay('2026-09-15'), to: parseDay('2026-11-24'), by: 'week' } as const;
    const steps = atOnce(agreementOverTimeSteps(period, [at('2026-11-01'), at('2026-09-30'), at('2026-09-15')]));
    expect(steps.map(({ from, articles, what }) => [from, articles, what.n])).toEqual([
      [parseDay('2026-09-15'), 2, 12],
      [parseDay('2026-11-01'), 1, 6],
    ]);
  });
});
