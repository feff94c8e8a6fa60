import { CLAIM_STATES } from '@/lib/claims/claim-state';
import type { Frame } from '@/lib/frame/frame';
import type { NumberClaim, Unattributed } from '@/lib/report/contents';
import type { ReportClaim, ReportModel } from '@/lib/report/model';
import type { Period } from '@/lib/report/work-dates';

/** What a report says beyond its label (lib/report/contents.ts), in the words that all formats share. */

/** A fact of the head. `names` are words of others, each with a direction of its own; without them `words` says it. */
export type HeadFact = { readonly term: string; readonly names: readonly string[]; readonly words: string };

/** What the article is, who checked it when, where it stands, and on which scales: what a reader asks of the head of a report. */
export function headFacts({ article, people, contents, kind, counts, frame }: ReportModel): readonly HeadFact[] {
  const { head, scales } = frame.report;
  const said = (term: string, words: string): HeadFact => ({ term, names: [], words });
  const named = (term: string, names: readonly string[], none: string): HeadFact => ({
    term,
    names,
    words: names.length === 0 ? none : '',
  });
  const states = CLAIM_STATES.filter((state) => counts.byState[state] > 0);
  const held = states.map((state) => frame.counts.inState(counts.byState[state], frame.counts.within(frame.claims.states[state])));
  const { checked, approved } = contents.dates;
  const { publishedOn, outlet } = article;
  return [
    named(head.outlet, outlet === '' ? [] : [outlet], head.noOutlet),
    said(head.published, publishedOn === null ? head.notStated : frame.counts.day(new Date(`${publishedOn}T00:00:00Z`))),
    named(
      head.checkedBy,
      people.checkers.map(({ name }) => name),
      head.nobodyYet,
    ),
    said(head.checked, checked === null ? head.notYet : periodWords(checked, frame)),
    named(
      head.reviewedBy,
      people.approvers.map(({ name }) => name),
      head.nobodyYet,
    ),
    said(head.approved, approved === null ? head.notYet : periodWords(approved, frame)),
    said(head.status, kind === 'report' ? frame.counts.approvedClaims(counts.claims) : head.copy(held)),
    ...(contents.scales.length === 0 ? [] : [said(head.scales, contents.scales.map((scale) => scales[scale]).join('; '))]),
  ];
}

/** A fact of the head as plain text. */
export function headWords({ names, words }: HeadFact, { counts }: Frame): string {
  return names.length === 0 ? words : counts.list(names);
}

/** “1 August 2025”, or “1 August 2025 to 3 August 2025”, in UTC. */
function periodWords({ from, to }: Period, { counts }: Frame): string {
  const [first, last] = [counts.day(from), counts.day(to)];
  return first === last ? first : counts.fromTo(first, last);
}

/** Something that concerns claims: its words, the claims in brackets, the rest of the sentence. */
export type ClaimLine = { readonly head: string; readonly claims: readonly ReportClaim[]; readonly tail: string };

/** From so many on, how many there are says more than which. */
const NAMED_MAX = 24;

/** Those of many that are named one by one: all, where only one would be left over. */
export function namedOf<Item>(items: readonly Item[], most = NAMED_MAX): readonly Item[] {
  return items.length <= most + 1 ? items : items.slice(0, most);
}

/** “Where an attribution ends is unclear in one claim (C4).” */
export function claimLineText({ head, claims, tail }: ClaimLine, frame: Frame): string {
  if (claims.length === 0) return `${head}${tail}`;
  const named = namedOf(claims).map(({ number }) => `C${number}`);
  return `${head} (${named.join(', ')}${moreWords(claims.length - named.length, frame)})${tail}`;
}

/** After those that were named: how many more there are; empty where none is left. */
export function moreWords(rest: number, { counts }: Frame): string {
  return rest > 0 ? counts.andMore(rest) : '';
}

type UnattributedGroup = { readonly key: keyof Unattributed; readonly title: string; readonly about: string };

export function unattributedGroups({ report, definitions }: Frame): readonly UnattributedGroup[] {
  const { noSource, dropped, factive } = report.unattributed;
  return [
    { key: 'noSource', title: noSource, about: report.unattributedNoSource },
    { key: 'dropped', title: dropped, about: definitions.flags.dropped_attribution },
    { key: 'factive', title: factive, about: definitions.flags.factive_verb },
  ];
}

/** How many figures of one claim are named. */
const FIGURES_MAX = 8;

export function figureWords({ figures }: NumberClaim, frame: Frame): string {
  return `${figures.slice(0, FIGURES_MAX).join('; ')}${moreWords(figures.length - FIGURES_MAX, frame)}`;
}

/** What checking a claim came to, in one line: “Disputed, on 2 pieces of evidence”. */
export function foundWords({ finding, evidence }: ReportClaim, { claims, report }: Frame): string {
  return report.found(claims.contentChecks[finding.contentCheck], evidence.length);
}

/** Who stands behind a proposal: who wrote it, and who let it stand. */
export function byWords({ lastEditedBy, approval }: Pick<ReportClaim, 'lastEditedBy' | 'approval'>, { report, counts }: Frame): string {
  return approval === null ? lastEditedBy.name : report.by(lastEditedBy.name, approval.by.name, counts.time(approval.at));
}

/** “6 handed in, 6 approved; the first on …, the last on …”. */
export function stepWords({ contents: { steps }, frame: { report, counts } }: ReportModel): string {
  const { byEvent, period } = steps;
  if (period === null) return report.steps.none;
  const kinds = byEvent.map(({ event, count }) => report.steps[event](count));
  return report.steps.all(kinds, counts.time(period.from), counts.time(period.to));
}
