import type { Chain } from '@/lib/attribution/chain';
import type { Stated } from '@/lib/attribution/link';
import { linkWords } from '@/lib/attribution/link-name';
import { SOURCE_TYPES, type SourceClass, type SourceType, toSourceClass } from '@/lib/attribution/source-type';
import type { ClaimState } from '@/lib/claims/claim-state';
import type { Source, SourceKind, SourceOption } from '@/lib/sources/source';

/** A source in the registry's list, with the class most of its claims present it in. */
export type RegistryRow = SourceOption & { readonly sourceClass: SourceClass };

/** A claim that leans on a source, as the source's page lists it. */
export type LeaningClaim = {
  readonly id: string;
  readonly number: number;
  readonly article: { readonly id: string; readonly title: string };
  readonly sourceType: SourceType;
  readonly state: ClaimState;
  /** Its first span. */
  readonly quote: string;
  readonly naming: Naming;
  /** Another claim of the article is known to contradict it. */
  readonly contradicted: boolean;
};

/** How a claim's chain names a source: in the text or from outside, and for whom it speaks (null: its own word). */
export type Naming = { readonly stated: Stated; readonly passesOn: string | null };

/** Claims that lean on a source: all, in how many articles, and in how many the text itself does not name it. */
export type LeaningCounts = { readonly claims: number; readonly articles: number; readonly silent: number };

/** A source further in than another on a chain, and on how many claims: it reaches the article only through that other one. */
export type Behind = Source & { readonly claims: number; readonly sourceClass: SourceClass };

/** An origin group of one article that a source is in. */
export type OriginMembership = {
  readonly id: string;
  readonly name: string;
  readonly reason: string;
  readonly attested: string | null;
  readonly members: number;
  readonly article: { readonly id: string; readonly title: string };
};

/** How the chain names the source, its outermost place first where it stands in two; null where it does not. */
export function namingOf(chain: Chain, sourceId: string): Naming | null {
  const at = chain.findIndex(({ source }) => source?.id === sourceId);
  const link = chain[at];
  if (link === undefined) return null;
  const next = chain[at + 1];
  return { stated: link.stated, passesOn: next === undefined ? null : linkWords(next) };
}

const CLASS_OF_KIND: Readonly<Record<SourceKind, SourceClass>> = {
  person: 'record',
  organization: 'record',
  news_organization: 'relay',
  document: 'document',
  unnamed: 'anonymous',
};

/**
 * The class a source belongs to. Its kind decides, but for those without a name: articles present them now as sources
 * (anonymous), now as people who merely occur (unnamed), so there the type most of its claims and links have decides.
 */
export function classOfSource(kind: SourceKind, types: ReadonlyMap<SourceType, number> = new Map()): SourceClass {
  if (kind !== 'unnamed') return CLASS_OF_KIND[kind];
  const most = SOURCE_TYPES.reduce<SourceType | null>(
    (best, type) => ((types.get(type) ?? 0) > (best === null ? 0 : (types.get(best) ?? 0)) ? type : best),
    null,
  );
  return most === null ? CLASS_OF_KIND[kind] : toSourceClass(most);
}
