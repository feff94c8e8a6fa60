import Link from 'next/link';
import type { ReactNode } from 'react';
import { Pending } from '@/components/ui/pending';
import { RelativeTime } from '@/components/ui/relative-time';
import { ARTICLE_STATE_LABELS, type ArticleProgress, articleState, countClaims } from '@/lib/review/progress';
import { counted } from '@/lib/text/counted';
import { ArticleProgressBar } from './article-progress-bar';

type ArticleRowProps = {
  article: ArticleProgress;
  canReview: boolean;
  /** Its topic, to read and to change. */
  topic: ReactNode;
  /** Who checks it. */
  assignment?: ReactNode;
};

export function ArticleRow({ article, canReview, topic, assignment }: ArticleRowProps) {
  const claims = countClaims(article.counts);
  return (
    <li className="grid gap-x-10 gap-y-2.5 border-rule border-t py-3.5 sm:grid-cols-[minmax(0,1fr)_340px]">
      <div className="grid min-w-0 content-start gap-1">
        <h3 className="min-w-0">
          <Link href={`/articles/${article.id}`} className="quoted block text-h3 no-underline hover:underline">
            <span dir="auto" className="line-clamp-2 break-words text-left">
              {article.title}
            </span>
            <Pending />
          </Link>
        </h3>
        <p className="text-small text-ink-3">
          <span className="text-ink-2">{ARTICLE_STATE_LABELS[articleState(article.counts)]}</span>
          {' · '}
          {claims === 0 ? '' : `${counted(claims, 'claim')} in `}
          {counted(article.words, 'word')}
          {' · '}
          <bdi>{article.createdBy.name}</bdi>, <RelativeTime at={article.createdAt} />
          {topic === null ? null : <> · {topic}</>}
        </p>
        {assignment}
      </div>
      <ArticleProgressBar article={article} canReview={canReview} />
    </li>
  );
}
