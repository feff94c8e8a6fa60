import { chainLine } from '@/lib/attribution/chain-words';
import { linkWords } from '@/lib/attribution/link-name';
import { toSourceClass } from '@/lib/attribution/source-type';
import type { RelationKind } from '@/lib/claims/relation';
import type { ReportClaim, ReportModel, ReportSpan } from '@/lib/report/model';
import { evidenceLine, gradeDoubtWords, notHeld } from './sourcing-words';

/** A moment is a `Date`, so that formats with a type for it can use theirs; what is not there is an empty string. */
export type Field = string | number | Date;

export type Column = { readonly name: string; readonly value: (claim: ReportClaim, model: ReportModel) => Field };

/** Between the parts of a claim that has several spans. */
const PART = ' […] ';

/** Between the entries of a cell that holds a list. */
export const ENTRY = '; ';

/** What tables say of a claim, in order. docs/formats.md describes each; a new one goes to the end, so that scripts that count columns go on working. */
export const CLAIM_COLUMNS: readonly Column[] = [
  { name: 'claim', value: ({ number }) => number },
  { name: 'quote', value: ({ spans }) => spans.map(({ quote }) => quote).join(PART) },
  { name: 'source_class', value: ({ sourceType }, { frame }) => frame.attribution.classes[toSourceClass(sourceType)] },
  { name: 'source_type', value: ({ sourceType }) => sourceType },
  { name: 'source', value: ({ source }) => source?.name ?? '' },
  { name: 'source_kind', value: ({ source }) => source?.kind ?? '' },
  { name: 'confidence', value: ({ confidence }) => confidence },
  { name: 'note', value: ({ note }) => note },
  { name: 'state', value: ({ state }) => state },
  { name: 'start', value: ({ spans }) => (spans[0] as ReportSpan).place.start },
  { name: 'end', value: ({ spans }) => (spans.at(-1) as ReportSpan).place.end },
  // Two dots: a spreadsheet would read "12-34" as a date.
  { name: 'spans', value: ({ spans }) => spans.map(({ place }) => `${place.start}..${place.end}`).join(' ') },
  { name: 'made_by', value: ({ createdBy }) => createdBy.name },
  { name: 'made_at', value: ({ createdAt }) => createdAt },
  { name: 'last_edited_by', value: ({ lastEditedBy }) => lastEditedBy.name },
  { name: 'updated_at', value: ({ updatedAt }) => updatedAt },
  { name: 'submitted_at', value: ({ submittedAt }) => submittedAt ?? '' },
  { name: 'approved_by', value: ({ approval }) => approval?.by.name ?? '' },
  { name: 'approved_at', value: ({ approval }) => approval?.at ?? '' },
  { name: 'reason', value: ({ reason }) => reason?.text ?? '' },
  { name: 'reason_by', value: ({ reason }) => reason?.by.name ?? '' },
  { name: 'claim_id', value: ({ id }) => id },
  { name: 'source_id', value: ({ source }) => source?.id ?? '' },
  { name: 'article_id', value: ({ articleId }) => articleId },
  { name: 'article_title', value: (_, { article }) => article.title },
  { name: 'revision_id', value: ({ revisionId }) => revisionId },
  { name: 'revision_sha256', value: (_, { revision }) => revision.sha256 },
  { name: 'chain', value: ({ chain }, { frame }) => chainLine(chain, frame.attribution) },
  { name: 'hand', value: ({ sourcing }) => sourcing.hand ?? '' },
  { name: 'strength', value: ({ sourcing }) => sourcing.strength.value },
  { name: 'strength_because', value: ({ sourcing }) => sourcing.strength.sentence },
  { name: 'relay', value: toRelays },
  { name: 'origin', value: ({ sourcing }) => sourcing.origin?.name ?? '' },
  { name: 'independence', value: ({ sourcing }) => sourcing.origin?.independence ?? '' },
  { name: 'origins_at_most', value: ({ sourcing }) => sourcing.corroboration.atMost },
  { name: 'origins_attested', value: ({ sourcing }) => sourcing.corroboration.attested },
  { name: 'flags', value: ({ sourcing }) => sourcing.flags.flatMap(({ flag, dismissed }) => (dismissed ? [] : flag)).join(ENTRY) },
  { name: 'contradicts', value: toRelated('contradicts') },
  { name: 'in_tension_with', value: toRelated('tension') },
  { name: 'restates', value: toRelated('restates') },
  { name: 'same_origin_as', value: toRelated('same_origin') },
  { name: 'attribution_check', value: ({ finding }) => finding.attributionCheck },
  { name: 'content_check', value: ({ finding }) => finding.contentCheck },
  { name: 'credibility', value: ({ finding }) => finding.credibility ?? '' },
  { name: 'likelihood', value: ({ finding }) => finding.likelihood ?? '' },
  { name: 'rationale', value: ({ finding }) => finding.rationale },
  { name: 'correction', value: ({ finding }) => finding.correction },
  { name: 'evidence', value: ({ evidence }, { frame }) => evidence.map((piece) => evidenceLine(piece, frame)).join(ENTRY) },
  { name: 'credibility_doubt', value: (claim, { frame }) => gradeDoubtWords(claim, frame) ?? '' },
  { name: 'article_topic', value: (_, { article }) => article.topic },
  { name: 'question', value: ({ finding }) => finding.question },
  { name: 'article_outlet', value: (_, { article }) => article.outlet },
  { name: 'article_published_on', value: (_, { article }) => article.publishedOn ?? '' },
];

/** Every newsroom that the claim comes through, outermost first. */
function toRelays({ chain }: ReportClaim, { frame }: ReportModel): string {
  return chain
    .filter(({ sourceType }) => toSourceClass(sourceType) === 'relay')
    .map((link) => linkWords(link, frame.attribution))
    .join(ENTRY);
}

/** The claims of one relation, as `C9; C14`; of one that is not in the file only that it is there. */
function toRelated(kind: RelationKind) {
  return ({ sourcing }: ReportClaim, model: ReportModel) =>
    sourcing.related
      .filter((related) => related.kind === kind)
      .map(({ number }) => (number === null ? notHeld(model) : `C${number}`))
      .join(ENTRY);
}
