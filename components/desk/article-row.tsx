import Link from 'next/link';
import { Pending } from '@/components/ui/pending';
import { RelativeTime } from '@/components/ui/relative-time';
import { ARTICLE_STATE_LABELS, type ArticleProgress, articleState } from '@/lib/review/progress';
import { ArticleProgressBar } from './article-progress-bar';

export function ArticleRow({ article, canReview }: { article: ArticleProgress; canReview: boolean }) {
  return (
    <li className="grid gap-x-10 gap-y-2.5 border-rule border-t py-3.5 sm:grid-cols-[minmax(0,1fr)_300px]">
      <div className="grid min-w-0 content-start gap-1">
        <h3 className="min-w-0">
          <Link href={`/articles/${article.id}`} className="quoted block text-h3 no-underline hover:underline">
            <span dir="auto" className="line-clamp-2 break-words text-start">
              {article.title}
            </span>
            <Pending />
          </Link>
        </h3>
        <p className="text-small text-ink-3">
          <span className="text-ink-2">{ARTICLE_STATE_LABELS[articleState(article.counts)]}</span>
          {', '}
          {article.words.toLocaleString('en')} {article.words === 1 ? 'word' : 'words'}, from <bdi>{article.createdBy.name}</bdi>{' '}
          <RelativeTime at={article.createdAt} />
        </p>
      </div>
      <ArticleProgressBar article={article} canReview={canReview} />
    </li>
  );
}
