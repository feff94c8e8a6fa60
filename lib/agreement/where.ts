import { alike } from '@/lib/adjudication/compare-claims';
import { type Match, matchClaims } from '@/lib/adjudication/match-claims';
import type { Parent } from '@/lib/adjudication/parent';
import { SOURCE_CLASSES, type SourceClass, toSourceClass } from '@/lib/attribution/source-type';
import type { Steps } from '@/lib/kernel/pause';
import { toTextRange } from '@/lib/text/offset';
import { alphaU, type Section } from './alpha-u';
import { bootstrapSteps, type Interval } from './bootstrap';
import { boundaryEdits, boundarySimilarity } from './boundary-similarity';
import { betweenSourceTypes, type Distance } from './distance';
import { type Figure, noFigure } from './figure';
import { bestAlignment } from './gamma/best-alignment';
import { type Gamma, gammaOf, gammaSteps } from './gamma/gamma';
import { DISSIMILARITY, type Dissimilarity, type GammaUnit } from './gamma/unit';
import { type Measured, toMeasured } from './measure';
import { overlapF1, overlapParts } from './overlap';
import { joinPassages, type Passage, toPassages } from './passages';
import type { CheckedText } from './work';

/** How far people agree on where claims are; gamma also on what they are. */
export type Where = {
  readonly measures: readonly Measured[];
  /** Alpha for unitizing of each class that somebody used, in their order. */
  readonly byClass: readonly { readonly sourceClass: SourceClass; readonly figure: Figure; readonly n: number }[];
  /** How many samples gamma's chance was taken from, and how far their mean may be off, as a share of it. */
  readonly samples: number;
  readonly precision: number | null;
};

/** Gamma with the six classes: types of one class are half apart, as everywhere (`betweenSourceTypes`). */
const BY_TYPE: Dissimilarity = { ...DISSIMILARITY, category: betweenSourceTypes as Distance };

/**
 * Every measure of where, with interval and sentence. A claim of several parts has a section for each in alpha and in the
 * boundaries; in overlap it is one claim of all its characters, in gamma one from its first part to its last. With more
 * than two people, overlap and boundaries are those of every two of them added up.
 *
 * Costs a thousand times the measures but for gamma, which is resampled as it is aligned.
 */
export function* whereSteps(people: readonly (readonly Parent[])[], text: CheckedText): Steps<Where> {
  const continuum = toTextRange(0, text.length);
  const sections = people.map((claims) => claims.flatMap(toSections));
  const passages = toPassages(sections, continuum);
  const marked = sections.flat();
  const whole = alphaU(sections, continuum);
  const parts = everyTwo(people).flatMap(([first, second]) => overlapParts(matchClaims(first, second, alike) as Match<Parent>));
  const edits = passages.map((passage) => editsIn(passage, text));
  const edges = edits.flat().reduce((sum, { matches, additions, transpositions }) => sum + matches + additions + transpositions, 0);
  const units = people.map((claims) => claims.map(toUnit));
  const found = yield* gammaSteps(units, { start: 0, end: Math.max(text.length, 1) }, { dissimilarity: BY_TYPE });
  return {
    measures: [
      toMeasured('alpha_u', whole.figure, yield* bootstrapSteps(passages, alphaOfPassages), marked.length),
      toMeasured('overlap_f1', overlapF1(parts), yield* bootstrapSteps(parts, overlapF1), parts.length),
      toMeasured(
        'boundary_similarity',
        boundarySimilarity(edits.flat()),
        yield* bootstrapSteps(edits, (some) => boundarySimilarity(some.flat())),
        edges,
      ),
      toMeasured('gamma', found.figure, yield* gammaInterval(units, found), units.flat().length),
    ],
    byClass: SOURCE_CLASSES.flatMap((sourceClass) => {
      const own = whole.byCategory.get(sourceClass);
      const n = marked.filter(({ category }) => category === sourceClass).length;
      return own === undefined ? [] : [{ sourceClass, figure: own.figure, n }];
    }),
    samples: found.samples,
    precision: found.precision,
  };
}

function toSections({ spans, sourceType }: Parent): readonly Section[] {
  return spans.map(({ start, end }) => ({ start, end, category: toSourceClass(sourceType) }));
}

function toUnit({ spans, sourceType }: Parent): GammaUnit {
  const [start, end] = [Math.min(...spans.map((span) => span.start)), Math.max(...spans.map((span) => span.end))];
  return { start, end, category: sourceType };
}

function alphaOfPassages(passages: readonly Passage[]): Figure {
  const { people, continuum } = joinPassages(passages);
  return alphaU(people, continuum).figure;
}

/** The edits between every two people, in words. The ends of the text are nobody's edges. */
function editsIn({ sections }: Passage, { wordStarts }: CheckedText) {
  const edges = sections.map(
    (own) =>
      new Set(
        own
          .flatMap(({ start, end }) => [wordsBefore(wordStarts, start), wordsBefore(wordStarts, end)])
          .filter((words) => words > 0 && words < wordStarts.length),
      ),
  );
  return everyTwo(edges).map(([first, second]) => boundaryEdits(first, second));
}

/** How many words begin before an offset: the same at the end of a word and after the space behind it. */
function wordsBefore(wordStarts: readonly number[], offset: number): number {
  let [low, high] = [0, wordStarts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((wordStarts[middle] as number) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Of two people: the pairs and single claims of their best alignment are drawn, and what chance brings is held. */
function* gammaInterval(units: readonly (readonly GammaUnit[])[], { figure, expected }: Gamma): Steps<Interval> {
  const [first, second, ...others] = units;
  if (!figure.defined || first === undefined || second === undefined || expected === null) return noFigure('there is no figure');
  if (others.length > 0) return noFigure('of more than two people it is a mean over every two: their own intervals say more');
  const { pairs, disorders } = bestAlignment(first, second, BY_TYPE);
  const aligned = disorders.map((disorder, at) => ({ disorder, units: at < pairs.length ? 2 : 1 }));
  return yield* bootstrapSteps(aligned, (some) => {
    const all = some.reduce((sum, one) => sum + one.units, 0) / 2;
    return gammaOf(some.reduce((sum, one) => sum + one.disorder, 0) / all, expected);
  });
}

function everyTwo<Item>(items: readonly Item[]): readonly (readonly [Item, Item])[] {
  return items.flatMap((first, at) => items.slice(at + 1).map((second) => [first, second] as const));
}
