import Link from 'next/link';
import { ListHead } from '@/components/ui/list-head';
import { RelativeTime } from '@/components/ui/relative-time';
import { countOutcomes, type Outcome } from '@/lib/review/adjudicating/outcomes/outcome';
import { outcomeWords } from './outcome-words';

/** On the desk: the articles on which the person's claims were adjudicated lately, and what became of them. */
export function OutcomeList({ outcomes }: { outcomes: readonly Outcome[] }) {
  const articles = [...new Map(outcomes.map(({ article }) => [article.id, article])).values()];
  return (
    <section aria-labelledby="outcomes" className="grid">
      <ListHead id="outcomes" title="Adjudicated" />
      <ul className="border-rule border-b">
        {articles.map((article) => {
          const own = outcomes.filter((one) => one.article.id === article.id);
          return (
            <li key={article.id} className="grid gap-0.5 border-rule border-t py-2.5">
              <Link href={`/articles/${article.id}/outcome`} className="quoted no-underline hover:underline" prefetch={false}>
                <span dir="auto" className="line-clamp-1 break-words">
                  {article.title}
                </span>
              </Link>
              <p className="text-ink-2 text-small">
                Your claims: {outcomeWords(countOutcomes(own))} {own[0] === undefined ? null : <RelativeTime at={own[0].at} />}
              </p>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
