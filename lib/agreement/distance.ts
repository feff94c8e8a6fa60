import { type SourceType, toSourceClass } from '@/lib/attribution/source-type';

/**
 * How far apart two values are, from 0 (the same) up; symmetric. It goes into the weighted coefficients as it is: where
 * Krippendorff squares a difference, the distance is that square.
 */
export type Distance<Value extends string = string> = (a: Value, b: Value) => number;

/** Other is other: 1 for all that differs. */
export const nominal: Distance = (a, b) => (a === b ? 0 : 1);

/** The squared difference of two numbers, as Krippendorff's alpha takes it for interval data. Values are numerals. */
export const interval: Distance = (a, b) => (Number(a) - Number(b)) ** 2;

/** The squared difference of two places in an order: of words that have no numbers, only a first and a last. */
export function steps(order: readonly string[]): Distance {
  const places = new Map(order.map((value, place) => [value, place]));
  return (a, b) => ((places.get(a) ?? 0) - (places.get(b) ?? 0)) ** 2;
}

/** Two source types of one class: half a disagreement. */
export const WITHIN_CLASS = 0.5;

/**
 * Source types: 0 the same, 1/2 another type of the same class, 1 another class.
 *
 * Why these numbers: an article's sourcing label, its colours and what a reader is told count classes, so taking "sources
 * close to the Kremlin" for bare "sources" leaves all of them as they are, and taking them for a named person does not. It
 * is no agreement either: the types of a class differ in what they ask of the source, and where they are anonymous in
 * strength. One half says just that, in the middle, and as a figure that nobody takes for a measurement. All classes are
 * equally far from each other: which of them is the graver mistake depends on the story.
 */
export const betweenSourceTypes: Distance<SourceType> = (a, b) => {
  if (a === b) return 0;
  return toSourceClass(a) === toSourceClass(b) ? WITHIN_CLASS : 1;
};
