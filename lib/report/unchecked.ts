import { toSourceClass } from '@/lib/attribution/source-type';
import type { SourcingLabel } from '@/lib/provenance/label';
import { type Source, toNameKey } from '@/lib/sources/source';
import type { ReportClaim } from './report-claim';

/** What was not checked, by why: each with its claims, in their order. Empty where there is nothing of the kind. */
export type Unchecked = {
  /** Whether the source said so: not looked at, though somebody is said to. */
  readonly attribution: readonly ReportClaim[];
  /** Whether it is so: not looked at. */
  readonly content: readonly ReportClaim[];
  /** Whether the source said so cannot be traced. */
  readonly untraceable: readonly ReportClaim[];
  /** A checker found that nobody can check whether it is so; predictions are below. */
  readonly uncheckable: readonly ReportClaim[];
  /** Left to somebody else, or to another day. */
  readonly outOfScope: readonly ReportClaim[];
  /** Newsrooms that pass claims on and that nobody here has read, most claims first. */
  readonly onTrust: readonly Source[];
  /** Documents that claims lean on and that nobody here has read, most claims first, each with its claims. */
  readonly documents: readonly UnreadDocument[];
  /** Where the attribution ends cannot be told. */
  readonly unclear: readonly ReportClaim[];
  /** Of what has not happened yet. */
  readonly predictions: readonly ReportClaim[];
};

export type UnreadDocument = { readonly source: Source; readonly claims: readonly ReportClaim[] };

/** @param claims those that count. Linear in them, their links and their evidence, plus d log d in the documents. */
export function uncheckedOf(claims: readonly ReportClaim[], label: Pick<SourcingLabel, 'flags' | 'relays'>): Unchecked {
  const flagged = (wanted: string) => new Set(label.flags.find(({ flag }) => flag === wanted)?.claimIds ?? []);
  const [unclear, predictions] = [flagged('ambiguous_scope'), flagged('prediction')];
  const read = new Set(
    claims.flatMap(({ chain }) => chain.flatMap(({ source, reading }) => (reading === 'read' ? (source?.id ?? []) : []))),
  );
  return {
    attribution: claims.filter(
      ({ finding, sourceType }) => finding.attributionCheck === 'not_checked' && toSourceClass(sourceType) !== 'none',
    ),
    content: claims.filter(({ id, finding }) => finding.contentCheck === 'not_checked' && !predictions.has(id)),
    untraceable: claims.filter(({ finding }) => finding.attributionCheck === 'cannot_trace'),
    uncheckable: claims.filter(({ id, finding }) => finding.contentCheck === 'not_checkable' && !predictions.has(id)),
    outOfScope: claims.filter(({ finding }) => finding.contentCheck === 'out_of_scope'),
    onTrust: label.relays.filter(({ source }) => !read.has(source.id)).map(({ source }) => source),
    documents: unreadDocuments(claims, read),
    unclear: claims.filter(({ id }) => unclear.has(id)),
    predictions: claims.filter(({ id }) => predictions.has(id)),
  };
}

/**
 * A document is read where a link to it says so, or where it is evidence itself, of whichever claim. Evidence names no source: it is
 * the same document where it has the same name. Documents of chains, whether the article states them or the checker knows of them.
 */
function unreadDocuments(claims: readonly ReportClaim[], read: ReadonlySet<string>): readonly UnreadDocument[] {
  const seen = new Set(
    claims.flatMap(({ evidence }) => evidence.flatMap(({ kind, title }) => (kind === 'person' ? [] : toNameKey(title)))),
  );
  const unread = new Map<string, { readonly source: Source; readonly claims: ReportClaim[] }>();
  for (const claim of claims) {
    for (const { sourceType, source } of claim.chain) {
      if (source === null || toSourceClass(sourceType) !== 'document') continue;
      if (read.has(source.id) || seen.has(toNameKey(source.name))) continue;
      const entry = unread.get(source.id) ?? { source, claims: [] };
      unread.set(source.id, entry);
      // A chain may name a document twice.
      if (entry.claims.at(-1) !== claim) entry.claims.push(claim);
    }
  }
  return [...unread.values()].sort((a, b) => b.claims.length - a.claims.length);
}
