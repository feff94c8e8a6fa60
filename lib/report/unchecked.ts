import { toSourceClass } from '@/lib/attribution/source-type';
import type { SourcingLabel } from '@/lib/provenance/label';
import type { Source } from '@/lib/sources/source';
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
  /** Where the attribution ends cannot be told. */
  readonly unclear: readonly ReportClaim[];
  /** Of what has not happened yet. */
  readonly predictions: readonly ReportClaim[];
};

/** @param claims those that count. Linear in them and their links. */
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
    unclear: claims.filter(({ id }) => unclear.has(id)),
    predictions: claims.filter(({ id }) => predictions.has(id)),
  };
}
