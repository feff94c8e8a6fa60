import type { Chain } from './chain';
import type { Link } from './link';
import type { Independence, OriginGroup } from './origin-group';
import { type SourceClass, toSourceClass } from './source-type';
import { speaks } from './speaking';
import { createUnionFind, type UnionFind } from './union-find';

/**
 * How many origins stand behind claims, at most. Seven attributions that all come through one newspaper are one origin:
 * one point of failure, however many people that newspaper spoke to.
 *
 * The *carriers* of a claim are the links that bring it here: the first link after the voice that speaks, and every relay
 * and document of the chain. They are one origin. Then whatever shares something is one origin too: claims with a carrier
 * in common; sources in one OriginGroup; claims tied by a `same_origin` relation. What remains apart is counted.
 *
 *     article <- NYT <- sources <- Putin           carrier: NYT        } one
 *     article <- NYT <- insiders                   carrier: NYT        }
 *     article <- it is known <- Reuters <- Kozak   carrier: Reuters    another
 *     article <- an aide, who says so              carrier: the aide
 *     article <- Moscow's elite circles, who feel  none: nobody reports it
 *
 * Not carriers: an anonymous source behind a relay (the same words behind two relays may be two people), a person behind
 * a relay (two newspapers may have heard them on two occasions), an unnamed person or group that is said to feel (speaking.ts).
 * All of these can be tied by a person. Nobody is an origin, so a claim without a carrier has one only if it was tied to one.
 *
 * The count is an upper bound: a tie can only lower it, and every tie that is missing leaves it too high. Nothing here
 * decides that two origins are independent: `attested` is only ever read from a group, where a person put it with a reason.
 */
export type Origin = {
  /** The carriers and the members of its groups, in the order of their first appearance. */
  readonly sourceIds: readonly string[];
  readonly groups: readonly OriginGroup[];
  /** The claims that lean on it, in the order given. Empty only for a group that no claim leans on (`byGroup`). */
  readonly claimIds: readonly string[];
  readonly independence: Independence;
};

/** A claim as far as origins are concerned. Relations are looked at in both directions; other kinds are passed over. */
export type OriginClaim = {
  readonly id: string;
  readonly chain: Chain;
  readonly relations: readonly { readonly kind: string; readonly claimId: string }[];
};

export type Origins = {
  /** Every origin that a claim leans on, in the order of its first claim. */
  readonly all: readonly Origin[];
  /** By claim id; a claim behind which nobody stands is not in it. */
  readonly byClaim: ReadonlyMap<string, Origin>;
  /** By group id, every group given: what evidence that belongs to a group leans on. */
  readonly byGroup: ReadonlyMap<string, Origin>;
};

const PASSED_ON: readonly SourceClass[] = ['relay', 'document'];

/** The links that bring the claim to the article (see above), outermost first. Linear in the chain. */
export function carriersOf(chain: Chain): readonly Link[] {
  const others = chain.slice(1);
  const entry = others.find(speaks);
  return others.filter((link) => link === entry || PASSED_ON.includes(toSourceClass(link.sourceType)));
}

/**
 * The origins of claims of one article, with the article's groups. Source ids are canonical: merged sources have one.
 * A relation to a claim that is not among `claims` ties nothing. A source in two groups ties them (the data allows none).
 * Cost: all links, relations and members once, near linear (union-find).
 */
export function originsOf(claims: readonly OriginClaim[], groups: readonly OriginGroup[]): Origins {
  const ties = createUnionFind();
  const carriers = tieCarriers(ties, claims);
  for (const group of groups) {
    ties.add(groupKey(group.id));
    for (const id of group.sourceIds) ties.union(groupKey(group.id), sourceKey(id));
  }
  const known = new Set(claims.map(({ id }) => id));
  for (const { id, relations } of claims) {
    for (const { kind, claimId } of relations) {
      if (kind === 'same_origin' && known.has(claimId)) ties.union(claimKey(id), claimKey(claimId));
    }
  }
  return collect(claims, groups, carriers, ties);
}

/** A carrier and what tells it from others: its source, or, where it has none, the very words of the cue or its own claim. */
type Carrier = { readonly key: string; readonly sourceId: string | null };

function tieCarriers(ties: UnionFind, claims: readonly OriginClaim[]): ReadonlyMap<string, readonly Carrier[]> {
  const carriers = new Map<string, readonly Carrier[]>();
  for (const { id, chain } of claims) {
    const found = carriersOf(chain).map((link, at) => toCarrier(link, `${id} ${at}`));
    for (const { key } of found) ties.union(claimKey(id), key);
    carriers.set(id, found);
  }
  return carriers;
}

/**
 * Bare “sources” without a source of their own may be anybody, so each claim's are an origin of their own, unless two
 * claims hang on the very same words at the same place: then one attribution covers both.
 */
function toCarrier({ source, cue }: Link, own: string): Carrier {
  if (source !== null) return { key: sourceKey(source.id), sourceId: source.id };
  return { key: cue === null ? `own:${own}` : `cue:${cue.start}-${cue.end}:${cue.quote}`, sourceId: null };
}

type Draft = {
  readonly sourceIds: Set<string>;
  readonly groups: OriginGroup[];
  readonly claimIds: string[];
  /** Carriers by key, sources and those without one: several of them in one origin were shown to share it. */
  readonly speakers: Set<string>;
  hasCarrier: boolean;
};

function collect(
  claims: readonly OriginClaim[],
  groups: readonly OriginGroup[],
  carriers: ReadonlyMap<string, readonly Carrier[]>,
  ties: UnionFind,
): Origins {
  const drafts = new Map<number, Draft>();
  const draftOf = (key: string): Draft | null => {
    const root = ties.find(key);
    if (root === null) return null;
    const draft = drafts.get(root) ?? newDraft();
    drafts.set(root, draft);
    return draft;
  };
  for (const { id } of claims) {
    const draft = draftOf(claimKey(id));
    draft?.claimIds.push(id);
    for (const { key, sourceId } of carriers.get(id) ?? []) addSpeaker(draft, key, sourceId);
  }
  for (const group of groups) {
    const draft = draftOf(groupKey(group.id));
    draft?.groups.push(group);
    for (const id of group.sourceIds) {
      draft?.sourceIds.add(id);
      draft?.speakers.add(sourceKey(id));
    }
  }
  const made = new Map([...drafts].map(([root, draft]) => [root, toOrigin(draft)]));
  const originAt = (key: string) => made.get(ties.find(key) ?? -1);
  // The drafts were begun claim by claim, so that they are in the order of their first claims.
  const all = [...drafts].filter(([, { hasCarrier }]) => hasCarrier).map(([root]) => made.get(root) as Origin);
  const spoken = new Set(all);
  const byClaim = new Map<string, Origin>();
  for (const { id } of claims) {
    const origin = originAt(claimKey(id));
    if (origin !== undefined && spoken.has(origin)) byClaim.set(id, origin);
  }
  const byGroup = new Map(groups.map(({ id }) => [id, originAt(groupKey(id)) as Origin]));
  return { all, byClaim, byGroup };
}

function newDraft(): Draft {
  return { sourceIds: new Set(), groups: [], claimIds: [], speakers: new Set(), hasCarrier: false };
}

function addSpeaker(draft: Draft | null, key: string, sourceId: string | null): void {
  if (draft === null) return;
  draft.hasCarrier = true;
  draft.speakers.add(key);
  if (sourceId !== null) draft.sourceIds.add(sourceId);
}

function toOrigin({ sourceIds, groups, claimIds, speakers }: Draft): Origin {
  return { sourceIds: [...sourceIds], groups, claimIds, independence: independenceOf(groups, speakers.size) };
}

/** Attested by a person, in a group; else shown to be shared, where several turned out to be one; else unknown. */
function independenceOf(groups: readonly OriginGroup[], speakers: number): Independence {
  if (groups.some(({ attested }) => attested !== null)) return 'attested';
  return speakers > 1 ? 'shared' : 'unknown';
}

function claimKey(id: string): string {
  return `claim:${id}`;
}

function sourceKey(id: string): string {
  return `source:${id}`;
}

function groupKey(id: string): string {
  return `group:${id}`;
}
