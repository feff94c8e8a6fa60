import type { Chain } from '@/lib/attribution/chain';
import { findCycles } from '@/lib/attribution/circular';
import { corroborationOf } from '@/lib/attribution/corroboration';
import { handOf } from '@/lib/attribution/hand';
import { isOutside } from '@/lib/attribution/link';
import type { OriginGroup } from '@/lib/attribution/origin-group';
import { type Origin, type Origins, originsOf } from '@/lib/attribution/origins';
import { SOURCE_CLASSES, SOURCE_TYPES, type SourceClass, type SourceType, toSourceClass } from '@/lib/attribution/source-type';
import { FLAGS, type Flag } from '@/lib/claims/flag';
import type { Relation, RelationKind } from '@/lib/claims/relation';
import type { Source } from '@/lib/sources/source';
import { type Attribution, attributionsOf } from './attributions';

/**
 * The sourcing label of an article: who stands behind it, counted. Every figure is the list of its claims, so that no
 * number can disagree with what it opens; a claim counts by how the article presents it (its tag), origins count groups
 * and never mentions. Lists are in the order in which the claims are given. Absent: a score, a grade, a verdict.
 */
export type SourcingLabel = {
  readonly claimIds: readonly string[];
  /** All six, in their order. */
  readonly classes: readonly ClassTally[];
  /** All types, in their order. */
  readonly types: readonly { readonly type: SourceType; readonly claimIds: readonly string[] }[];
  readonly origins: { readonly all: readonly Origin[]; readonly atMost: number; readonly attested: number };
  /** Distinct attributions in the text, in text order. */
  readonly attributions: readonly Attribution[];
  /** Newsrooms that claims come through, most claims first. */
  readonly relays: readonly RelayUse[];
  /** The longest way any claim takes, and the claims that take it; null where nobody stands behind any. */
  readonly deepest: { readonly hand: number; readonly claimIds: readonly string[] } | null;
  /** Claims presented with no source at all; `ownVoice` are those of them behind which the chain has nobody either. */
  readonly noSource: { readonly claimIds: readonly string[]; readonly ownVoice: readonly string[] };
  /** Each pair once, whichever claim it was drawn from, and only when both are here. */
  readonly contradictions: readonly ClaimPair[];
  readonly tensions: readonly ClaimPair[];
  /** Claims whose way leads through sources that cite each other. */
  readonly circular: readonly string[];
  /** Those that occur, in the order of FLAGS; empty when none were given. */
  readonly flags: readonly { readonly flag: Flag; readonly claimIds: readonly string[] }[];
};

export type ClassTally = { readonly sourceClass: SourceClass; readonly claimIds: readonly string[]; readonly share: Share };

/** A part of all claims, from 0 to 1, or why there is none. */
export type Share = { readonly defined: true; readonly value: number } | { readonly defined: false; readonly reason: string };

export type RelayUse = {
  readonly source: Source;
  readonly claimIds: readonly string[];
  /** Those whose own sentence does not name it: there it is known from outside. */
  readonly silent: readonly string[];
  /** By how the article presents who is speaking; the classes that occur, in their order. */
  readonly byClass: readonly { readonly sourceClass: SourceClass; readonly claimIds: readonly string[] }[];
  readonly origin: Origin | null;
};

/** Two claims, the one given first in front. */
export type ClaimPair = readonly [string, string];

/** What the label asks of a claim; the domain's Claim is one. */
export type LabelClaim = {
  readonly id: string;
  readonly sourceType: SourceType;
  readonly chain: Chain;
  readonly relations: readonly Pick<Relation, 'kind' | 'claimId'>[];
};

/**
 * The label of the claims given.
 *
 * @param claims of one article, in text order, each once; source ids are canonical (merged sources have one)
 * @param groups the article's origin groups
 * @param flags what stands of each claim's flags, by claim id; without it the label counts none
 * @param origins of these claims and groups, where the caller has them already
 * Costs time in proportion to links and relations, plus r log r in relays and a log a in attributions.
 */
export function labelOf(
  claims: readonly LabelClaim[],
  groups: readonly OriginGroup[],
  flags: ReadonlyMap<string, readonly Flag[]> = new Map(),
  origins: Origins = originsOf(claims, groups),
): SourcingLabel {
  const byType = new Map<SourceType, string[]>();
  const byClass = new Map<SourceClass, string[]>();
  const byFlag = new Map<Flag, string[]>();
  for (const { id, sourceType } of claims) {
    append(byType, sourceType, id);
    append(byClass, toSourceClass(sourceType), id);
    for (const flag of flags.get(id) ?? []) append(byFlag, flag, id);
  }
  const cycles = findCycles(claims);
  return {
    claimIds: claims.map(({ id }) => id),
    classes: SOURCE_CLASSES.map((sourceClass) => {
      const claimIds = byClass.get(sourceClass) ?? [];
      return { sourceClass, claimIds, share: shareOf(claimIds.length, claims.length) };
    }),
    types: SOURCE_TYPES.map((type) => ({ type, claimIds: byType.get(type) ?? [] })),
    origins: { all: origins.all, ...corroborationOf(origins.all) },
    attributions: attributionsOf(claims),
    relays: relaysOf(claims, origins),
    deepest: deepestOf(claims),
    noSource: {
      claimIds: byClass.get('none') ?? [],
      ownVoice: claims.filter(({ chain }) => chain.length === 1).map(({ id }) => id),
    },
    contradictions: pairsOf(claims, 'contradicts'),
    tensions: pairsOf(claims, 'tension'),
    circular: claims.filter(({ id }) => cycles.claimIds.has(id)).map(({ id }) => id),
    flags: FLAGS.flatMap((flag) => {
      const claimIds = byFlag.get(flag);
      return claimIds === undefined ? [] : [{ flag, claimIds }];
    }),
  };
}

function shareOf(count: number, total: number): Share {
  return total === 0 ? { defined: false, reason: 'there are no claims to have a share of' } : { defined: true, value: count / total };
}

function append<Key>(lists: Map<Key, string[]>, key: Key, id: string): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [id]);
  else list.push(id);
}

type RelayDraft = {
  readonly source: Source;
  readonly claimIds: string[];
  readonly silent: string[];
  readonly byClass: Map<SourceClass, string[]>;
};

function relaysOf(claims: readonly LabelClaim[], origins: Origins): readonly RelayUse[] {
  const drafts = new Map<string, RelayDraft>();
  for (const { id, sourceType, chain } of claims) {
    for (const { sourceType: type, source, stated } of chain) {
      if (source === null || toSourceClass(type) !== 'relay') continue;
      const draft = drafts.get(source.id) ?? { source, claimIds: [], silent: [], byClass: new Map() };
      drafts.set(source.id, draft);
      countRelay(draft, id, toSourceClass(sourceType), !isOutside(stated));
    }
  }
  const homes = new Map(origins.all.flatMap((origin) => origin.sourceIds.map((id) => [id, origin])));
  return [...drafts.values()]
    .sort((a, b) => b.claimIds.length - a.claimIds.length)
    .map(({ byClass, ...draft }) => ({
      ...draft,
      byClass: SOURCE_CLASSES.flatMap((sourceClass) => {
        const claimIds = byClass.get(sourceClass);
        return claimIds === undefined ? [] : [{ sourceClass, claimIds }];
      }),
      origin: homes.get(draft.source.id) ?? null,
    }));
}

/** A chain that names a newsroom twice is one claim, stated when either is. Claims come one after the other. */
function countRelay({ claimIds, silent, byClass }: RelayDraft, id: string, sourceClass: SourceClass, stated: boolean): void {
  if (claimIds.at(-1) === id) {
    if (stated && silent.at(-1) === id) silent.pop();
    return;
  }
  claimIds.push(id);
  if (!stated) silent.push(id);
  append(byClass, sourceClass, id);
}

function deepestOf(claims: readonly LabelClaim[]): SourcingLabel['deepest'] {
  let hand = 0;
  let claimIds: string[] = [];
  for (const { id, chain } of claims) {
    const own = handOf(chain);
    if (own === null || own < hand) continue;
    if (own > hand) claimIds = [];
    hand = own;
    claimIds.push(id);
  }
  return hand === 0 ? null : { hand, claimIds };
}

function pairsOf(claims: readonly LabelClaim[], kind: RelationKind): readonly ClaimPair[] {
  const places = new Map(claims.map(({ id }, place) => [id, place]));
  const pairs = new Map<string, ClaimPair>();
  claims.forEach(({ id, relations }, place) => {
    for (const relation of relations) {
      const other = places.get(relation.claimId);
      if (relation.kind !== kind || other === undefined || other === place) continue;
      const pair: ClaimPair = place < other ? [id, relation.claimId] : [relation.claimId, id];
      pairs.set(place < other ? `${place} ${other}` : `${other} ${place}`, pair);
    }
  });
  return [...pairs.values()];
}

/** What came through relays, and how much of it does not name the relay in its own sentence; each claim once. Linear. */
export function unstatedRelays({ relays }: Pick<SourcingLabel, 'relays'>): {
  readonly claimIds: readonly string[];
  readonly silent: readonly string[];
} {
  return {
    claimIds: [...new Set(relays.flatMap(({ claimIds }) => claimIds))],
    silent: [...new Set(relays.flatMap(({ silent }) => silent))],
  };
}
