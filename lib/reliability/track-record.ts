import type { SourceClass } from '@/lib/attribution/source-type';
import type { AttributionCheck, ContentCheck } from '@/lib/claims/finding';
import { jeffreysInterval } from './jeffreys';
import { outcomeKey } from './outcome-ties';

/**
 * How what a source (or a class of sources) told turned out: "3 of 4, provisional: between 28 and 97 in 100".
 *
 * Two questions, two records: is it so (content checks), and did they say so (attribution checks). Only resolved checks
 * count. One origin that says one thing is one outcome, however many claims repeat it; when those disagree, the one
 * that did not hold up counts, or repeating would launder a miss. Absent: weights, a single score, a percentage
 * without its interval, and any figure where nothing is resolved: there the reason stands instead.
 */
export type TrackRecord = RecordFigures & {
  readonly question: Question;
  /** Claims found right in part: said beside the record, neither a hit nor a miss. Empty for attribution checks. */
  readonly partly: readonly string[];
  /** Claims with no resolved check, by what the check says, in the order of the checks; only those that occur. */
  readonly leftOut: readonly { readonly why: ContentCheck | AttributionCheck; readonly claimIds: readonly string[] }[];
};

type RecordFigures =
  | {
      readonly defined: true;
      /** Outcomes that held up, of `n`. */
      readonly k: number;
      readonly n: number;
      /** 95 % Jeffreys interval of k of n; ends from 0 to 1. */
      readonly interval: { readonly lower: number; readonly upper: number };
      /** Fewer than ten outcomes: say so beside the figures. */
      readonly provisional: boolean;
      /** At least five outcomes: with fewer a source is neither ranked nor coloured. */
      readonly colourable: boolean;
      readonly outcomes: readonly Outcome[];
    }
  | { readonly defined: false; readonly reason: string };

/** One thing that one origin said, and the resolved claims it was counted from, in the order they were given. */
export type Outcome = { readonly held: boolean; readonly claimIds: readonly string[] };

export const QUESTIONS = ['content', 'attribution'] as const;
export type Question = (typeof QUESTIONS)[number];

/** A claim with its two checks. `originKey` and `assertionKey` come from `tieOutcomes`. */
export type CheckedClaim = {
  readonly claimId: string;
  readonly articleId: string;
  readonly originKey: string;
  readonly assertionKey: string;
  readonly contentCheck: ContentCheck;
  readonly attributionCheck: AttributionCheck;
  /** When it was checked. */
  readonly at: Date;
  readonly sourceClass: SourceClass;
  readonly topics?: readonly string[];
};

/** Which claims to look at; what is left out does not limit. */
export type RecordSlice = {
  /** The first moment looked at. */
  readonly from?: Date;
  /** The first moment no longer looked at, so that neighbouring periods share no claim. */
  readonly to?: Date;
  readonly articleIds?: ReadonlySet<string>;
  /** A claim belongs when it has one of these topics. */
  readonly topics?: ReadonlySet<string>;
  readonly sourceClass?: SourceClass;
};

export const PROVISIONAL_UNDER = 10;
const COLOURABLE_FROM = 5;

type Verdict = 'held' | 'failed' | 'partly' | 'open';

const CONTENT_VERDICTS: Readonly<Record<ContentCheck, Verdict>> = {
  not_checked: 'open',
  confirmed: 'held',
  partly_confirmed: 'partly',
  unconfirmed: 'open',
  disputed: 'open',
  contradicted: 'failed',
  misleading_context: 'failed',
  not_checkable: 'open',
  out_of_scope: 'open',
};

const ATTRIBUTION_VERDICTS: Readonly<Record<AttributionCheck, Verdict>> = {
  not_checked: 'open',
  accurate: 'held',
  inaccurate_wording: 'failed',
  wrong_source: 'failed',
  source_inflated: 'failed',
  hedge_dropped: 'failed',
  link_missing: 'failed',
  cannot_trace: 'open',
};

/**
 * The record of the claims given, which are all of one source or one class.
 *
 * @param claims in any order; the slice is cut first, so a repeat outside it neither saves nor spoils an outcome inside
 * @param whose who the record is of, for the reason: "this source", "all news relays"
 * Costs time in proportion to the claims.
 */
export function trackRecord(
  claims: readonly CheckedClaim[],
  question: Question,
  slice: RecordSlice = {},
  whose = 'this source',
): TrackRecord {
  const partly: string[] = [];
  const open = new Map<ContentCheck | AttributionCheck, string[]>();
  const outcomes = new Map<string, { held: boolean; claimIds: string[] }>();
  for (const claim of claims) {
    if (!isInside(claim, slice)) continue;
    const verdict = verdictOf(claim, question);
    if (verdict === 'partly') partly.push(claim.claimId);
    else if (verdict === 'open') append(open, checkOf(claim, question), claim.claimId);
    else addOutcome(outcomes, claim, verdict === 'held');
  }
  const order = Object.keys(question === 'content' ? CONTENT_VERDICTS : ATTRIBUTION_VERDICTS) as readonly (
    | ContentCheck
    | AttributionCheck
  )[];
  const leftOut = order.flatMap((why) => {
    const claimIds = open.get(why);
    return claimIds === undefined ? [] : [{ why, claimIds }];
  });
  return { question, partly, leftOut, ...toFigures([...outcomes.values()], question, slice, whose) };
}

function toFigures(outcomes: readonly Outcome[], question: Question, slice: RecordSlice, whose: string): RecordFigures {
  const n = outcomes.length;
  const k = outcomes.filter(({ held }) => held).length;
  const interval = jeffreysInterval(k, n);
  if (!interval.defined) {
    const where = Object.keys(slice).length === 0 ? 'yet' : 'in this selection';
    return { defined: false, reason: `no ${question} check of ${whose} is resolved ${where}` };
  }
  const { lower, upper } = interval;
  return {
    defined: true,
    k,
    n,
    interval: { lower, upper },
    provisional: n < PROVISIONAL_UNDER,
    colourable: n >= COLOURABLE_FROM,
    outcomes,
  };
}

function isInside({ at, articleId, topics, sourceClass }: CheckedClaim, slice: RecordSlice): boolean {
  return (
    (slice.from === undefined || at >= slice.from) &&
    (slice.to === undefined || at < slice.to) &&
    (slice.articleIds === undefined || slice.articleIds.has(articleId)) &&
    (slice.topics === undefined || (topics ?? []).some((topic) => slice.topics?.has(topic))) &&
    (slice.sourceClass === undefined || sourceClass === slice.sourceClass)
  );
}

function checkOf(claim: CheckedClaim, question: Question): ContentCheck | AttributionCheck {
  return question === 'content' ? claim.contentCheck : claim.attributionCheck;
}

/** What a content check says of a claim: held up, failed, right in part, or open still. The one definition of a resolved check. */
export function contentVerdict(check: ContentCheck): Verdict {
  return CONTENT_VERDICTS[check];
}

/** Whether somebody found out: also that it is right in part. */
export function isResolved(check: ContentCheck): boolean {
  return CONTENT_VERDICTS[check] !== 'open';
}

function verdictOf({ contentCheck, attributionCheck }: CheckedClaim, question: Question): Verdict {
  return question === 'content' ? contentVerdict(contentCheck) : ATTRIBUTION_VERDICTS[attributionCheck];
}

function addOutcome(outcomes: Map<string, { held: boolean; claimIds: string[] }>, claim: CheckedClaim, held: boolean): void {
  const key = outcomeKey(claim);
  const known = outcomes.get(key);
  if (known === undefined) {
    outcomes.set(key, { held, claimIds: [claim.claimId] });
  } else {
    known.held &&= held;
    known.claimIds.push(claim.claimId);
  }
}

function append<Key>(lists: Map<Key, string[]>, key: Key, claimId: string): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [claimId]);
  else list.push(claimId);
}
