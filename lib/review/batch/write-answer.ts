import type { Claim } from '@/lib/claims/claim';

/** What a write leaves behind: the claims as they now are, and the one it took away. */
export type WriteAnswer = {
  readonly claims: readonly Claim[];
  readonly removed: { readonly id: string; readonly version: number } | null;
};
