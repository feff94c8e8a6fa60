import Link from 'next/link';
import { ClassBadge } from '@/components/ui/class-badge';
import { SOURCE_CLASS_FACTS, toSourceClass } from '@/lib/attribution/source-type';
import type { Claim } from '@/lib/claims/claim';
import { claimAddress } from '@/lib/claims/claim-address';
import { wholeQuote } from '@/lib/claims/claim-words';
import { CONTENT_CHECK_LABELS, LIKELIHOOD_FACTS } from '@/lib/claims/finding';
import { type CalibrationInput, LIST_PAGE, type Listed } from '@/lib/reliability/calibration/behind';
import { counted } from '@/lib/text/counted';
import { calibrationHref, LIST_ID } from './address';

export type ClaimRow = { readonly claim: Claim; readonly article: { readonly id: string; readonly title: string } };
type ListName = NonNullable<CalibrationInput['list']>;

type ClaimsBehindProps = {
  list: ListName;
  from: number;
  outcomes: readonly Listed[];
  total: number;
  claims: ReadonlyMap<string, ClaimRow>;
  personId: string | null;
};

/** The list behind a number of the page: a row for each outcome that it counts. */
export function ClaimsBehind({ list, from, outcomes, total, claims, personId }: ClaimsBehindProps) {
  const next = from + outcomes.length;
  return (
    <section id={LIST_ID} aria-labelledby="cal-list" className="cal-list">
      <h2 id="cal-list" className="display">
        {titleOf(list, total)}
      </h2>
      {outcomes.length === 0 ? <p>There is none.</p> : null}
      <ol start={from + 1}>
        {outcomes.map(({ held, claimIds: [first = '', ...more] }) => {
          const row = claims.get(first);
          return row === undefined ? null : (
            <li key={first}>
              <Row {...row} held={held} more={more.length} />
            </li>
          );
        })}
      </ol>
      {total <= LIST_PAGE ? null : (
        <nav aria-label="Pages of this list" className="flex flex-wrap gap-x-4 py-2" data-screen-only="">
          {from === 0 ? null : <Link href={calibrationHref(personId, list, from - LIST_PAGE)}>The {LIST_PAGE} before</Link>}
          {next >= total ? null : (
            <Link href={calibrationHref(personId, list, next)}>
              The next {Math.min(LIST_PAGE, total - next)} of {total.toLocaleString('en')}
            </Link>
          )}
        </nav>
      )}
    </section>
  );
}

function Row({ claim, article, held, more }: ClaimRow & { held: boolean | null; more: number }) {
  const c = toSourceClass(claim.sourceType);
  return (
    <>
      <p dir="auto" className="quoted max-w-[75ch] break-words text-quote">
        <ClassBadge c={c} {...SOURCE_CLASS_FACTS[c]} number={claim.number} size="s" />{' '}
        <Link href={claimAddress(article.id, claim.id)} prefetch={false} className="no-underline hover:underline">
          {wholeQuote(claim.spans)}
        </Link>
      </p>
      <p className="flex flex-wrap gap-x-3 text-ink-3 text-small">
        <span className="text-ink-2">
          {held === null || more === 0
            ? CONTENT_CHECK_LABELS[claim.finding.contentCheck]
            : held
              ? 'All held up'
              : 'One of them did not hold up'}
        </span>
        {more === 0 ? null : <span>and {counted(more, 'claim')} more of one origin that say the same</span>}
        <span>
          in <bdi>{article.title}</bdi>
        </span>
      </p>
    </>
  );
}

function titleOf(list: ListName, count: number): string {
  if (list === 'all') return counted(count, 'outcome');
  if (list === 'late') return `${counted(count, 'claim')} given a likelihood too late`;
  if (list in LIKELIHOOD_FACTS) {
    return `${counted(count, 'outcome')} called “${LIKELIHOOD_FACTS[list as keyof typeof LIKELIHOOD_FACTS].label.toLowerCase()}”`;
  }
  return `${counted(count, 'claim')}: ${CONTENT_CHECK_LABELS[list as keyof typeof CONTENT_CHECK_LABELS].toLowerCase()}`;
}
