/**
 * Sources that lean on one origin, in one article: a judgement about that story, made by a person with a reason. The
 * same words ("sources") in another article may be other people, so a group never reaches beyond its article.
 *
 * Independence has three states. Unknown is the default and nothing infers another: two sources in one group are
 * `shared`; a group whose `attested` is set was found, by a person who says how, to be independent of the other groups.
 */
export type OriginGroup = {
  readonly id: string;
  readonly articleId: string;
  readonly name: string;
  /** Ids of the sources in it; no source is in two groups of one article. */
  readonly sourceIds: readonly string[];
  /** Why these lean on one origin. Never empty when there are two members. */
  readonly reason: string;
  /** How it is known that this origin is independent of the others; null when it is not known. */
  readonly attested: string | null;
  readonly version: number;
};

export const INDEPENDENCE = ['attested', 'shared', 'unknown'] as const;
export type Independence = (typeof INDEPENDENCE)[number];

export const ORIGIN_NAME_MAX = 200;
export const ORIGIN_REASON_MAX = 2000;
export const ORIGIN_MEMBERS_MAX = 200;
