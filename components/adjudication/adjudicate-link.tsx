import { LinkButton } from '@/components/ui/link-button';

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
  if (open === 0 && comparisons === 0 && finished === null) return null;
  return (
    <LinkButton href={`/articles/${articleId}/adjudicate`} size="s" prefetch={false} className={className}>
      {open > 0 ? (
        <>
          Adjudicate {open.toLocaleString('en')}
          {/* A phone has room for the number only. */}
          <span className="max-sm:sr-only"> {open === 1 ? 'difference' : 'differences'}</span>
        </>
      ) : comparisons > 0 ? (
        'Finish adjudicating'
      ) : (
        'Adjudicated'
      )}
    </LinkButton>
  );
}
