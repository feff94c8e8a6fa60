import './adjudication.css';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';

/** Why this person does not adjudicate this article, or not yet. */
export function Refused({ article, why }: { article: { readonly id: string }; why: string }) {
  return (
    <div className="adjudicate-empty">
      <EmptyState
        as="h1"
        title="Not for you to adjudicate."
        action={<LinkButton href={`/articles/${article.id}`}>To the article</LinkButton>}
      >
        {why}
      </EmptyState>
    </div>
  );
}
