/** What of the page is asked for in its address. */
export type SourcingQuery = {
  /** The selection whose claims are listed, or null. */
  readonly claims: string | null;
  /** How many claims of it are listed. */
  readonly shown: number;
  /** Whether the table of who speaks shows every row. */
  readonly everybody: boolean;
};

export const CLAIMS_SHOWN = 50;

type Params = Readonly<Record<string, string | readonly string[] | undefined>>;

/** Unknown values are dropped, so that an old link still opens the page. */
export function parseQuery(params: Params): SourcingQuery {
  const { claims, shown, everybody } = params;
  const count = Number(shown);
  return {
    claims: typeof claims === 'string' && claims !== '' ? claims : null,
    shown: Number.isSafeInteger(count) && count > CLAIMS_SHOWN ? count : CLAIMS_SHOWN,
    everybody: everybody === '1',
  };
}

/** The page's address with these things asked for; what is at its default is left out. */
export function toAddress(articleId: string, { claims = null, shown = CLAIMS_SHOWN, everybody = false }: Partial<SourcingQuery>): string {
  const params = new URLSearchParams();
  if (claims !== null) params.set('claims', claims);
  if (shown !== CLAIMS_SHOWN) params.set('shown', String(shown));
  if (everybody) params.set('everybody', '1');
  return `/articles/${articleId}/sourcing${params.size === 0 ? '' : `?${params}`}`;
}
