import type { ReportClaim, ReportModel } from '@/lib/report/model';
import type { Period } from '@/lib/report/work-dates';
import type { ArticleFile } from './article-file';
import { toFileSource } from './json-sourcing';

type FileContents = NonNullable<ArticleFile['contents']>;

/** What a report says beyond its label, for a `hearsay-article` file. Claims go by their numbers. */
export function toFileContents({ contents }: ReportModel): FileContents {
  const { dates, scales, numbers, unattributed, proposals, unchecked, questions, steps } = contents;
  return {
    checked: toFilePeriod(dates.checked),
    approved: toFilePeriod(dates.approved),
    scales: [...scales],
    numbers: numbers.map(({ claim, figures }) => ({ claim: claim.number, figures: [...figures] })),
    unattributed: {
      noSource: numbersOf(unattributed.noSource),
      attributionDropped: numbersOf(unattributed.dropped),
      toldAsFact: numbersOf(unattributed.factive),
    },
    proposals: proposals.map(({ claim, tracked }) => ({ claim: claim.number, inText: tracked })),
    notChecked: {
      attribution: numbersOf(unchecked.attribution),
      content: numbersOf(unchecked.content),
      untraceable: numbersOf(unchecked.untraceable),
      uncheckable: numbersOf(unchecked.uncheckable),
      outOfScope: numbersOf(unchecked.outOfScope),
      onTrust: unchecked.onTrust.map(toFileSource),
      documentsOnTrust: unchecked.documents.map(({ source, claims }) => ({ source: toFileSource(source), claims: numbersOf(claims) })),
      unclear: numbersOf(unchecked.unclear),
      predictions: numbersOf(unchecked.predictions),
    },
    questions: numbersOf(questions),
    steps: { byEvent: steps.byEvent.map(({ event, count }) => ({ event, count })), period: toFilePeriod(steps.period) },
  };
}

function numbersOf(claims: readonly ReportClaim[]): number[] {
  return claims.map(({ number }) => number);
}

function toFilePeriod(period: Period | null): FileContents['checked'] {
  return period && { from: period.from.toISOString(), to: period.to.toISOString() };
}
