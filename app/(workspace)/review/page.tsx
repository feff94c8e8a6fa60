import type { Metadata } from 'next';
import { toSingleValues } from '@/components/review/queue-filters';
import { WithReturnReasons } from '@/components/review/return-reasons';
import { ReviewScreen } from '@/components/review/review-screen';
import { AppBar } from '@/components/shell/app-bar';
import { loadQueue, loadQueueOptions, loadReviewHistory, loadViews } from '@/lib/review/loaders';
import { loadReturnReasons } from '@/lib/review/return-reasons/loaders';
import { standingReasons } from '@/lib/review/return-reasons/return-reason';
import { queueFilterInput } from '@/lib/review/schema';

export const metadata: Metadata = { title: 'Review' };

type ReviewPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function ReviewPage({ searchParams }: ReviewPageProps) {
  const filter = queueFilterInput.parse(toSingleValues(await searchParams));
  const [{ actor, items, next, total }, options, views, reasons] = await Promise.all([
    loadQueue(filter),
    loadQueueOptions(),
    loadViews(),
    loadReturnReasons(),
  ]);
  const steps = await loadReviewHistory(items.map(({ claim }) => claim.id));
  return (
    <div className="grid h-dvh grid-rows-[auto_minmax(0,1fr)]">
      <AppBar actor={actor} at="review" />
      <main id="main" tabIndex={-1} className="min-h-0">
        <WithReturnReasons reasons={standingReasons(reasons)}>
          <ReviewScreen
            actor={actor}
            filter={filter}
            page={{ items, next, total }}
            steps={steps}
            options={options}
            views={views}
            serverNow={Date.now()}
          />
        </WithReturnReasons>
      </main>
    </div>
  );
}
