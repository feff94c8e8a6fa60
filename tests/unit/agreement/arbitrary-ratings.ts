import fc from 'fast-check';
import { type Ratings, toRatings } from '@/lib/agreement/ratings';

export const CATEGORIES = ['a', 'b', 'c', 'd'] as const;

/** Units by raters over four categories, some of the values missing. */
export function someRatings({ raters = 3, missing = true } = {}): fc.Arbitrary<Ratings> {
  const value = fc.constantFrom(...CATEGORIES);
  const row = fc.array(missing ? fc.option(value, { freq: 5 }) : value, { minLength: raters, maxLength: raters });
  return fc.array(row, { minLength: 1, maxLength: 40 }).map((rows) => toRatings(rows, CATEGORIES));
}
