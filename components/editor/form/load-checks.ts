// What checks a claim, loaded apart from the page: the form asks for it when it opens, and waits for it only when it saves.
export const loadChecks = () =>
  Promise.all([import('@/lib/claims/check-tag'), import('@/lib/claims/check-details')]).then(([{ checkTag }, { checkDetails }]) => ({
    checkTag,
    checkDetails,
  }));

export type Checks = Awaited<ReturnType<typeof loadChecks>>;
