import fc from 'fast-check';
import type { Placed } from '@/lib/adjudication/span-overlaps';
import { toTextRange } from '@/lib/text/offset';

/** Claims of one person in a text of 60 characters, of one to three spans that may overlap; ids begin with `name`. */
export function somePlaced(name: string, most = 6): fc.Arbitrary<readonly Placed[]> {
  const span = fc.tuple(fc.nat(50), fc.integer({ min: 1, max: 12 })).map(([start, length]) => toTextRange(start, start + length));
  const spans = fc.oneof({ weight: 4, arbitrary: span.map((only) => [only]) }, fc.array(span, { minLength: 2, maxLength: 3 }));
  return fc.array(spans, { maxLength: most }).map((all) => all.map((own, at) => ({ id: `${name}${at}`, spans: own })));
}

/** The characters that something stands on. */
export function charactersOf({ spans }: Placed): ReadonlySet<number> {
  return new Set(spans.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, at) => start + at)));
}
