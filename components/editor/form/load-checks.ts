import { checkChoices } from '@/lib/claims/check-choices';

// What checks a claim, loaded apart from the page: asked for as the page wakes up, and waited for only when a form saves.
export const loadChecks = () =>
  Promise.all([import('@/lib/claims/check-tag'), import('@/lib/claims/check-details')]).then(([{ checkTag }, { checkDetails }]) => ({
    checkTag,
    checkDetails,
  }));

export type Checks = Awaited<ReturnType<typeof loadChecks>>;

/** Where it could not be had: nobody loses a claim for that, and the server checks it in any case. */
export const BARE_CHECKS: Checks = { checkTag: checkChoices, checkDetails: () => null };
