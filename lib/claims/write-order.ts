/** A write as far as its order matters: the claims it changes, and those it points to. */
export type Ordered = {
  readonly kind: string;
  readonly claimId?: string;
  readonly claims?: readonly { readonly id: string }[];
  readonly details?: { readonly relations?: readonly { readonly claimId: string }[] | undefined } | undefined;
};

/** The claims a write changes. */
export function claimIdsOf({ claimId, claims = [] }: Ordered): readonly string[] {
  const ids = claims.map(({ id }) => id);
  return claimId === undefined ? ids : [claimId, ...ids];
}

/** The claims a write points to: they have to be there before it. */
function namedIdsOf({ details }: Ordered): readonly string[] {
  return details?.relations?.map(({ claimId }) => claimId) ?? [];
}

/** The claims that are there only once the write went through. */
function madeIdsOf(write: Ordered): readonly string[] {
  return write.kind === 'create' || write.kind === 'restore' ? claimIdsOf(write) : [];
}

/**
 * What stands in a later write's way: every claim of the writes that have to go before it, and those such a write makes.
 * A write on one of the former, or that points to one of the latter, waits. Each write can be added with a mark: of the
 * writes on one claim the last one's is kept, since that one waits for those before it.
 */
export function createBlock<Mark = void>() {
  const own = new Map<string, Mark>();
  const made = new Map<string, Mark>();
  return {
    add(write: Ordered, mark: Mark): void {
      for (const id of claimIdsOf(write)) own.set(id, mark);
      for (const id of madeIdsOf(write)) made.set(id, mark);
    },
    stops: (write: Ordered): boolean => claimIdsOf(write).some((id) => own.has(id)) || namedIdsOf(write).some((id) => made.has(id)),
    /** The marks of what stands in this write's way, each once. */
    marks(write: Ordered): readonly Mark[] {
      const found = new Set<Mark>();
      for (const id of claimIdsOf(write)) if (own.has(id)) found.add(own.get(id) as Mark);
      for (const id of namedIdsOf(write)) if (made.has(id)) found.add(made.get(id) as Mark);
      return [...found];
    },
  };
}
