import { CLAIMS } from '@/lib/frame/en/claims';

/** Where a claim stands between checker and editor. The transitions are in transitions.ts. */
export const CLAIM_STATES = ['draft', 'submitted', 'returned', 'approved', 'rejected', 'reopened'] as const;
export type ClaimState = (typeof CLAIM_STATES)[number];

export const CLAIM_STATE_LABELS: Readonly<Record<ClaimState, string>> = CLAIMS.states;
