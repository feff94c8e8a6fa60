import { assert } from '@/lib/kernel/assert';

/**
 * Who judged what how: a row for each unit (a matched claim), in it a place for each rater (a checker). Values are numbers
 * of `categories`; null where that rater said nothing. Encoded once, because a bootstrap computes the same figure a
 * thousand times.
 */
export type Ratings = {
  readonly rows: readonly Row[];
  /** How often each row counts; left out, once. */
  readonly weights?: Float64Array;
  /** Every value that could be given, also those that nobody gave: S and AC1 count them. */
  readonly categories: readonly string[];
  readonly raters: number;
};

export type Row = readonly (number | null)[];

/**
 * @param units a row for each unit, every row as long as there are raters
 * @param categories the values there are; left out, those that were given, in their order as text
 * @throws when rows differ in length, or hold a value that is none of `categories`
 */
export function toRatings(units: readonly (readonly (string | null)[])[], categories?: readonly string[]): Ratings {
  const given = categories ?? [...new Set(units.flat().filter((value) => value !== null))].sort();
  const codes = new Map(given.map((category, code) => [category, code]));
  const raters = units[0]?.length ?? 0;
  const rows = units.map((unit) => {
    assert(unit.length === raters, 'every unit has a place for every rater');
    return unit.map((value) => {
      if (value === null) return null;
      const code = codes.get(value);
      assert(code !== undefined, `“${value}” is one of the categories`);
      return code;
    });
  });
  return { rows, categories: given, raters };
}

/** A table of two raters as ratings: `table[i][j]` units that the first gave value i and the second value j. */
export function fromTable(table: readonly (readonly number[])[]): Ratings {
  const categories = table.map((_, code) => `${code}`);
  const rows = table.flatMap((line, first) => line.flatMap((count, second) => Array.from({ length: count }, () => [first, second])));
  return { rows, categories, raters: 2 };
}

/** The different values of one row, in their order, and how often each was given; the first `length` places hold something. */
export type RowCounts = { length: number; readonly codes: number[]; readonly counts: number[] };

export function newRowCounts(): RowCounts {
  return { length: 0, codes: [], counts: [] };
}

/** Fills `found` from a row and returns how many values there were. Costs the row, however many categories there are: sources are thousands. */
export function countValues(row: Row, found: RowCounts): number {
  const { codes, counts } = found;
  let values = 0;
  let length = 0;
  for (const code of row) {
    if (code === null) continue;
    values++;
    let at = length;
    while (at > 0 && (codes[at - 1] as number) >= code) at--;
    if (at < length && codes[at] === code) {
      counts[at] = (counts[at] as number) + 1;
      continue;
    }
    for (let later = length; later > at; later--) {
      codes[later] = codes[later - 1] as number;
      counts[later] = counts[later - 1] as number;
    }
    codes[at] = code;
    counts[at] = 1;
    length++;
  }
  found.length = length;
  return values;
}

/** How often the row at this place counts. */
export function weightOf({ weights }: Ratings, at: number): number {
  return weights === undefined ? 1 : (weights[at] as number);
}

/** Ratings of different rows only, and for each unit the place of its row: few rows stand for many units. */
export type Patterns = { readonly ratings: Ratings; readonly places: readonly number[] };

/** Rows that are the same made one that counts as often. Every figure stays as it is. Linear. */
export function toPatterns(ratings: Ratings): Patterns {
  const known = new Map<string, number>();
  const rows: Row[] = [];
  const places = ratings.rows.map((row) => {
    const key = row.join(' ');
    const place = known.get(key) ?? rows.push(row) - 1;
    known.set(key, place);
    return place;
  });
  const weights = new Float64Array(rows.length);
  for (const place of places) weights[place] = (weights[place] as number) + 1;
  return { ratings: { ...ratings, rows, weights }, places };
}

/** Two of the raters alone, and of the units those that both judged. */
export function ofPair({ rows, categories }: Ratings, first: number, second: number): Ratings {
  const both = rows.map((row) => [row[first] ?? null, row[second] ?? null]).filter((row) => !row.includes(null));
  return { rows: both, categories, raters: 2 };
}

/** How many units at least two raters judged: the n of every figure that is made of them. */
export function countShared({ rows }: Ratings): number {
  return rows.filter((row) => row.filter((code) => code !== null).length > 1).length;
}
