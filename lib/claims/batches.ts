/** Claims read or written at once: what belongs to them is asked for by their ids, and SQLite takes 999 values in a query. */
export const AT_ONCE = 400;

/** The values in lists of at most AT_ONCE, in their order. */
export function inBatches<Value>(values: readonly Value[]): readonly (readonly Value[])[] {
  return Array.from({ length: Math.ceil(values.length / AT_ONCE) }, (_, at) => values.slice(at * AT_ONCE, (at + 1) * AT_ONCE));
}
