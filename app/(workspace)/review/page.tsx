import type { Metadata } from 'next';
import { toSingleValues } from '@/components/review/queue-filters';
import { ReviewScreen } from '@/components/review/review-screen';
import { AppBar } from '@/components/shell/app-bar';
import { loadQueue, loadQueueOptions, loadReviewHistory, loadViews } from '@/lib/review/loaders';
import { queueFilterInput } from '@/lib/review/schema';

export const metadata: Metadata = { title: 'Review' };

type ReviewPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function ReviewPage({ searchParams }: ReviewPageProps) {
  const filter = queueFilterInput.parse(toSingleValues(await searchParams));
  const [{ actor, items, next, total }, options, views] = await Promise.all([loadQueue(filter), loadQueueOptions(), loadViews()]);
  const steps = await loadReviewHistory(items.map(({ claim }) => claim.id));
  return (
    <div className="grid h-dvh grid-rows-[auto_minmax(0,1fr)]">
      <AppBar actor={actor} at="review" />
      <main id="main" tabIndex={-1} className="min-h-0">
        <ReviewScreen
          actor={actor}
          filter={filter}
          page={{ items, next, total }}
          steps={steps}
          options={options}
          views={views}
          serverNow={Date.now()}
        />
      </main>
    </div>
  );
}
