/** A write as far as its order matters: the claims it changes, and those it points to. */
export type Ordered = {
  readonly kind: string;
  readonly claimId?: string;
  readonly claims?: readonly { readonly id: string }[];
  readonly details?: { readonly relations?: readonly { readonly claimId: string }[] | undefined } | undefined;
};

/** The claims a write changes. */
export function claimIdsOf({ claimId, claims = [] }: Ordered): readonly string[] {
  return claimId === undefined ? claims.map(({ id }) => id) : [claimId];
}

/** The claims a write points to: they have to be there before it. */
export function namedIdsOf({ details }: Ordered): readonly string[] {
  return details?.relations?.map(({ claimId }) => claimId) ?? [];
}

/** The claims that are there only once the write went through. */
export function madeIdsOf(write: Ordered): readonly string[] {
  return write.kind === 'create' || write.kind === 'restore' ? claimIdsOf(write) : [];
}

/**
 * What stands in a later write's way: every claim of the writes that have to go before it, and those such a write makes.
 * A write on one of the former, or that points to one of the latter, waits.
 */
export function createBlock() {
  const own = new Set<string>();
  const made = new Set<string>();
  return {
    add(write: Ordered): void {
      for (const id of claimIdsOf(write)) own.add(id);
      for (const id of madeIdsOf(write)) made.add(id);
    },
    stops: (write: Ordered): boolean => claimIdsOf(write).some((id) => own.has(id)) || namedIdsOf(write).some((id) => made.has(id)),
  };
}
