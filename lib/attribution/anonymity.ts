/** How many people an anonymous attribution says it stands for. `plural` is "sources" with no number. */
export const COUNTS = ['one', 'exact', 'plural'] as const;
export type Count = (typeof COUNTS)[number];

/** How near the unnamed say they are to what they tell. */
export const PROXIMITIES = ['insider', 'close_to', 'familiar', 'official', 'unspecified'] as const;
export type Proximity = (typeof PROXIMITIES)[number];

/**
 * What an article says about somebody it does not name. Every field may be missing, and what is missing is shown as a
 * flag (lib/claims/flags.ts): that is the point of keeping the record.
 */
export type Anonymity = {
  /** "sources close to the Kremlin"; empty where the article has bare "sources". */
  readonly descriptor: string;
  readonly count: Count | null;
  /** The number of people when `count` is `exact`, else null. */
  readonly number: number | null;
  readonly proximity: Proximity | null;
  /** How they know, in the article's words ("they have met with him"); empty when it is not given. */
  readonly basis: string;
  /** Why they are not named, in the article's words; empty when it is not given. */
  readonly reason: string;
};

export const NO_ANONYMITY: Anonymity = { descriptor: '', count: null, number: null, proximity: null, basis: '', reason: '' };

export const COUNT_LABELS: Readonly<Record<Count, string>> = { one: 'One', exact: 'A number', plural: 'Several, no number' };

export const PROXIMITY_LABELS: Readonly<Record<Proximity, string>> = {
  insider: 'Insider',
  close_to: 'Close to',
  familiar: 'Familiar with',
  official: 'Official',
  unspecified: 'Not said',
};

export const ANONYMITY_TEXT_MAX = 300;
export const ANONYMOUS_NUMBER_MAX = 1000;
