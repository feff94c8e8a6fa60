import { type Chain, isPlain } from './chain';

/** A link as its row has it, and as the audit trail keeps it. The tagged one has the claim's type and source. */
export type StoredLink = {
  readonly sourceType: string | null;
  readonly sourceId: string | null;
  readonly relation: string;
  readonly stated: string;
  readonly reading: string;
  readonly cueStart: number | null;
  readonly cueEnd: number | null;
  readonly cueQuote: string | null;
  readonly hedges: string;
  readonly anonymity: string | null;
};

/** The columns of a link's row beside its source, which is read through merges. One list for every query of links. */
export const LINK_COLUMNS = [
  'sourceType',
  'relation',
  'stated',
  'reading',
  'cueStart',
  'cueEnd',
  'cueQuote',
  'hedges',
  'anonymity',
] as const satisfies readonly (keyof StoredLink)[];
type LinkColumn = (typeof LINK_COLUMNS)[number];

// A column that is stored and not listed would be written and never read.
true satisfies Exclude<keyof StoredLink, LinkColumn | 'sourceId'> extends never ? true : false;

/** The columns as Prisma selects them. */
export const LINK_COLUMN_SELECT = Object.fromEntries(LINK_COLUMNS.map((column) => [column, true])) as Record<LinkColumn, true>;

/** The rows of a chain; none for a plain one. */
export function toStoredLinks(chain: Chain): readonly StoredLink[] {
  if (isPlain(chain)) return [];
  return chain.map((link) => ({
    sourceType: link.tagged ? null : link.sourceType,
    sourceId: link.tagged ? null : (link.source?.id ?? null),
    relation: link.relation,
    stated: link.stated,
    reading: link.reading,
    cueStart: link.cue?.start ?? null,
    cueEnd: link.cue?.end ?? null,
    cueQuote: link.cue?.quote ?? null,
    hedges: JSON.stringify(link.hedges),
    anonymity: link.anonymity === null ? null : JSON.stringify(link.anonymity),
  }));
}

/**
 * The links that were sent (their sources by canonical id), each with the row of the source it had: one that was merged keeps
 * its row, so that taking the merge back gives every link the source it was written with. `had` holds the rows of the chain
 * before, in order; of several rows behind one canonical source each is given out once.
 */
export function keepRows(
  links: readonly StoredLink[],
  had: readonly { readonly canonicalId: string; readonly sourceId: string }[],
): readonly StoredLink[] {
  const rows = new Map<string, string[]>();
  for (const { canonicalId, sourceId } of had) rows.set(canonicalId, [...(rows.get(canonicalId) ?? []), sourceId]);
  return links.map((link) => (link.sourceId === null ? link : { ...link, sourceId: rows.get(link.sourceId)?.shift() ?? link.sourceId }));
}
