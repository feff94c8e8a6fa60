import type { TextRange } from '@/lib/text/offset';
import { beyondChance, type Figure, noFigure } from './figure';

/** A stretch of text with a category: what unitizing makes. */
export type Section = TextRange & { readonly category: string };

export type CategoryDisagreement = { readonly figure: Figure; readonly observed: number; readonly expected: number };
export type AlphaU = { readonly figure: Figure; readonly byCategory: ReadonlyMap<string, CategoryDisagreement> };

/**
 * Krippendorff's alpha for unitizing: did several people cut the same stretches out of one text, and sort them alike? Each
 * category is looked at by itself, everything that is not of it being a gap. Two units that overlap are as far apart as the
 * squares of the distances between their ends, a unit in somebody's gap as the square of its length; chance lays the same
 * units anywhere on the continuum.
 *
 *     A  ...[=====].......[==]      ends 1 and 2 apart: 1 + 4
 *     B  ..[========].........      a unit of length 2 in a gap: 4
 *
 * Source: Krippendorff, "Content Analysis", 2nd edition (2004), section 11.6, pp. 251-256; "On the Reliability of Unitizing
 * Contiguous Data", Sociological Methodology 25 (1995).
 *
 * @param people what each of at least two marked, within the continuum, in any order. The measure knows no overlaps of one
 *   person and category: those are made one section first
 * @param continuum the text that was before everybody
 *
 * Costs n log n in the sections, and linear time for each pair of people.
 */
export function alphaU(people: readonly (readonly Section[])[], continuum: TextRange): AlphaU {
  const categories = [...new Set(people.flatMap((sections) => sections.map(({ category }) => category)))].sort();
  const byCategory = new Map<string, CategoryDisagreement>();
  let [allObserved, allExpected] = [0, 0];
  const laid = people.map((sections) => byName(sections));
  for (const category of categories) {
    const units = laid.map((sections) => layOut(sections.get(category) ?? []));
    const observed = observedIn(units, continuum);
    const expected = expectedIn(units, continuum);
    allObserved += observed;
    allExpected += expected;
    byCategory.set(category, { observed, expected, figure: beyondChance(observed, expected, UNMOVABLE) });
  }
  const none = people.length < 2 ? 'only one person marked anything' : 'nobody marked anything';
  const figure = categories.length === 0 || people.length < 2 ? noFigure(none) : beyondChance(allObserved, allExpected, UNMOVABLE);
  return { figure, byCategory };
}

const UNMOVABLE = 'what was marked could have lain nowhere else';

function byName(sections: readonly Section[]): Map<string, TextRange[]> {
  const named = new Map<string, TextRange[]>();
  for (const section of sections) {
    const known = named.get(section.category);
    if (known === undefined) named.set(section.category, [section]);
    else known.push(section);
  }
  return named;
}

/** In text order, those that overlap made one. Those that only touch stay two: cutting a stretch in two is a judgement. */
function layOut(sections: readonly TextRange[]): readonly TextRange[] {
  const laid: TextRange[] = [];
  for (const section of sections.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    const last = laid.at(-1);
    if (last === undefined || section.start >= last.end) laid.push(section);
    else if (section.end > last.end) laid[laid.length - 1] = { start: last.start, end: section.end };
  }
  return laid;
}

function observedIn(people: readonly (readonly TextRange[])[], continuum: TextRange): number {
  const length = continuum.end - continuum.start;
  let sum = 0;
  people.forEach((first, at) => {
    for (const second of people.slice(at + 1)) sum += apart(first, second) + inGaps(first, second) + inGaps(second, first);
  });
  return (2 * sum) / (people.length * (people.length - 1) * length ** 2);
}

/** The squares of the distances between the ends of any two units that overlap. */
function apart(first: readonly TextRange[], second: readonly TextRange[]): number {
  let [sum, a, b] = [0, 0, 0];
  while (a < first.length && b < second.length) {
    const [one, other] = [first[a] as TextRange, second[b] as TextRange];
    if (one.start < other.end && other.start < one.end) sum += (one.start - other.start) ** 2 + (one.end - other.end) ** 2;
    if (one.end <= other.end) a++;
    else b++;
  }
  return sum;
}

/** The squares of the lengths of those units that lie wholly in gaps of somebody else's. */
function inGaps(units: readonly TextRange[], others: readonly TextRange[]): number {
  let [sum, at] = [0, 0];
  for (const { start, end } of units) {
    while (at < others.length && (others[at] as TextRange).end <= start) at++;
    const next = others[at];
    if (next === undefined || next.start >= end) sum += (end - start) ** 2;
  }
  return sum;
}

function expectedIn(people: readonly (readonly TextRange[])[], continuum: TextRange): number {
  const length = continuum.end - continuum.start;
  const units = people.flat();
  const lengths = units.map(({ start, end }) => end - start);
  const room = roomIn(people.flatMap((sections) => gapsOf(sections, continuum)));
  let sum = 0;
  for (const l of lengths) sum += ((lengths.length - 1) / 3) * (2 * l ** 3 - 3 * l ** 2 + l) + l ** 2 * room(l);
  const places = people.length * length;
  const same = lengths.reduce((all, l) => all + l * (l - 1), 0);
  return ((2 / length) * sum) / (places * (places - 1) - same);
}

/** How many places a unit of some length has in the gaps: the sum of `gap - length + 1` over those that hold it. */
function roomIn(gaps: readonly number[]): (length: number) => number {
  const sorted = gaps.toSorted((a, b) => b - a);
  const sums = new Float64Array(sorted.length + 1);
  sorted.forEach((gap, at) => {
    sums[at + 1] = (sums[at] as number) + gap + 1;
  });
  return (length) => {
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sorted[middle] as number) >= length) low = middle + 1;
      else high = middle;
    }
    return (sums[low] as number) - low * length;
  };
}

function gapsOf(sections: readonly TextRange[], continuum: TextRange): readonly number[] {
  const gaps: number[] = [];
  let at: number = continuum.start;
  for (const { start, end } of sections) {
    if (start > at) gaps.push(start - at);
    at = end;
  }
  if (continuum.end > at) gaps.push(continuum.end - at);
  return gaps;
}
