import { CONTENT_CHECKS, type ContentCheck, LIKELIHOOD_FACTS, LIKELIHOODS, type Likelihood } from '@/lib/claims/finding';
import { type Interval, jeffreysInterval } from '../jeffreys';
import { outcomeKey } from '../outcome-ties';
import { type CheckedClaim, contentVerdict, type Outcome, PROVISIONAL_UNDER } from '../track-record';
import { type Brier, brierOf } from './brier';

/**
 * How somebody's likelihoods came out: each is taken as the middle of its band (ICD 203) and set against whether the claim was
 * found so later. What counts as resolved, and what several claims of one origin that say one thing count for, is as in the track
 * records (track-record.ts). Only likelihood terms are ever made probabilities, never how sure somebody is of a tagging.
 */
export type Calibration = {
  /** What was said and never came to a yes or a no, by the check as it stands; only those that occur, in the order of the checks. */
  readonly leftOut: readonly { readonly check: ContentCheck; readonly claimIds: readonly string[] }[];
  /** Claims that were given a likelihood only once the answer was known. */
  readonly late: readonly string[];
} & (
  | ({ readonly defined: true; readonly provisional: boolean; readonly bands: readonly Band[] } & Omit<Brier, 'bins'>)
  | { readonly defined: false; readonly reason: string }
);

/** How the claims came out that were given one of the seven terms. */
export type Band = {
  readonly likelihood: Likelihood;
  /** The middle of its band, from 0 to 1. */
  readonly probability: number;
  readonly n: number;
  readonly held: number;
  /** 95 % Jeffreys interval of held of n. */
  readonly interval: Interval;
  readonly outcomes: readonly Outcome[];
};

/** A claim that somebody gave a likelihood, with what its outcome is counted by. */
export type ForecastClaim = Pick<CheckedClaim, 'claimId' | 'originKey' | 'assertionKey' | 'contentCheck'> & {
  /** Before its check was first resolved; null where only later. */
  readonly likelihood: Likelihood | null;
};

/** The middle of a term's band, from 0 to 1. */
export function midpoint(likelihood: Likelihood): number {
  const { from, to } = LIKELIHOOD_FACTS[likelihood];
  return (from + to) / 200;
}

/**
 * @param claims of one person, in the order they were made: where one origin's claims that say one thing were given several terms,
 * the first one's counts, and one that did not hold up counts for all
 * Linear.
 */
export function calibrationOf(claims: readonly ForecastClaim[]): Calibration {
  const late: string[] = [];
  const open = new Map<ContentCheck, string[]>();
  const outcomes = new Map<string, { likelihood: Likelihood; held: boolean; claimIds: string[] }>();
  for (const { claimId, originKey, assertionKey, contentCheck, likelihood } of claims) {
    const verdict = contentVerdict(contentCheck);
    if (likelihood === null) late.push(claimId);
    else if (verdict === 'open' || verdict === 'partly') {
      const own = open.get(contentCheck);
      if (own === undefined) open.set(contentCheck, [claimId]);
      else own.push(claimId);
    } else {
      const key = outcomeKey({ originKey, assertionKey });
      const outcome = outcomes.get(key) ?? { likelihood, held: true, claimIds: [] };
      outcome.held &&= verdict === 'held';
      outcome.claimIds.push(claimId);
      outcomes.set(key, outcome);
    }
  }
  const forecasts = [...outcomes.values()].map((outcome) => ({ ...outcome, probability: midpoint(outcome.likelihood) }));
  const rest = { late, leftOut: CONTENT_CHECKS.flatMap((check) => listed(check, open.get(check))) };
  const brier = brierOf(forecasts);
  if (brier === null) return { ...rest, defined: false, reason: reasonOf(rest.leftOut.length > 0, late.length > 0) };
  const { bins: _, ...figures } = brier;
  return {
    ...rest,
    ...figures,
    defined: true,
    provisional: brier.n < PROVISIONAL_UNDER,
    bands: LIKELIHOODS.map((likelihood) => {
      const own = forecasts.filter((forecast) => forecast.likelihood === likelihood);
      const held = own.filter((forecast) => forecast.held).length;
      return {
        likelihood,
        probability: midpoint(likelihood),
        n: own.length,
        held,
        interval: jeffreysInterval(held, own.length),
        outcomes: own.map(({ held, claimIds }) => ({ held, claimIds })),
      };
    }),
  };
}

function listed(check: ContentCheck, claimIds: readonly string[] | undefined) {
  return claimIds === undefined ? [] : [{ check, claimIds }];
}

/** In the middle of a sentence: no capital, no full stop. */
function reasonOf(isOpen: boolean, isLate: boolean): string {
  if (isOpen) return 'no claim that was given a likelihood was confirmed or contradicted since';
  return isLate ? 'each likelihood was given when the answer was known' : 'no claim was given a likelihood';
}
