import Link from 'next/link';
import { ClassBadge } from '@/components/ui/class-badge';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { RelativeTime } from '@/components/ui/relative-time';
import { SOURCE_CLASS_FACTS, toSourceClass } from '@/lib/attribution/source-type';
import { claimAddress } from '@/lib/claims/claim-address';
import { wholeQuote } from '@/lib/claims/claim-words';
import { daysWords } from '@/lib/figures/period';
import { STEP_KIND_LABELS } from '@/lib/figures/step-list';
import type { StepItem, StepPage } from '@/lib/figures/throughput';
import { lengthWords, WAIT_BAND_FACTS } from '@/lib/figures/wait';
import { counted } from '@/lib/text/counted';
import { FIGURES_PATH, stepsHref } from './address';

/** The list behind a number of the figures: as many rows as it said, over its pages. */
export function StepsScreen({ page, first }: { page: StepPage; first: boolean }) {
  const { filter, period, total, items, next } = page;
  const waits = filter.what === 'waiting';
  const days = waits ? null : period;
  return (
    <main id="main" tabIndex={-1} className="mx-auto grid w-full max-w-[860px] content-start gap-5 px-4.5 pt-6 pb-18">
      <header className="grid gap-1">
        <h1 className="display text-h2">
          {counted(total, 'claim')} {STEP_KIND_LABELS[filter.what]}
        </h1>
        <p className="text-ink-2">
          {wordsOf(page)} {waits ? <Link href="/review">Review what waits</Link> : null}
        </p>
      </header>
      {items.length === 0 ? (
        <EmptyState
          title={total === 0 ? 'There is none.' : 'The list ends here.'}
          action={<LinkButton href={FIGURES_PATH}>Figures</LinkButton>}
        />
      ) : (
        <ol className="border-rule border-b">
          {items.map((item) => (
            <Row key={item.id} item={item} waits={waits} decided={filter.what === 'decided'} />
          ))}
        </ol>
      )}
      <p className="flex flex-wrap gap-3 empty:hidden" data-screen-only="">
        {first ? null : <LinkButton href={stepsHref(filter, days)}>First page</LinkButton>}
        {next === null ? null : (
          <LinkButton href={stepsHref(filter, days, `${next.at}.${next.id}`)}>{waits ? 'Newer' : 'Older'} claims</LinkButton>
        )}
      </p>
    </main>
  );
}

/** “By Edith Editor, 3 to 9 Nov 2026, in days of UTC.” */
function wordsOf({ filter: { what, waited }, period, person, reasonLabel }: StepPage): string {
  const band = waited === undefined ? null : WAIT_BAND_FACTS[waited].label.toLowerCase();
  if (what === 'waiting') return band === null ? 'The longest waiting first.' : `For ${band}. The longest waiting first.`;
  const parts = [
    person === null ? null : `By ${person.name}`,
    reasonLabel === null ? null : `Reason: ${reasonLabel}`,
    band === null ? null : `After ${band}`,
    daysWords(period),
  ].filter((part) => part !== null);
  return `${parts.join(', ')}, in days of UTC. The newest first.`;
}

function Row({ item, waits, decided }: { item: StepItem; waits: boolean; decided: boolean }) {
  const { claim, article, kind, by, at, waited, reason } = item;
  const c = toSourceClass(claim.sourceType);
  return (
    <li className="grid grid-cols-[44px_minmax(0,1fr)] gap-x-3 border-rule border-t py-3">
      <span className="pt-px">
        <ClassBadge c={c} {...SOURCE_CLASS_FACTS[c]} number={claim.number} />
      </span>
      <div className="grid min-w-0 grid-cols-1 gap-1">
        <Link
          href={claimAddress(article.id, claim.id)}
          prefetch={false}
          dir="auto"
          className="quoted line-clamp-3 max-w-[75ch] break-words text-quote no-underline hover:underline"
        >
          {wholeQuote(claim.spans)}
        </Link>
        {reason === '' ? null : (
          <p dir="auto" className="max-w-[75ch] break-words text-ink-2">
            “{reason}”
          </p>
        )}
        <p className="flex min-w-0 flex-wrap gap-x-3 text-ink-3 text-small">
          <span>
            {decided ? `${kind.charAt(0).toUpperCase()}${kind.slice(1)} by ` : ''}
            <bdi className="text-ink-2">{by.name}</bdi>
          </span>
          <RelativeTime at={at} />
          {waited === null ? null : <span>{waits ? `waits for ${lengthWords(waited)}` : `after ${lengthWords(waited)}`}</span>}
          <span className="min-w-0 truncate">
            in <bdi>{article.title}</bdi>
          </span>
        </p>
      </div>
    </li>
  );
}
