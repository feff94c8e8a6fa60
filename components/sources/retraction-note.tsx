import Link from 'next/link';
import { Fragment } from 'react';
import { claimAddress } from '@/lib/claims/claim-address';
import type { LeaningArticle, SourceRecord } from '@/lib/sources/source-record';
import { counted } from '@/lib/text/counted';
import { Arrival } from './arrival';
import { UnretractButton } from './unretract-button';
import { longDay } from './words';

/** How many articles the note names before it leaves the rest to the list below. */
const ARTICLES_NAMED = 30;

type RetractionNoteProps = {
  record: SourceRecord;
  articles: readonly LeaningArticle[];
  mayRetract: boolean;
  /** The address of the list of claims from after one of them on. */
  claimsAfter: (articleId: string, number: number) => string;
};

/** Why the source no longer stands, and everything that leans on it: every claim is here, or one link further in the list of claims. */
export function RetractionNote({ record, articles, mayRetract, claimsAfter }: RetractionNoteProps) {
  const { retraction } = record;
  if (retraction === null) return null;
  const last = articles[ARTICLES_NAMED - 1];
  const claims = articles.reduce((sum, { claimNumbers }) => sum + claimNumbers.length, 0);
  return (
    <Arrival
      name={`retraction ${record.id}`}
      label="Retracted"
      className="note-alarm col-span-full mt-4 grid gap-2 rounded-m bg-alarm-wash px-3 py-2.5"
    >
      <p className="break-words">
        <strong className="text-alarm">Retracted on {longDay(retraction.at)}.</strong> <span dir="auto">{retraction.reason}</span>
      </p>
      <p className="font-medium">
        {claims === 0
          ? 'No claim leans on it.'
          : `${counted(claims, 'claim')} in ${counted(articles.length, 'article')} ${claims === 1 ? 'leans' : 'lean'} on it:`}
      </p>
      {articles.length === 0 ? null : (
        <ul className="grid gap-1">
          {articles.slice(0, ARTICLES_NAMED).map((article) => (
            <li key={article.id} className="min-w-0 break-words">
              <Link href={`/articles/${article.id}`} className="quoted">
                <bdi>{article.title}</bdi>
              </Link>{' '}
              <Numbers article={article} claimsAfter={claimsAfter} />
            </li>
          ))}
        </ul>
      )}
      {last !== undefined && articles.length > ARTICLES_NAMED ? (
        <Link href={claimsAfter(last.id, last.claimNumbers.at(-1) ?? 0)}>
          and {counted(articles.length - ARTICLES_NAMED, 'more article')}, in the list of claims
        </Link>
      ) : null}
      <p className="text-ink-2 text-small">Reports that were handed over are not listed: Hearsay does not keep them yet.</p>
      {mayRetract ? (
        <p className="flex flex-wrap items-center gap-2">
          <UnretractButton source={record} />
        </p>
      ) : null}
    </Arrival>
  );
}

/** "C2, C3 and 12 more". */
function Numbers({
  article: { id, claimNumbers, claimIds },
  claimsAfter,
}: { article: LeaningArticle } & Pick<RetractionNoteProps, 'claimsAfter'>) {
  const more = claimNumbers.length - claimIds.length;
  return (
    <span className="text-small">
      {claimIds.map((claimId, place) => (
        <Fragment key={claimId}>
          {place === 0 ? '' : ', '}
          <Link href={claimAddress(id, claimId)} prefetch={false}>
            C{claimNumbers[place]}
          </Link>
        </Fragment>
      ))}
      {more > 0 ? (
        <>
          {' and '}
          <Link href={claimsAfter(id, claimNumbers[claimIds.length - 1] ?? 0)}>{more.toLocaleString('en')} more</Link>
        </>
      ) : null}
    </span>
  );
}
