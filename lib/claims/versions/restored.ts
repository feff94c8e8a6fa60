import type { Claim } from '../claim';

/** The claim, and what of the earlier version could not come back, in sentences. */
export type Restored = { readonly claim: Claim; readonly leftOut: readonly string[] };
