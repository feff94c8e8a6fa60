import { CLAIM_STATE_LABELS } from '@/lib/claims/claim-state';
import type { SourcingLabel } from '@/lib/provenance/label';
import type { LabelSentence } from '@/lib/provenance/label-sentences';
import type { ReportKind, ReportModel } from '@/lib/report/model';
import type { SectionId } from '@/lib/report/parts';
import { toCountText, toListText } from './wording';

/** The report's own words, for every format that is laid out as a report: headings, explanations, limits. */

/** What a section is called, and what is said of it below its heading. */
export const SECTIONS: Readonly<Record<SectionId, { readonly title: string; readonly about: string }>> = {
  text: { title: 'The article, claim by claim', about: '' },
  checked: {
    title: 'Checked copy',
    about: 'What approved claims propose instead, each with its number. The text itself stands as it was imported.',
  },
  provenance: { title: 'Where it comes from', about: 'From the article on the left to whoever is said to hold it.' },
  sources: { title: 'Who speaks', about: '' },
  origins: { title: 'What they lean on', about: 'Each origin counts once, however often it is mentioned.' },
  conflicts: { title: 'What does not fit', about: '' },
  unattributed: { title: 'Unattributed statements', about: 'What reaches the reader without anybody who says so.' },
  numbers: { title: 'Numbers', about: 'Claims whose own words hold a figure, and what was found about each.' },
  claims: { title: 'Every claim', about: 'In the order of the text. A badge leads to its place there.' },
  figures: { title: 'Behind the figures', about: 'Each figure with the claims that it counts.' },
  method: { title: 'How to read this', about: '' },
  limits: { title: 'Limits and sign-off', about: '' },
};

export const FACTS = {
  title: 'Sourcing facts',
  origins: 'Origins, at most',
  attested: 'attested to be independent',
  attributions: 'attributions in the text',
  deepest: 'Deepest chain',
  relay: 'Relay not stated where it is used',
  contradictions: 'Contradictions',
  fine: 'A claim is counted by how the article presents who is speaking. Origins count sources that lean on one another once, never mentions; independence is unknown unless attested with a reason. Shares are rounded.',
} as const;

export const METHOD = {
  confidence: {
    title: 'Confidence',
    words: 'Low, moderate or high: how sure the checker is of this tagging. It does not say how likely the claim is.',
  },
  reach: {
    title: 'Reach and strength',
    words:
      'Reach counts the named and unnamed hands between the event and the article. Strength runs from 0 to 5 and is that of the weakest link: 5 own observation or a document that we read, 4 named and direct, 3 relayed by a named outlet, 2 anonymous with a basis of knowledge, 1 anonymous without, 0 nobody.',
  },
  origins: {
    title: 'Origins and independence',
    words:
      'Claims that come through the same newsroom, document or first speaker lean on one origin; so do sources that a person found to belong together.',
  },
  overlap: {
    title: 'Overlapping claims',
    words:
      'Where one claim lies inside another, both lines are drawn, the outer one lower; the tint is that of the claim that begins later.',
  },
  places: {
    title: 'Places',
    words: 'Places in the text count Unicode code points from its beginning; the first number is included, the second is not.',
  },
} as const;

export const SPEAKER_COLUMNS = ['Source', 'How the article presents it', 'Claims', 'Reach', 'Origin', 'Which'] as const;
export const WAY_COLUMNS = ['Told by', 'Who has it from', 'Claims', 'Known from outside', 'Which'] as const;
export const WAYS_CAPTION = 'Every step that claims take, the same as in the picture';
export const GRAPH_LEGEND = {
  stated: 'stated in the claim’s own sentence',
  outside: 'known only from outside it',
  width: 'Width is the number of claims.',
} as const;
export const NO_CONFLICTS = 'No contradiction between these claims was noted.';
export const NO_ORIGINS = 'Nobody is said to report any of these claims.';

/** What stands before and after a working copy, which is not to be taken for a report. */
export function notAReport(statuses: ReportModel['statuses']): { readonly head: string; readonly words: string } {
  const states = toListText(statuses.map((state) => CLAIM_STATE_LABELS[state].toLowerCase()));
  return {
    head: 'Not a report.',
    words: `This working copy holds claims in these states: ${states}. A report holds approved claims only.`,
  };
}

export function closingWords(kind: ReportKind): string {
  return kind === 'report' ? 'Holds claims that an editor approved, and no others.' : 'A working copy of the desk, not for publication.';
}

/** The heading where there is nothing to count, and the sentence under it; null where there is. */
export function nothingCounted({ kind, counts, sourcing }: ReportModel): { readonly head: string; readonly words: string } | null {
  if (counts.claims === 0) {
    const head = kind === 'report' ? 'No approved claims yet.' : 'No claims in these states.';
    return { head, words: 'The text stands below as it was imported.' };
  }
  if (sourcing.label.claimIds.length > 0) return null;
  return { head: 'No claim that counts.', words: 'Every claim here was rejected by an editor.' };
}

/** The heading of a report without its label: how much is in it, and nothing of what it comes to. */
export function plainHeadline({ counts, revision }: ReportModel): string {
  return `${toCountText(counts.claims, 'claim')} in ${toCountText(revision.words, 'word')}`;
}

/** Sentences that the heading says already. */
export const IN_HEADLINE: readonly LabelSentence['about'][] = ['claims', 'attributions', 'origins'];

/** A figure that a reader should not miss. Its meaning is `before`, a name of somebody, `after`. */
export type KeyFigure = {
  readonly count: number;
  readonly of: number | null;
  readonly before: string;
  readonly name: string | null;
  readonly after: string;
  readonly about: LabelSentence['about'];
};

/** The most telling, at most three. */
export function keyFigures({ relays, noSource, deepest, contradictions, classes }: SourcingLabel): readonly KeyFigure[] {
  const [relay] = relays;
  const record = classes.find(({ sourceClass }) => sourceClass === 'record')?.claimIds.length ?? 0;
  const plain = (about: KeyFigure['about'], count: number, before: string): KeyFigure | null =>
    count === 0 ? null : { count, of: null, before, name: null, after: '', about };
  const all: readonly (KeyFigure | null)[] = [
    relay === undefined || relay.silent.length === 0
      ? null
      : {
          count: relay.silent.length,
          of: relay.claimIds.length,
          before: 'claims that come through ',
          name: relay.source.name,
          after: ' do not say so in their own sentence',
          about: 'relay',
        },
    plain('no_source', noSource.claimIds.length, 'have no source at all, or none that can be told'),
    deepest === null || deepest.hand < 2
      ? null
      : plain('deepest', deepest.claimIds.length, 'reach us by the longest way that this article takes'),
    plain('contradictions', contradictions.length, 'pairs of claims contradict each other'),
    plain('record', record, 'say on the record who they come from'),
  ];
  return all.filter((figure) => figure !== null).slice(0, 3);
}
