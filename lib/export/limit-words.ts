import type { Frame } from '@/lib/frame/frame';
import type { ReportModel } from '@/lib/report/model';
import { leftOutWords } from '@/lib/report/parts';
import { withheldWords } from '@/lib/report/withheld';
import { type ClaimLine, claimLineText, namedOf } from './contents-words';

/** What a report cannot say. Of this article, as far as its data tell: each names its claims. */
function ownLimits({ kind, claims, contents, sourcing, frame }: ReportModel): readonly ClaimLine[] {
  const { limits } = frame.report;
  const { attribution, content, untraceable, uncheckable, outOfScope, onTrust, documents, unclear, predictions } = contents.unchecked;
  const counted = sourcing.label.claimIds.length;
  const highest = claims.reduce((most, { number }) => Math.max(most, number), 0);
  const missing = highest - claims.length;
  const lines: readonly (ClaimLine | null)[] = [
    kind !== 'report' || missing === 0 ? null : plain(limits.missing(highest, missing)),
    unchecked(attribution, counted - contents.unattributed.noSource.length, limits.noAttributionCheck, limits.noAttributionChecks),
    unchecked(content, counted, limits.noContentCheck, limits.noContentChecks),
    of(untraceable, limits.untraceable),
    of(uncheckable, limits.uncheckable),
    of(outOfScope, limits.outOfScope),
    onTrust.length === 0 ? null : plain(limits.onTrust(onTrust.map(({ name }) => name))),
    ...documentLines(documents, frame),
    of(unclear, limits.unclear),
    of(predictions, limits.predictions),
    of(contents.questions, limits.questions),
  ];
  return lines.filter((line) => line !== null);
}

/** So many documents have a line of their own, with the claims that lean on them; the others are named together. */
const DOCUMENTS_MAX = 12;

function documentLines(
  documents: ReportModel['contents']['unchecked']['documents'],
  { report: { limits } }: Pick<Frame, 'report'>,
): readonly (ClaimLine | null)[] {
  const lines = namedOf(documents, DOCUMENTS_MAX).map(({ source, claims }) =>
    of(claims, (count) => limits.documentOnTrust(source.name, count)),
  );
  const rest = documents.slice(lines.length);
  return rest.length === 0 ? lines : [...lines, plain(limits.documentsOnTrust(rest.map(({ source }) => source.name)))];
}

/** What every report cannot say. */
function commonLimits({ kind, contents, frame }: ReportModel): readonly ClaimLine[] {
  const { limits } = frame.report;
  const imported = contents.proposals.length === 0 ? limits.imported : limits.importedWithProposals;
  return [limits.tagged, limits.origins, limits.notApproved[kind], imported].map(plain);
}

/** What this file is without, by somebody's choice: said before anything else. */
function handedOver({ choices, frame }: ReportModel): readonly ClaimLine[] {
  return [withheldWords(choices.withheld, frame), leftOutWords(choices, frame)].filter((words) => words !== null).map(plain);
}

export function limitLines(model: ReportModel): readonly ClaimLine[] {
  return [...handedOver(model), ...ownLimits(model), ...commonLimits(model)];
}

/** The same as sentences. */
export function allLimits(model: ReportModel): readonly string[] {
  return limitLines(model).map((line) => claimLineText(line, model.frame));
}

function plain(head: string): ClaimLine {
  return { head, claims: [], tail: '' };
}

/** A sentence of the frame in two halves, between which its claims stand. */
type Halves = (count: number) => { readonly head: string; readonly tail: string };

function of(claims: ClaimLine['claims'], said: Halves): ClaimLine | null {
  return claims.length === 0 ? null : { ...said(claims.length), claims };
}

/** Where it is all of those it could be said of, no list is needed. */
function unchecked(claims: ClaimLine['claims'], counted: number, said: Halves, ofAll: string): ClaimLine | null {
  return claims.length > 1 && claims.length === counted ? plain(ofAll) : of(claims, said);
}
