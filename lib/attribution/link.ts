import { ATTRIBUTION } from '@/lib/frame/en/attribution';
import type { Source } from '@/lib/sources/source';
import type { TextRange } from '@/lib/text/offset';
import type { Anonymity } from './anonymity';
import type { LinkRelation } from './link-relation';
import type { SourceType } from './source-type';

/**
 * One link of an attribution chain: somebody through whom a claim reaches the reader. Not here: how the links hang
 * together (chain.ts), what they are worth (strength.ts), whether two of them lean on one origin (origins.ts).
 */
export type Link = {
  readonly sourceType: SourceType;
  /** Null for the article's voice and wherever nobody is named. */
  readonly source: Source | null;
  /** True for the one link of a chain that the claim's tag names: how the article presents who is speaking. */
  readonly tagged: boolean;
  readonly relation: LinkRelation;
  /** Whether the claim's own sentence names this link, or the checker knows it from elsewhere. Drawn solid or dashed. */
  readonly stated: Stated;
  /** Whether we have read (heard, seen) what this link published, or take it on trust. */
  readonly reading: Reading;
  /** The words that name the link, where it is stated in the text. */
  readonly cue: Cue | null;
  readonly hedges: readonly Hedge[];
  /** Only on links whose type leaves somebody unnamed (`isAnonymous`). */
  readonly anonymity: Anonymity | null;
};

export const STATED = ['in_text', 'from_outside'] as const;
export type Stated = (typeof STATED)[number];
export const STATED_LABELS: Readonly<Record<Stated, string>> = { in_text: 'Stated in the text', from_outside: 'Known from outside' };

/** Whether the claim's own sentence is silent about a link: nobody reads there that it came this way. */
export function isOutside(stated: Stated): boolean {
  return stated === 'from_outside';
}

export const READINGS = ['on_trust', 'read'] as const;
export type Reading = (typeof READINGS)[number];
export const READING_LABELS: Readonly<Record<Reading, string>> = { on_trust: 'Taken on trust', read: 'Read by us' };

/** A range of the revision's text in UTF-16 units and the words there. */
export type Cue = TextRange & { readonly quote: string };

export const HEDGE_KINDS = [
  'vague_quantity',
  'vague_time',
  'adverb',
  'modal_verb',
  'weak_verb',
  'factive_verb',
  'attempt',
  'concession',
  'impersonal',
  'presupposition',
] as const;
export type HedgeKind = (typeof HEDGE_KINDS)[number];

/** Words that weaken or strengthen what is said without saying it: "several times", "potentially", "revealed". */
export type Hedge = Cue & { readonly kind: HedgeKind };

export const HEDGE_LABELS: Readonly<Record<HedgeKind, string>> = ATTRIBUTION.hedges;

/** A chain longer than this is refused: nobody can check, or read, so many hands. */
export const CHAIN_MAX = 12;
export const HEDGES_MAX = 20;
/** Words that name somebody are few; without a bound a small request could have a whole article stored many times. UTF-16 units. */
export const CUE_MAX = 300;

/** Whether a type leaves a source unnamed whom the article speaks of: those links bear an anonymity record. */
export function isAnonymous(type: SourceType): boolean {
  return type === 'anonymous_source' || type === 'unspecified_source' || type === 'unnamed_person' || type === 'unnamed_group';
}
