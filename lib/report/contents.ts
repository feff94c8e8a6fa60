import type { Revision } from '@/lib/articles/article';
import { type SourceClass, toSourceClass } from '@/lib/attribution/source-type';
import type { Flag } from '@/lib/claims/flag';
import { ENGLISH } from '@/lib/frame/en/english';
import type { Frame } from '@/lib/frame/frame';
import type { Steps } from '@/lib/kernel/pause';
import type { Sourcing } from '@/lib/provenance/sourcing';
import type { ClaimTransition } from '@/lib/review/history';
import { figuresOf, isEnglish } from './figures';
import { type Proposal, proposalsOf } from './proposals';
import type { ReportClaim } from './report-claim';
import { type StepSummary, summarizeSteps } from './step-summary';
import { type Unchecked, uncheckedOf } from './unchecked';
import { type WorkDates, workDatesOf } from './work-dates';

/**
 * What a report says beyond its label and its claims one by one, for every format: when it was checked, on which scales,
 * what is told in figures, what nobody is named for, what should read otherwise, what was not checked, what the author is
 * still to be asked, and which steps led here. It follows from the claims held and their steps alone. Rejected claims, which a
 * working copy may hold, are left out as they are of the label. Claims stand in text order.
 */
export type ReportContents = {
  readonly dates: WorkDates;
  /** Those that some claim is placed on, in the order of SCALES. */
  readonly scales: readonly Scale[];
  readonly numbers: readonly NumberClaim[];
  readonly unattributed: Unattributed;
  readonly proposals: readonly Proposal[];
  readonly unchecked: Unchecked;
  /** Claims with a question to the article's author. */
  readonly questions: readonly ReportClaim[];
  readonly steps: StepSummary;
};

/** The scales on which a report places claims. How a desk grades its sources (Admiralty, A to F) is its own and in no report. */
export const SCALES = ['strength', 'confidence', 'credibility', 'likelihood'] as const;
export type Scale = (typeof SCALES)[number];

/** A claim whose quoted words hold figures, each figure once, as it stands there (figures.ts). */
export type NumberClaim = { readonly claim: ReportClaim; readonly figures: readonly string[] };

/** Claims that reach the reader without anybody who says so, by what is wrong; a claim may be in several. */
export type Unattributed = {
  /** Of the class “no source”. */
  readonly noSource: readonly ReportClaim[];
  /** Attributed elsewhere in the article, and here stated as its own. */
  readonly dropped: readonly ReportClaim[];
  /** Presented as established by a verb: “reveals”, “it is known”. */
  readonly factive: readonly ReportClaim[];
};

type Held = {
  readonly revision: Pick<Revision, 'text'>;
  readonly claims: readonly ReportClaim[];
  /** Of these claims, oldest first. */
  readonly transitions: readonly ClaimTransition[];
  readonly sourcing: Pick<Sourcing, 'label'>;
  readonly frame?: Frame;
};

/** Near linear in the words of the claims and in the steps; gives way between its parts. */
export function* contentsSteps({ revision, claims, transitions, sourcing, frame = ENGLISH }: Held): Steps<ReportContents> {
  const counted = claims.filter(({ state }) => state !== 'rejected');
  const words = isEnglish(revision.text);
  yield;
  const numbers: NumberClaim[] = [];
  for (const [at, claim] of counted.entries()) {
    const figures = [...new Set(claim.spans.flatMap(({ quote }) => figuresOf(quote, { words })))];
    if (figures.length > 0) numbers.push({ claim, figures });
    if (at % CLAIMS_A_STEP === CLAIMS_A_STEP - 1) yield;
  }
  return {
    dates: workDatesOf(counted),
    scales: SCALES.filter((scale) => counted.some((claim) => isPlaced(claim, scale))),
    numbers,
    unattributed: {
      noSource: counted.filter(({ sourceType }) => toSourceClass(sourceType) === NO_SOURCE),
      dropped: flagged(counted, 'dropped_attribution'),
      factive: flagged(counted, 'factive_verb'),
    },
    proposals: proposalsOf({ claims, frame }),
    unchecked: uncheckedOf(counted, sourcing.label),
    questions: counted.filter(({ finding }) => finding.question.trim() !== ''),
    steps: summarizeSteps(transitions),
  };
}

const NO_SOURCE: SourceClass = 'none';

/** How many claims make a step of the work. */
const CLAIMS_A_STEP = 1000;

/** Every claim has a strength and a confidence; grades and likelihoods are given where they can be. */
function isPlaced({ finding }: ReportClaim, scale: Scale): boolean {
  if (scale === 'credibility') return finding.credibility !== null;
  return scale === 'likelihood' ? finding.likelihood !== null : true;
}

function flagged(claims: readonly ReportClaim[], wanted: Flag): readonly ReportClaim[] {
  return claims.filter(({ sourcing }) => sourcing.flags.some(({ flag, dismissed }) => flag === wanted && !dismissed));
}
