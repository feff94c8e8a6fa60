import type { Claim } from '../claim';

/** A claim that was deleted; `version` is the one its deletion left. */
export type Gone = { readonly id: string; readonly version: number };

/** Claims as they now are, and those that are deleted. */
export type ClaimChanges = { readonly claims: readonly Claim[]; readonly gone: readonly Gone[] };
