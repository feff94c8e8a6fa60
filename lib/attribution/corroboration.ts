import type { Origin, OriginClaim, Origins } from './origins';
import { createUnionFind } from './union-find';

/**
 * How well something is supported, counted in origins and never in mentions: at most `atMost` of them stand behind it,
 * and of `attested` it is known, by a person who says how, that they are independent of the others.
 */
export type Corroboration = { readonly atMost: number; readonly attested: number };

/** Counts each origin once, however often it is given. `attested` is never above `atMost`. Linear. */
export function corroborationOf(origins: Iterable<Origin>): Corroboration {
  const distinct = [...new Set(origins)];
  return { atMost: distinct.length, attested: distinct.filter(({ independence }) => independence === 'attested').length };
}

/** “at most 2 origins, 1 attested”, in the middle of a sentence. */
export function corroborationWords({ atMost, attested }: Corroboration): string {
  if (atMost === 0) return 'no origin: nobody is said to report it';
  return `at most ${atMost} ${atMost === 1 ? 'origin' : 'origins'}, ${attested} attested`;
}

export type SupportedClaim = OriginClaim & { readonly evidence: readonly SupportingEvidence[] };

type SupportingEvidence = { readonly stance: string; readonly url: string | null; readonly originGroupId: string | null };

/** What supports each of some claims. A claim that was not among them is supported by nothing. */
export type Supports = {
  /** Every origin behind the claim, once. Linear in them. */
  of(claimId: string): readonly Origin[];
  /** How many that are. Costs no more than the claim's own evidence. */
  count(claimId: string): Corroboration;
};

/**
 * What supports each claim: the origins of the claim and of all that restate it, directly or through others and in whichever
 * direction it was drawn, and of its own supporting evidence.
 *
 * Evidence in a group is that group's origin. Without one it is an unknown origin of its own; the same web page is the
 * same origin each time. What refutes, or only gives context, does not count.
 *
 * `origins` of at least these claims, so that ties through claims beside the point are seen. Cost: near linear in claims,
 * relations and evidence; claims that restate each other share one set, counted once.
 */
export function supportsOf(claims: readonly SupportedClaim[], origins: Origins): Supports {
  const told = restatedOrigins(claims, origins);
  const unknowns = new Map<string, Origin>();
  const shown = new Map<string, readonly Origin[]>();
  for (const { id, evidence } of claims) {
    const found = evidence.filter(({ stance }) => stance === 'supports').map((item) => originOfEvidence(item, origins, unknowns));
    const beside = [...new Set(found)].filter((origin) => told.get(id)?.origins.has(origin) !== true);
    if (beside.length > 0) shown.set(id, beside);
  }
  return {
    of: (id) => [...(told.get(id)?.origins ?? []), ...(shown.get(id) ?? [])],
    count: (id) => {
      const own = told.get(id)?.count ?? { atMost: 0, attested: 0 };
      const beside = corroborationOf(shown.get(id) ?? []);
      return { atMost: own.atMost + beside.atMost, attested: own.attested + beside.attested };
    },
  };
}

/** The origins behind claims that restate each other, and their count. */
type Told = { readonly origins: ReadonlySet<Origin>; readonly count: Corroboration };

function originOfEvidence({ originGroupId, url }: SupportingEvidence, origins: Origins, unknowns: Map<string, Origin>): Origin {
  const grouped = originGroupId === null ? undefined : origins.byGroup.get(originGroupId);
  if (grouped !== undefined) return grouped;
  if (url === null || url === '') return newUnknown();
  const known = unknowns.get(url) ?? newUnknown();
  unknowns.set(url, known);
  return known;
}

/** A fresh object each time: origins are told apart by identity. */
function newUnknown(): Origin {
  return { sourceIds: [], groups: [], claimIds: [], independence: 'unknown' };
}

function restatedOrigins(claims: readonly OriginClaim[], origins: Origins): ReadonlyMap<string, Told> {
  const saying = createUnionFind();
  for (const { id } of claims) saying.add(id);
  for (const { id, relations } of claims) {
    for (const { kind, claimId } of relations) {
      if (kind === 'restates' && saying.find(claimId) !== null) saying.union(id, claimId);
    }
  }
  const sets = new Map<number, Set<Origin>>();
  for (const { id } of claims) {
    const at = saying.find(id) as number;
    const set = sets.get(at) ?? new Set();
    sets.set(at, set);
    const origin = origins.byClaim.get(id);
    if (origin !== undefined) set.add(origin);
  }
  const told = new Map([...sets].map(([at, set]) => [at, { origins: set, count: corroborationOf(set) }]));
  return new Map(claims.map(({ id }) => [id, told.get(saying.find(id) as number) as Told]));
}
