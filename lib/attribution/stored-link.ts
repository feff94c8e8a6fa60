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
