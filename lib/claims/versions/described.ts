import type { Claim } from '../claim';
import type { DetailField } from '../details/details';

/**
 * What a claim said at some moment, as far as a write of that moment tells: its tag, and of the parts beyond it those that the
 * write touched. A part that it left alone is not known from it.
 */
export type Described = Pick<Claim, 'sourceType' | 'source' | 'confidence' | 'note'> & {
  readonly spans: readonly DescribedSpan[];
  readonly details: Partial<Pick<Claim, DetailField>>;
};

export type DescribedSpan = { readonly start: number; readonly end: number; readonly quote: string };
