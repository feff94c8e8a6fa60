import { JUDGED_FIELDS, type JudgedField } from '@/lib/agreement/judged-field';
import type { Measured } from '@/lib/agreement/measure';
import {
  type Judgements,
  type PooledClass,
  type PooledPair,
  pooledByClassSteps,
  pooledByPairSteps,
  pooledFieldSteps,
  pooledWhereSteps,
} from '@/lib/agreement/period/pooled';
import type { Steps } from '@/lib/kernel/pause';
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
export function* agreementOverTimeSteps(period: Period, articles: readonly AgreedArticle[]): Steps<readonly AgreementStep[]> {
  const found: AgreementStep[] = [];
  for (const { from, to } of stepsOf({ ...period, by: 'month' })) {
    const own = articles.filter(({ at }) => toDay(at) >= from && toDay(at) < to);
    if (own.length === 0) continue;
    const judged = judgedOf(own);
    const [what] = yield* pooledFieldSteps(judged, FIRST_FIELD, ['alpha']);
    if (what !== undefined) found.push({ from, to, articles: own.length, where: yield* pooledWhereSteps(judged), what });
  }
  return found;
}

/** The agreement of one period: where, in every field, and in one of them by pair of checkers and by class. */
export type PeriodAgreement = {
  readonly where: Measured;
  readonly what: readonly { readonly field: JudgedField; readonly measures: readonly Measured[] }[];
  readonly field: JudgedField;
  readonly byPair: readonly PooledPair[];
  readonly byClass: readonly PooledClass[];
};

export function* periodAgreementSteps(articles: readonly AgreedArticle[], field: JudgedField): Steps<PeriodAgreement> {
  const judged = judgedOf(articles);
  const where = yield* pooledWhereSteps(judged);
  const what = [];
  for (const one of JUDGED_FIELDS) what.push({ field: one, measures: yield* pooledFieldSteps(judged, one) });
  return { where, what, field, byPair: yield* pooledByPairSteps(judged, field), byClass: yield* pooledByClassSteps(judged, field) };
}

/** An article of a comparison, as it is listed below the figures; `found` is null where fewer than two made a claim. */
export type ComparedArticle = Pick<AgreedArticle, 'articleId' | 'title'> & {
  readonly found: Pick<Judgements, 'people' | 'matched' | 'alone'> | null;
};

/** The figures of a period with the articles that they are of. */
export type ComparedAgreement = { readonly agreement: PeriodAgreement; readonly articles: readonly ComparedArticle[] };

export function toComparedArticle({ articleId, title, judgements }: AgreedArticle): ComparedArticle {
  if (judgements === null) return { articleId, title, found: null };
  const { people, matched, alone } = judgements;
  return { articleId, title, found: { people, matched, alone } };
}

function judgedOf(articles: readonly AgreedArticle[]): readonly Judgements[] {
  return articles.flatMap(({ judgements }) => judgements ?? []);
}
