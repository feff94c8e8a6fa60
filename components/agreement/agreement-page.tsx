import { EmptyState } from '@/components/ui/empty-state';
import type { AgreementReport } from '@/lib/agreement/agreement-report';
import { matchedWords, peopleWords } from '@/lib/agreement/agreement-words';
import type { AskedWork } from '@/lib/agreement/kept-work';
import type { Article } from '@/lib/articles/article';
import type { AgreementQuery } from './address';
import { ByField } from './by-field';
import { ByPair } from './by-pair';
import { DifferenceList } from './difference-list';
import { listDifferences } from './differences';
import { WhereFigures } from './where-figures';

type AgreementPageProps = { article: Article; work: AskedWork<AgreementReport>; query: AgreementQuery };

/** In the place of the figures of a long article, the first time that somebody asks for them. */
export function AgreementBeingMeasured() {
  return (
    <header>
      <h1 className="display">Agreement</h1>
      <p className="fig-stand" role="status">
        Comparing what the checkers made, claim by claim… With some hundred claims this takes a few seconds.
      </p>
    </header>
  );
}

/** How far the checkers of an article agree: figures first, then every claim on which they do not. */
export async function AgreementPage({ article, work, query }: AgreementPageProps) {
  const report = await work.value;
  if (!report.defined) {
    return (
      <EmptyState as="h1" title="No agreement to measure">
        {capital(report.reason)}. Figures appear when two people have made claims on it, each by themselves.
      </EmptyState>
    );
  }
  const differences = listDifferences(report);
  return (
    <>
      <header>
        <h1 className="display">Agreement</h1>
        <p className="fig-stand">
          {peopleWords(report.people)}: {matchedWords(report)}.
        </p>
        <p className="text-ink-2">
          Claims are compared as each person made them, before anybody else had a hand in them. For editors only: it is about people.
        </p>
      </header>
      <section aria-labelledby="what-title">
        <h2 id="what-title" className="display">
          What they are
        </h2>
        <ByField report={report} differences={differences} />
      </section>
      <section aria-labelledby="where-title">
        <h2 id="where-title" className="display">
          Where they are
        </h2>
        <WhereFigures where={report.where} differences={differences} />
      </section>
      {report.whereByPair.length === 0 ? null : (
        <section aria-labelledby="pairs-title">
          <h2 id="pairs-title" className="display">
            Every two
          </h2>
          <ByPair report={report} />
        </section>
      )}
      <section aria-labelledby="differences-title">
        <h2 id="differences-title" className="display">
          Where they differ
        </h2>
        {differences.length === 0 ? <p>Nowhere: all marked the same claims and said the same of them.</p> : null}
        {differences.map((listed) => (
          <DifferenceList key={listed.difference} articleId={article.id} listed={listed} query={query} />
        ))}
      </section>
    </>
  );
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
