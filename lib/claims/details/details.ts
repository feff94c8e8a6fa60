import { type Chain, plainChain } from '@/lib/attribution/chain';
import type { Evidence } from '../evidence';
import { type Finding, NO_FINDING } from '../finding';
import type { FlagMark } from '../flag';
import type { Relation } from '../relation';

/**
 * What a claim has beyond its three-choice tag, every part optional work: through whom it came, what checking it came
 * to, on what evidence, what a reader should know of it, how it bears on other claims. Each part is written whole.
 */
export type Details = {
  readonly chain: Chain;
  readonly finding: Finding;
  readonly evidence: readonly Evidence[];
  /** What people said about flags; those that follow from data are computed (flags.ts). */
  readonly flags: readonly FlagMark[];
  /** Those drawn from this claim. They hold in both directions: ask relation.ts for the other side. */
  readonly relations: readonly Relation[];
};

/** The details of a claim of which only the tag is known. */
export function plainDetails(tag: Parameters<typeof plainChain>[0]): Details {
  return { chain: plainChain(tag), finding: NO_FINDING, evidence: [], flags: [], relations: [] };
}

export const DETAIL_FIELDS = ['chain', 'finding', 'evidence', 'flags', 'relations'] as const satisfies readonly (keyof Details)[];
export type DetailField = (typeof DETAIL_FIELDS)[number];
