import { inHundred } from '@/lib/text/in-hundred';
import type { Interval } from './bootstrap';
import type { Figure } from './figure';

/** The measures that are shown, in the order in which they are. The first of each question is the one to look at first. */
export const MEASURES = [
  'alpha_u',
  'overlap_f1',
  'boundary_similarity',
  'gamma',
  'weighted_alpha',
  'alpha',
  'percent',
  'ac1',
  'kappa',
  'weighted_kappa',
  'pi',
  's',
  'fleiss',
] as const;
export type Measure = (typeof MEASURES)[number];

type MeasureFacts = {
  readonly label: string;
  /** A share is agreed on or not; a coefficient is what lies beyond chance, and can be below 0. */
  readonly kind: 'share' | 'coefficient';
  /** What a share is a share of; for a coefficient what it takes for chance. In the middle of a sentence. */
  readonly of: string;
  /** What n counts, for one and for several. */
  readonly unit: readonly [one: string, several: string];
  /** What the bootstrap draws, to say what its interval is about. */
  readonly resampled: string;
};

const CLAIMS = ['matched claim', 'matched claims'] as const;
const PASSAGES = 'passages between places that nobody marked';

export const MEASURE_FACTS: Readonly<Record<Measure, MeasureFacts>> = {
  alpha_u: {
    label: 'Alpha for unitizing',
    kind: 'coefficient',
    of: 'claims of the same lengths laid anywhere in the text',
    unit: ['stretch of text', 'stretches of text'],
    resampled: PASSAGES,
  },
  overlap_f1: {
    label: 'Overlap F1',
    kind: 'share',
    of: 'characters they marked lie in words that both marked for the same claim',
    unit: ['claim or pair of claims', 'claims or pairs of claims'],
    resampled: 'pairs of claims, and claims of one alone',
  },
  boundary_similarity: {
    label: 'Boundary similarity',
    kind: 'share',
    of: 'edges they set are the same, those a word apart counting half',
    unit: ['edge', 'edges'],
    resampled: PASSAGES,
  },
  gamma: {
    label: 'Gamma',
    kind: 'coefficient',
    of: 'claims like theirs moved along the text at random',
    unit: ['claim', 'claims'],
    resampled: 'aligned claims, what chance brings being held',
  },
  weighted_alpha: {
    label: 'Weighted alpha',
    kind: 'coefficient',
    of: 'the values of all taken together, near ones being less apart',
    unit: CLAIMS,
    resampled: CLAIMS[1],
  },
  alpha: { label: 'Krippendorff’s alpha', kind: 'coefficient', of: 'the values of all taken together', unit: CLAIMS, resampled: CLAIMS[1] },
  percent: { label: 'Same value', kind: 'share', of: 'matched claims were given the same value', unit: CLAIMS, resampled: CLAIMS[1] },
  ac1: { label: 'Gwet’s AC1', kind: 'coefficient', of: 'chance only where a claim is hard to judge', unit: CLAIMS, resampled: CLAIMS[1] },
  kappa: { label: 'Cohen’s kappa', kind: 'coefficient', of: 'the habits of each', unit: CLAIMS, resampled: CLAIMS[1] },
  weighted_kappa: {
    label: 'Weighted kappa',
    kind: 'coefficient',
    of: 'the habits of each, near values being less apart',
    unit: CLAIMS,
    resampled: CLAIMS[1],
  },
  pi: { label: 'Scott’s pi', kind: 'coefficient', of: 'the habits of both together', unit: CLAIMS, resampled: CLAIMS[1] },
  s: { label: 'S', kind: 'coefficient', of: 'every value being as likely', unit: CLAIMS, resampled: CLAIMS[1] },
  fleiss: {
    label: 'Fleiss’ kappa',
    kind: 'coefficient',
    of: 'the habits of all together',
    unit: ['claim that all matched', 'claims that all matched'],
    resampled: 'claims that all matched',
  },
};

/** A figure with what belongs beside it whenever it is shown. */
export type Measured = {
  readonly measure: Measure;
  readonly figure: Figure;
  readonly interval: Interval;
  /** What the figure was made of; MEASURE_FACTS says what is counted. */
  readonly n: number;
  /** What it means, with a full stop. */
  readonly sentence: string;
  /** What the interval is about: what was drawn again and again. */
  readonly resampled: string;
};

export function toMeasured(measure: Measure, figure: Figure, interval: Interval, n: number): Measured {
  return { measure, figure, interval, n, sentence: sentenceOf(measure, figure), resampled: MEASURE_FACTS[measure].resampled };
}

/**
 * From where on a coefficient is good enough: to rely on, and for tentative conclusions. Source: Krippendorff, "Content
 * Analysis", 2nd edition (2004), p. 241, who gives them for alpha; the others, made like it, are read by the same.
 */
export const RELIABLE = 0.8;
export const TENTATIVE = 0.667;

/** What a figure means, in plain words. A share that is not all or nothing is never rounded to either. */
export function sentenceOf(measure: Measure, figure: Figure): string {
  if (!figure.defined) return `No figure: ${figure.reason}.`;
  const { kind, of } = MEASURE_FACTS[measure];
  const { value } = figure;
  if (kind === 'share') return `${inHundred(value)} in 100 ${of}.`;
  if (value === 1) return 'Full agreement.';
  const beyond =
    value <= 0 ? 'They agree no more than chance would' : `${inHundred(value)} in 100 of the way from chance to full agreement`;
  return `${beyond}: ${verdictOf(value)}.`;
}

/** What a coefficient takes for chance, as a sentence; empty for a share, of which nothing is taken off for chance. */
export function chanceSentence(measure: Measure): string {
  const { kind, of } = MEASURE_FACTS[measure];
  return kind === 'share' ? '' : `Chance: ${of}.`;
}

/** A value with two digits. What is not full agreement is never rounded to it, nor to chance what is not. */
export function valueWords(value: number): string {
  const rounded = value.toFixed(2);
  if (value !== 1 && rounded === '1.00') return '0.99';
  return value !== 0 && /^-?0\.00$/.test(rounded) ? `${value < 0 ? '-' : ''}0.01` : rounded;
}

export function verdictOf(value: number): string {
  if (value >= RELIABLE) return 'good enough to rely on';
  if (value >= TENTATIVE) return 'good enough for tentative conclusions';
  return 'too little to rely on one checker alone';
}

/** “0.52 to 0.91” */
export function intervalWords({ lower, upper }: Extract<Interval, { defined: true }>): string {
  return `${valueWords(lower)} to ${valueWords(upper)}`;
}

/** “0.74 (0.52 to 0.91, 26 matched claims)”, or why there is none. */
export function measuredWords({ measure, figure, interval, n }: Measured): string {
  if (!figure.defined) return figure.reason;
  const [one, several] = MEASURE_FACTS[measure].unit;
  const between = interval.defined ? `${intervalWords(interval)}, ` : '';
  return `${valueWords(figure.value)} (${between}${n} ${n === 1 ? one : several})`;
}
