import type { Corroboration } from '@/lib/attribution/corroboration';
import type { Independence, OriginGroup } from '@/lib/attribution/origin-group';
import { type Relation, relationsBothWays } from '@/lib/claims/relation';
import type { ClaimPair } from '@/lib/provenance/label';
import type { Sourcing, SourcingClaim } from '@/lib/provenance/sourcing';
import type { Source } from '@/lib/sources/source';
import type { PanelList } from './claims-panel';
import type { GroupStanding } from './groups/group-card';
import type { SourceChoice } from './groups/source-checks';
import type { Selection } from './selections';
import { type ShownClaim, toShownClaim } from './shown-claim';

/** So many pairs are laid beside each other; the list of all is behind their number. */
export const PAIRS_SHOWN = 24;

/** The ids whose words the page shows: those of the list, as far as it is shown, and those that do not fit together. */
export function shownIds(
  selection: Selection | null,
  shown: number,
  pairs: readonly ClaimPair[],
): { readonly listed: readonly string[]; readonly paired: readonly string[] } {
  const listed = selection === null ? [] : [...new Set(selection.parts.flatMap(({ claimIds }) => claimIds).slice(0, shown))];
  return { listed, paired: [...new Set(pairs.slice(0, PAIRS_SHOWN).flat())] };
}

/** What the list of claims shows of a selection: its first `shown` claims, in its parts. */
export function toPanelList(
  { title, parts }: Selection,
  {
    shown,
    moreAddress,
    claims,
  }: { readonly shown: number; readonly moreAddress: string; readonly claims: ReadonlyMap<string, ShownClaim> },
): PanelList {
  let room = shown;
  const cut = parts.flatMap(({ name, claimIds }) => {
    const own = claimIds.slice(0, room).flatMap((id) => claims.get(id) ?? []);
    room -= own.length;
    return own.length === 0 ? [] : [{ name, claims: own, total: claimIds.length }];
  });
  const all = parts.flatMap(({ claimIds }) => claimIds);
  return { title, total: new Set(all).size, parts: cut, moreAddress: all.length > shown ? moreAddress : null };
}

type ToShow = {
  readonly claims: readonly SourcingClaim[];
  readonly ids: Iterable<string>;
  readonly words: ReadonlyMap<string, readonly string[]>;
  readonly corroborations: ReadonlyMap<string, Corroboration>;
};

/** The claims with these ids as they are shown, by id. */
export function toShownClaims({ claims, ids, words, corroborations }: ToShow): ReadonlyMap<string, ShownClaim> {
  const wanted = new Set(ids);
  const found = claims.filter(({ id }) => wanted.has(id));
  return new Map(found.map((claim) => [claim.id, toShownClaim(claim, words.get(claim.id) ?? [], corroborations.get(claim.id) ?? null)]));
}

/** The article's sources, those with most claims first. */
export function toSourceChoices(sources: readonly Source[], { speakers }: Sourcing): readonly SourceChoice[] {
  const rows = new Map(speakers.flatMap((row) => (row.source === null ? [] : [[row.source.id, row] as const])));
  const choices = sources.map(({ id, name }) => {
    const row = rows.get(id);
    return { id, name, sourceClass: row?.sourceClass ?? null, claims: row?.claimIds.length ?? 0 };
  });
  return choices.sort((a, b) => b.claims - a.claims);
}

/** How each group stands among the origins that claims lean on. */
export function standingsOf(groups: readonly OriginGroup[], { label }: Sourcing): Readonly<Record<string, GroupStanding>> {
  const standings = groups.map((group): readonly [string, GroupStanding] => {
    const origin = label.origins.all.find((one) => one.groups.some(({ id }) => id === group.id));
    const tiedWith = origin?.groups.filter(({ id }) => id !== group.id).map(({ name }) => name) ?? [];
    const independence = origin?.independence ?? alone(group);
    return [group.id, { independence, claims: origin?.claimIds.length ?? 0, tiedWith, doubled: doubledIn(group, groups) }];
  });
  return Object.fromEntries(standings);
}

function doubledIn(group: OriginGroup, groups: readonly OriginGroup[]): GroupStanding['doubled'] {
  return group.sourceIds.flatMap((sourceId) => {
    const other = groups.find(({ id, sourceIds }) => id !== group.id && sourceIds.includes(sourceId));
    return other === undefined ? [] : [{ sourceId, otherGroup: other.name }];
  });
}

/** What is known of a group that no claim leans on now. */
function alone({ attested, sourceIds }: OriginGroup): Independence {
  if (attested !== null) return 'attested';
  return sourceIds.length > 1 ? 'shared' : 'unknown';
}

/** Why two claims do not fit, in the words kept with the relation from either side; empty when there are none. */
export function notesOf(claims: readonly SourcingClaim[], kind: Relation['kind']): (a: string, b: string) => string {
  const relations = relationsBothWays(claims);
  return (a, b) => relations.get(a)?.find((relation) => relation.kind === kind && relation.claimId === b)?.note ?? '';
}
