import { CLAIMS } from '@/lib/frame/en/claims';

/** Did the source say this? */
export const ATTRIBUTION_CHECKS = [
  'not_checked',
  'accurate',
  'inaccurate_wording',
  'wrong_source',
  'source_inflated',
  'hedge_dropped',
  'link_missing',
  'cannot_trace',
] as const;
export type AttributionCheck = (typeof ATTRIBUTION_CHECKS)[number];

/** Is it so? Apart from the attribution: a newspaper can quote a lie correctly. */
export const CONTENT_CHECKS = [
  'not_checked',
  'confirmed',
  'partly_confirmed',
  'unconfirmed',
  'disputed',
  'contradicted',
  'misleading_context',
  'not_checkable',
  'out_of_scope',
] as const;
export type ContentCheck = (typeof CONTENT_CHECKS)[number];

/** Admiralty scale (FM 2-22.3, appendix B): 1 confirmed by other sources ... 5 improbable; 6 cannot be judged, which is not the worst. */
export const CREDIBILITIES = [1, 2, 3, 4, 5, 6] as const;
export type Credibility = (typeof CREDIBILITIES)[number];

/** The seven terms of ICD 203 with their bands in percent (D.6.e.2.a). Never put into one sentence with confidence. */
export const LIKELIHOODS = [
  'almost_no_chance',
  'very_unlikely',
  'unlikely',
  'even_chance',
  'likely',
  'very_likely',
  'almost_certain',
] as const;
export type Likelihood = (typeof LIKELIHOODS)[number];

/** What checking came to. How sure the checker is of it is the claim's own confidence. */
export type Finding = {
  readonly attributionCheck: AttributionCheck;
  readonly contentCheck: ContentCheck;
  readonly credibility: Credibility | null;
  readonly likelihood: Likelihood | null;
  readonly rationale: string;
  /** What it should say instead; empty when nothing needs correcting. */
  readonly correction: string;
  /** What the article's author is still to be asked; empty where nothing is. */
  readonly question: string;
};

export const NO_FINDING: Finding = {
  attributionCheck: 'not_checked',
  contentCheck: 'not_checked',
  credibility: null,
  likelihood: null,
  rationale: '',
  correction: '',
  question: '',
};

/** A finding as the audit trail has it: what an earlier Hearsay did not ask yet is as where nothing was said. */
export function wholeFinding(written: Partial<Finding>): Finding {
  return { ...NO_FINDING, ...written };
}

export const ATTRIBUTION_CHECK_LABELS: Readonly<Record<AttributionCheck, string>> = CLAIMS.attributionChecks;

export const CONTENT_CHECK_LABELS: Readonly<Record<ContentCheck, string>> = CLAIMS.contentChecks;

export const CREDIBILITY_LABELS: Readonly<Record<Credibility, string>> = CLAIMS.credibility;

export const LIKELIHOOD_FACTS: Readonly<Record<Likelihood, { readonly label: string; readonly from: number; readonly to: number }>> = {
  almost_no_chance: { label: CLAIMS.likelihood.almost_no_chance, from: 1, to: 5 },
  very_unlikely: { label: CLAIMS.likelihood.very_unlikely, from: 5, to: 20 },
  unlikely: { label: CLAIMS.likelihood.unlikely, from: 20, to: 45 },
  even_chance: { label: CLAIMS.likelihood.even_chance, from: 45, to: 55 },
  likely: { label: CLAIMS.likelihood.likely, from: 55, to: 80 },
  very_likely: { label: CLAIMS.likelihood.very_likely, from: 80, to: 95 },
  almost_certain: { label: CLAIMS.likelihood.almost_certain, from: 95, to: 99 },
};

export const RATIONALE_MAX = 8000;
