import { CLAIM_STATE_LABELS } from '@/lib/claims/claim-state';
import type { LabelSentence } from '@/lib/provenance/label-sentences';
import type { ReportModel } from '@/lib/report/model';
import { ownLimits } from './sourcing-words';
import { toListText } from './wording';

/** Sentences that hold for every report, as plain text, for the formats that are read. */

export const NOT_A_REPORT = 'Not a report.';

/** Sentences of the label that the headline says already. */
export const IN_HEADLINE: readonly LabelSentence['about'][] = ['claims', 'attributions', 'origins'];

/** What a working copy holds and a report does not; said after `NOT_A_REPORT`. */
export function copyNotice({ statuses }: Pick<ReportModel, 'statuses'>): string {
  const states = toListText(statuses.map((state) => CLAIM_STATE_LABELS[state].toLowerCase()));
  return `This working copy holds claims in these states: ${states}. A report holds approved claims only.`;
}

export function closingWords({ kind }: Pick<ReportModel, 'kind'>): string {
  return kind === 'report' ? 'Holds claims that an editor approved, and no others.' : 'A working copy of the desk, not for publication.';
}

/** Under the figures of the label. */
export const COUNTING_WORDS =
  'A claim is counted by how the article presents who is speaking. Origins count sources that lean on one another once, never mentions; independence is unknown unless attested with a reason. Shares are rounded.';

/** How to read what stands beside a claim. */
export const READING_WORDS = {
  confidence: 'Low, moderate or high: how sure the checker is of this tagging. It does not say how likely the claim is.',
  strength:
    'Reach counts the named and unnamed hands between the event and the article. Strength runs from 0 to 5 and is that of the weakest link: 5 own observation or a document that we read, 4 named and direct, 3 relayed by a named outlet, 2 anonymous with a basis of knowledge, 1 anonymous without, 0 nobody.',
  origins:
    'Claims that come through the same newsroom, document or first speaker lean on one origin; so do sources that a person found to belong together.',
  places: 'Places in the text count Unicode code points from its beginning; the first number is included, the second is not.',
} as const;

/** What the report cannot say: of this article, as far as its data tell, and of every article. */
export function limitWords(model: ReportModel): readonly string[] {
  return [
    ...ownLimits(model),
    'A claim is tagged by how the article presents who is speaking, not by whether it is true.',
    'Origins are counted at most: what is not known to be shared, or attested to be apart, may still be one.',
    model.kind === 'report'
      ? 'Claims that no editor has approved are neither shown nor counted.'
      : 'Nobody need have approved what stands here; the state of each claim is beside it.',
    'The text stands as it was imported. Nothing in it was corrected.',
  ];
}
