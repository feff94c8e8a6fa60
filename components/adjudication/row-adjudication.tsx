import Link from 'next/link';
import { RelativeTime } from '@/components/ui/relative-time';
import { counted } from '@/lib/text/counted';

type RowAdjudicationProps = {
  articleId: string;
  progress: { readonly claims: number; readonly decided: number; readonly finishedAt: Date | null } | undefined;
};

/** What an article's row says of its adjudication. */
export function RowAdjudication({ articleId, progress }: RowAdjudicationProps) {
  if (progress === undefined) return null;
  const { claims, decided, finishedAt } = progress;
  return (
    <p className="text-ink-3 text-small">
      {claims === 0 ? (
        <>
          Adjudicated {finishedAt === null ? null : <RelativeTime at={finishedAt} />}
          {' · '}
        </>
      ) : (
        <>
          <b className="font-medium text-ink-2">To adjudicate:</b> {counted(claims, 'claim')} of its checkers
          {decided === 0 ? '' : `, ${counted(decided, 'decision')} made`}
          {finishedAt === null ? '' : ', made since it was finished'}
          {' · '}
        </>
      )}
      <Link href={`/articles/${articleId}/adjudicate`} prefetch={false}>
        {claims === 0 ? 'See it' : 'Adjudicate'}
      </Link>
    </p>
  );
}
