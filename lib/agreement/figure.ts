/** What a measure came to, or why it came to nothing. Undefined is an answer with its reason, never NaN and never 0. */
export type Figure = { readonly defined: true; readonly value: number } | UndefinedFigure;

export type UndefinedFigure = { readonly defined: false; readonly reason: string };

export function toFigure(value: number): Figure {
  return { defined: true, value };
}

/** `reason` stands in the middle of a sentence: no capital, no full stop. */
export function noFigure(reason: string): UndefinedFigure {
  return { defined: false, reason };
}

/**
 * 1 less the share of what chance would bring: the form that all chance-corrected coefficients have. `observed` and
 * `expected` are disagreements, 0 or more. Without an expected one nothing could have been disagreed on.
 */
export function beyondChance(observed: number, expected: number, reason: string = ONE_VALUE): Figure {
  return expected > 0 ? toFigure(1 - observed / expected) : noFigure(reason);
}

const ONE_VALUE = 'only one value was given, so there was nothing to disagree on';
export const NOTHING_SHARED = 'nothing was judged by two people';
