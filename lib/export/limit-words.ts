import type { ReportModel } from '@/lib/report/model';
import { leftOutWords } from '@/lib/report/parts';
import { withheldWords } from '@/lib/report/withheld';
import { type ClaimLine, claimLineText } from './contents-words';
import { toListText, toNumberText, toSentenceCase, toWord } from './wording';

/** What a report cannot say. Of this article, as far as its data tell: each names its claims. */
function ownLimits({ kind, claims, contents, sourcing }: ReportModel): readonly ClaimLine[] {
  const { attribution, content, untraceable, uncheckable, outOfScope, onTrust, unclear, predictions } = contents.unchecked;
  const counted = sourcing.label.claimIds.length;
  const highest = claims.reduce((most, { number }) => Math.max(most, number), 0);
  const missing = highest - claims.length;
  const lines: readonly (ClaimLine | null)[] = [
    kind !== 'report' || missing === 0
      ? null
      : plain(
          `Claim numbers run to ${highest}; ${missing} of them ${missing === 1 ? 'is' : 'are'} not in this report: not approved, or taken out.`,
        ),
    unchecked('Whether the source said so was not checked', attribution, counted - contents.unattributed.noSource.length),
    unchecked('Whether it is so was not checked', content, counted),
    of(untraceable, (count) => `Whether the source said so cannot be traced for ${count}`, '.'),
    of(uncheckable, (count) => `Whether it is so cannot be checked by anybody for ${count}`, '.'),
    of(outOfScope, (count) => `Whether it is so was out of scope for ${count}`, '.'),
    onTrust.length === 0 ? null : plain(`Taken on trust, not read by us: ${toListText(onTrust.map(({ name }) => name))}.`),
    of(unclear, (count) => `Where an attribution ends is unclear in ${count}`, '.'),
    of(predictions, toSentenceCase, `${predictions.length === 1 ? ' is a prediction' : ' are predictions'} and cannot be checked now.`),
    of(contents.questions, (count) => `The author is still to be asked about ${count}`, '.'),
  ];
  return lines.filter((line) => line !== null);
}

/** What every report cannot say. */
function commonLimits({ kind, contents }: ReportModel): readonly ClaimLine[] {
  return [
    'A claim is tagged by how the article presents who is speaking, not by whether it is true.',
    'Origins are counted at most: what is not known to be shared, or attested to be apart, may still be one.',
    kind === 'report'
      ? 'Claims that no editor has approved are neither shown nor counted.'
      : 'Nobody need have approved what stands here; the state of each claim is beside it.',
    contents.proposals.length === 0
      ? 'The text stands as it was imported. Nothing in it was corrected.'
      : 'The text stands as it was imported. What is proposed instead was not put into it.',
  ].map(plain);
}

/** What this file is without, by somebody's choice: said before anything else. */
function handedOver({ choices }: ReportModel): readonly ClaimLine[] {
  return [withheldWords(choices.withheld), leftOutWords(choices)].filter((words) => words !== null).map(plain);
}

export function limitLines(model: ReportModel): readonly ClaimLine[] {
  return [...handedOver(model), ...ownLimits(model), ...commonLimits(model)];
}

/** The same as sentences. */
export function allLimits(model: ReportModel): readonly string[] {
  return limitLines(model).map(claimLineText);
}

function plain(head: string): ClaimLine {
  return { head, claims: [], tail: '' };
}

function of(claims: ClaimLine['claims'], head: (count: string) => string, tail: string): ClaimLine | null {
  return claims.length === 0 ? null : { head: head(countOf(claims.length)), claims, tail };
}

/** Where it is all of those it could be said of, no list is needed. */
function unchecked(what: string, claims: ClaimLine['claims'], counted: number): ClaimLine | null {
  return claims.length > 1 && claims.length === counted
    ? plain(`${what} for any claim.`)
    : of(claims, (count) => `${what} for ${count}`, '.');
}

function countOf(count: number): string {
  return count === 1 ? 'one claim' : `${count > 12 ? toNumberText(count) : toWord(count)} claims`;
}
