import Link from 'next/link';
import type { ReactNode } from 'react';
import { NO_FILTER, toDeskAddress } from './article-filter';

type DeskHeadProps = { returned: number; drafts: number; waiting: number; canReview: boolean };

/** What waits for this person, in one line; each number leads to what it counts. */
export function DeskHead({ returned, drafts, waiting, canReview }: DeskHeadProps) {
  const parts: ReactNode[] = [];
  if (returned > 0)
    parts.push(<Count key="returned" href="#returned" count={returned} one="claim came back to you" many="claims came back to you" />);
  if (canReview && waiting > 0)
    parts.push(<Count key="waiting" href="/review" count={waiting} one="claim waits for review" many="claims wait for review" />);
  if (drafts > 0)
    parts.push(
      <Count
        key="drafts"
        href={`${toDeskAddress({ ...NO_FILTER, has: 'draft' })}#articles`}
        count={drafts}
        one="draft of yours is not submitted"
        many="drafts of yours are not submitted"
      />,
    );
  return (
    <header className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
      <h1 className="display text-h2">Desk</h1>
      <p className="text-ink-2">{parts.length === 0 ? 'Nothing waits for you.' : joinWithCommas(parts)}</p>
    </header>
  );
}

function Count({ href, count, one, many }: { href: string; count: number; one: string; many: string }) {
  return (
    <Link href={href}>
      {count} {count === 1 ? one : many}
    </Link>
  );
}

function joinWithCommas(parts: readonly ReactNode[]): ReactNode[] {
  return parts.flatMap((part, index) => (index === 0 ? [part] : [', ', part]));
}
