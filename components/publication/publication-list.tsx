import Link from 'next/link';
import { EmptyState } from '@/components/ui/empty-state';
import { RelativeTime } from '@/components/ui/relative-time';
import type { Publication, Standing } from '@/lib/publication/publication';
import { STANDING_LABELS } from './standing-words';

/** Every report that the desk has published, whether or not it can still be read. */
export function PublicationList({ publications }: { publications: readonly (Publication & { readonly standing: Standing })[] }) {
  if (publications.length === 0) {
    return <EmptyState title="No report is published.">An editor publishes one from the article’s page, under Sourcing.</EmptyState>;
  }
  return (
    <ul className="grid">
      {publications.map(({ articleId, title, standing, locked, editions }) => (
        <li key={articleId} className="grid gap-0.5 border-rule border-t py-3">
          <Link href={`/articles/${articleId}/report`} className="justify-self-start font-medium" prefetch={false}>
            <bdi>{title}</bdi>
          </Link>
          <p className="text-ink-2 text-small">
            {STANDING_LABELS[standing]}
            {locked ? ', with a password' : ''}. Edition {editions.length}
            {editions[0] === undefined ? null : (
              <>
                , <RelativeTime at={editions[0].publishedAt} />
              </>
            )}
            .
          </p>
        </li>
      ))}
    </ul>
  );
}
