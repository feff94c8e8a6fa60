import { CLAIM_STATE_LABELS, CLAIM_STATES } from '@/lib/claims/claim-state';
import { CONTENT_CHECK_LABELS } from '@/lib/claims/finding';
import { FLAG_DEFINITIONS } from '@/lib/claims/flag';
import type { ClaimEvent } from '@/lib/claims/transitions';
import type { NumberClaim, Scale } from '@/lib/report/contents';
import type { ReportClaim, ReportModel } from '@/lib/report/model';
import type { Period } from '@/lib/report/work-dates';
import { toCountText, toDayText, toListText, toNumberText, toTimeText } from './wording';

/** What a report says beyond its label (lib/report/contents.ts), in the words that all formats share. */

/** A fact of the head. `names` are words of others, each with a direction of its own; without them `words` says it. */
export type HeadFact = { readonly term: string; readonly names: readonly string[]; readonly words: string };

/** What the article is, who checked it when, where it stands, and on which scales: what a reader asks of the head of a report. */
export function headFacts({ article, people, contents, kind, counts }: ReportModel): readonly HeadFact[] {
  const { dates, scales } = contents;
  const said = (term: string, words: string): HeadFact => ({ term, names: [], words });
  const named = (term: string, names: readonly string[], none: string): HeadFact => ({
    term,
    names,
    words: names.length === 0 ? none : '',
  });
  const states = CLAIM_STATES.filter((state) => counts.byState[state] > 0);
  const held = toListText(states.map((state) => `${toNumberText(counts.byState[state])} ${CLAIM_STATE_LABELS[state].toLowerCase()}`));
  const copy = held === '' ? 'working copy, no claims' : `working copy: ${held}`;
  return [
    named('Outlet', article.outlet === '' ? [] : [article.outlet], 'not stated in the text'),
    said('Published', article.publishedOn === null ? 'not stated' : toDayText(new Date(`${article.publishedOn}T00:00:00Z`))),
    named(
      'Checked by',
      people.checkers.map(({ name }) => name),
      'nobody yet',
    ),
    said('Checked', dates.checked === null ? 'not yet' : periodWords(dates.checked)),
    named(
      'Reviewed by',
      people.approvers.map(({ name }) => name),
      'nobody yet',
    ),
    said('Approved', dates.approved === null ? 'not yet' : periodWords(dates.approved)),
    said('Status', kind === 'report' ? toCountText(counts.claims, 'approved claim') : copy),
    ...(scales.length === 0 ? [] : [said('Scales', scales.map((scale) => SCALE_WORDS[scale]).join('; '))]),
  ];
}

/** A fact of the head as plain text. */
export function headWords({ names, words }: HeadFact): string {
  return names.length === 0 ? words : toListText(names);
}

const SCALE_WORDS: Readonly<Record<Scale, string>> = {
  strength: 'strength of sourcing, 0 to 5',
  confidence: 'confidence, low to high',
  credibility: 'credibility, 1 to 6 (Admiralty scale)',
  likelihood: 'likelihood, seven terms (ICD 203)',
};

/** “1 August 2025”, or “1 August 2025 to 3 August 2025”, in UTC. */
function periodWords({ from, to }: Period): string {
  const [first, last] = [toDayText(from), toDayText(to)];
  return first === last ? first : `${first} to ${last}`;
}

/** Something that concerns claims: its words, the claims in brackets, the rest of the sentence. */
export type ClaimLine = { readonly head: string; readonly claims: readonly ReportClaim[]; readonly tail: string };

/** From so many on, how many there are says more than which. */
const NAMED_MAX = 24;

/** Those of many claims that a sentence names: all, where only one would be left over. */
export function namedOf<Item>(items: readonly Item[]): readonly Item[] {
  return items.length <= NAMED_MAX + 1 ? items : items.slice(0, NAMED_MAX);
}

/** “Where an attribution ends is unclear in one claim (C4).” */
export function claimLineText({ head, claims, tail }: ClaimLine): string {
  if (claims.length === 0) return `${head}${tail}`;
  const named = namedOf(claims).map(({ number }) => `C${number}`);
  const rest = claims.length - named.length;
  return `${head} (${named.join(', ')}${rest === 0 ? '' : ` and ${toNumberText(rest)} more`})${tail}`;
}

export const UNATTRIBUTED_GROUPS = [
  { key: 'noSource', title: 'No source', about: 'Nobody is said to say so, or nobody that can be told.' },
  { key: 'dropped', title: 'Attribution dropped', about: FLAG_DEFINITIONS.dropped_attribution },
  { key: 'factive', title: 'Told as fact', about: FLAG_DEFINITIONS.factive_verb },
] as const;

export const NUMBER_COLUMNS = ['Claim', 'In figures', 'In these words', 'What was found'] as const;

/** How many figures of one claim are named. */
const FIGURES_MAX = 8;

export function figureWords({ figures }: NumberClaim): string {
  const rest = figures.length - FIGURES_MAX;
  return `${figures.slice(0, FIGURES_MAX).join('; ')}${rest > 0 ? ` and ${toNumberText(rest)} more` : ''}`;
}

/** What checking a claim came to, in one line: “Disputed, on 2 pieces of evidence”. */
export function foundWords({ finding, evidence }: ReportClaim): string {
  const on = evidence.length === 0 ? '' : `, on ${toCountText(evidence.length, 'piece')} of evidence`;
  return `${CONTENT_CHECK_LABELS[finding.contentCheck]}${on}`;
}

export const CHECKED_COPY_COLUMNS = ['Claim', 'As it stands', 'Should read', 'By'] as const;

/** Who stands behind a proposal: who wrote it, and who let it stand. */
export function byWords({ lastEditedBy, approval }: Pick<ReportClaim, 'lastEditedBy' | 'approval'>): string {
  return approval === null ? lastEditedBy.name : `${lastEditedBy.name}; approved by ${approval.by.name}, ${toTimeText(approval.at)}`;
}

const STEP_WORDS: Readonly<Record<ClaimEvent, string>> = {
  submit: 'handed in',
  withdraw: 'withdrawn',
  approve: 'approved',
  return: 'returned',
  reject: 'rejected',
  reopen: 'reopened',
  undo_decision: 'decision taken back',
};

/** “6 handed in, 6 approved; the first on …, the last on …”. */
export function stepWords({ byEvent, period }: ReportModel['contents']['steps']): string {
  if (period === null) return 'none';
  const kinds = byEvent.map(({ event, count }) => `${toNumberText(count)} ${STEP_WORDS[event]}`).join(', ');
  return `${kinds}; the first on ${toTimeText(period.from)}, the last on ${toTimeText(period.to)}`;
}
