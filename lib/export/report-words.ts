import type { Frame } from '@/lib/frame/frame';
import type { SourcingLabel } from '@/lib/provenance/label';
import type { LabelSentence } from '@/lib/provenance/label-sentences';
import type { ReportModel } from '@/lib/report/model';

/** The report's own sentences that depend on what it holds, for every format that is laid out as a report. The words are the frame's. */

/** What stands before and after a working copy, which is not to be taken for a report. */
export function notAReport({ statuses, frame: { report, claims, counts } }: ReportModel): {
  readonly head: string;
  readonly words: string;
} {
  const states = statuses.map((state) => counts.within(claims.states[state]));
  return { head: report.notAReport.head, words: report.notAReport.words(states) };
}

/** The heading where there is nothing to count, and the sentence under it; null where there is. */
export function nothingCounted(model: ReportModel): { readonly head: string; readonly words: string } | null {
  const { nothing } = model.frame.report;
  if (model.counts.claims === 0) return { head: nothing[model.kind], words: nothing.text };
  if (model.sourcing.label.claimIds.length > 0) return null;
  return { head: nothing.noneCounts, words: nothing.rejected };
}

/** The heading of a report without its label: how much is in it, and nothing of what it comes to. */
export function plainHeadline({ counts, revision, frame }: ReportModel): string {
  return frame.counts.claimsInWords(counts.claims, revision.words);
}

/** Whose words the report was made with: the program and its version. */
export function madeWith({ generator, frame }: ReportModel): string {
  return frame.layout.madeWith(`${generator.name} ${generator.version}`);
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
export function keyFigures(
  { relays, noSource, deepest, contradictions, classes }: SourcingLabel,
  { report: { keyFigures: words } }: Frame,
): readonly KeyFigure[] {
  const [relay] = relays;
  const record = classes.find(({ sourceClass }) => sourceClass === 'record')?.claimIds.length ?? 0;
  const plain = (about: KeyFigure['about'], count: number, said: (count: number) => string): KeyFigure | null =>
    count === 0 ? null : { count, of: null, before: said(count), name: null, after: '', about };
  const all: readonly (KeyFigure | null)[] = [
    relay === undefined || relay.silent.length === 0
      ? null
      : {
          count: relay.silent.length,
          of: relay.claimIds.length,
          name: relay.source.name,
          ...words.relay(relay.silent.length),
          about: 'relay',
        },
    plain('no_source', noSource.claimIds.length, words.noSource),
    deepest === null || deepest.hand < 2 ? null : plain('deepest', deepest.claimIds.length, words.deepest),
    plain('contradictions', contradictions.length, words.contradictions),
    plain('record', record, words.record),
  ];
  return all.filter((figure) => figure !== null).slice(0, 3);
}
