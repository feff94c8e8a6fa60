import { LinkButton } from '@/components/ui/link-button';
import { counted } from '@/lib/text/counted';

type AdjudicateLinkProps = {
  articleId: string;
  className?: string;
  /** Null where there is nothing to lay side by side, or it is not for this person. */
  state: { readonly open: number; readonly comparisons: number; readonly finished: object | null } | null;
};

/** The way to where an article's checkers differ, saying how much is open there. */
export function AdjudicateLink({ articleId, className, state }: AdjudicateLinkProps) {
  if (state === null) return null;
  const { open, comparisons, finished } = state;
  const label =
    open > 0
      ? `Adjudicate ${counted(open, 'difference')}`
      : comparisons > 0
        ? 'Finish adjudicating'
        : finished === null
          ? null
          : 'Adjudicated';
  return label === null ? null : (
    <LinkButton href={`/articles/${articleId}/adjudicate`} size="s" prefetch={false} className={className}>
      {label}
    </LinkButton>
  );
}
