import { JUDGED_FIELDS, type JudgedField } from '@/lib/agreement/judged-field';
import type { Measured } from '@/lib/agreement/measure';
import { type Judgements, type PooledPair, pooledByClass, pooledByPair, pooledField, pooledWhere } from '@/lib/agreement/period/pooled';
import type { SourceClass } from '@/lib/attribution/source-type';
import { type Period, stepsOf, toDay } from './period';

/** An article that was checked blind, when that ended, and what its checkers said of the claims they matched; null where only one made any. */
export type AgreedArticle = {
  readonly articleId: string;
  readonly title: string;
  readonly at: Date;
  readonly judgements: Judgements | null;
};

/** How far people agree whose blind checking of an article ended in these days. */
export type AgreementStep = {
  readonly from: number;
  readonly to: number;
  readonly articles: number;
  readonly where: Measured;
  readonly what: Measured;
};

/** The field that is looked at first: who is speaking. */
export const FIRST_FIELD: JudgedField = 'sourceType';

/** Over time, by month; steps without an article are left out. */
export function agreementOverTime(period: Period, articles: readonly AgreedArticle[]): readonly AgreementStep[] {
  return stepsOf({ ...period, by: 'month' }).flatMap(({ from, to }) => {
    const own = articles.filter(({ at }) => toDay(at) >= from && toDay(at) < to);
    if (own.length === 0) return [];
    const judged = judgedOf(own);
    const [what] = pooledField(judged, FIRST_FIELD, ['alpha']);
    return what === undefined ? [] : [{ from, to, articles: own.length, where: pooledWhere(judged), what }];
  });
}

/** The agreement of one period: where, in every field, and in one of them by pair of checkers and by class. */
export type PeriodAgreement = {
  readonly where: Measured;
  readonly what: readonly { readonly field: JudgedField; readonly measures: readonly Measured[] }[];
  readonly field: JudgedField;
  readonly byPair: readonly PooledPair[];
  readonly byClass: readonly { readonly sourceClass: SourceClass; readonly measures: readonly Measured[] }[];
};

export function periodAgreement(articles: readonly AgreedArticle[], field: JudgedField): PeriodAgreement {
  const judged = judgedOf(articles);
  return {
    where: pooledWhere(judged),
    what: JUDGED_FIELDS.map((one) => ({ field: one, measures: pooledField(judged, one) })),
    field,
    byPair: pooledByPair(judged, field),
    byClass: pooledByClass(judged, field),
  };
}

function judgedOf(articles: readonly AgreedArticle[]): readonly Judgements[] {
  return articles.flatMap(({ judgements }) => judgements ?? []);
}
