import Link from 'next/link';
import { ProgressBar, ProgressSwatch } from '@/components/ui/progress-bar';
import { CLAIM_STATE_LABELS, type ClaimState } from '@/lib/claims/claim-state';
import { type ArticleProgress, countClaims } from '@/lib/review/progress';
import { toProgressParts } from './progress-parts';

type Props = { article: ArticleProgress; canReview: boolean };

/** An article's claims by state: drawn, then counted. Each number leads to the claims it counts. */
export function ArticleProgressBar({ article, canReview }: Props) {
  const parts = toProgressParts(article.counts);
  const total = countClaims(article.counts);
  return (
    <div className="grid content-start gap-1 sm:pt-2">
      <ProgressBar parts={parts} className="h-1.5 w-full" />
      {total === 0 ? null : (
        <ul className="flex flex-wrap gap-x-3.5 text-small text-ink-2" aria-label="Claims by state">
          {parts.map(({ key, tone, count }) =>
            count === 0 ? null : (
              <li key={key}>
                <Link
                  href={toClaims(article.id, key, canReview)}
                  className="inline-flex min-h-6 items-center gap-1.5 no-underline hover:text-ink hover:underline"
                >
                  <ProgressSwatch tone={tone} />
                  <span>
                    <b className="font-strong text-ink">{count.toLocaleString('en')}</b> {CLAIM_STATE_LABELS[key].toLowerCase()}
                  </span>
                </Link>
              </li>
            ),
          )}
        </ul>
      )}
    </div>
  );
}

/** Where the claims behind a number are: submitted ones in the queue for those who decide, all others in the article. */
function toClaims(articleId: string, state: ClaimState, canReview: boolean): string {
  return state === 'submitted' && canReview ? `/review?article=${articleId}` : `/articles/${articleId}`;
}
