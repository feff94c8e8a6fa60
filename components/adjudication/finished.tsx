import Link from 'next/link';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { RelativeTime } from '@/components/ui/relative-time';
import type { AdjudicationView } from './view';

type FinishedProps = { article: { readonly id: string }; finished: AdjudicationView['finished']; people: number };

/** Nothing is left to decide, or there never was. */
export function Finished({ article, finished, people }: FinishedProps) {
  if (finished !== null) {
    return (
      <div className="adjudicate-empty">
        <EmptyState
          as="h1"
          title="Adjudicated."
          action={<LinkButton href={`/review?article=${article.id}`}>To its claims in review</LinkButton>}
        >
          <bdi>{finished.by.name}</bdi> finished it <RelativeTime at={finished.at} />. Each claim that came of it stands in the place of the
          checkers’ own and waits for somebody who decided nothing here. What a checker adds from now on is laid side by side here again.{' '}
          <Link href={`/articles/${article.id}/outcome`} prefetch={false}>
            What became of each claim
          </Link>
        </EmptyState>
      </div>
    );
  }
  return (
    <div className="adjudicate-empty">
      <EmptyState as="h1" title="Nothing to adjudicate." action={<LinkButton href={`/articles/${article.id}`}>To the article</LinkButton>}>
        {people < 2
          ? 'Fewer than two people have claims on this article. Claims are laid side by side once two have checked it, each by themselves.'
          : 'No claim of its checkers waits for a decision.'}
      </EmptyState>
    </div>
  );
}
