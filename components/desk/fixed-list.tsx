import Link from 'next/link';
import { ListHead } from '@/components/ui/list-head';
import { RelativeTime } from '@/components/ui/relative-time';
import { claimAddress } from '@/lib/claims/claim-address';
import type { FixedClaim } from '@/lib/review/fixes/fix';

/** What an editor corrected in this person's claims while approving them: what it was, and what it is. */
export function FixedList({ items }: { items: readonly FixedClaim[] }) {
  return (
    <section aria-labelledby="fixed" className="grid">
      <ListHead id="fixed" title="Fixed and approved" count={items.length} />
      <ul className="border-rule border-b">
        {items.map((item) => (
          <FixedRow key={item.claimId} item={item} />
        ))}
      </ul>
    </section>
  );
}

function FixedRow({ item: { claimId, number, article, by, at, changes } }: { item: FixedClaim }) {
  return (
    <li className="grid gap-2 border-rule border-t py-3.5">
      <p className="flex flex-wrap items-baseline gap-x-3">
        <Link href={claimAddress(article.id, claimId)} className="min-w-0 break-words no-underline hover:underline">
          Claim {number} in <bdi>{article.title}</bdi>
        </Link>
        <span className="text-ink-3 text-small">
          <bdi>{by.name}</bdi>, <RelativeTime at={at} />
        </span>
      </p>
      <dl className="grid max-w-[75ch] gap-1.5">
        {changes.map(({ field, was, is, quoted }) => (
          <div key={field} className="grid gap-x-3 sm:grid-cols-[110px_minmax(0,1fr)]">
            <dt className="text-ink-3 text-small">{field}</dt>
            <dd className={`min-w-0 break-words ${quoted ? 'quoted text-quote' : ''}`}>
              <span className="sr-only">was </span>
              <del dir="auto" className="text-ink-3">
                {was === '' ? 'none' : was}
              </del>{' '}
              <span aria-hidden="true">→ </span>
              <span className="sr-only">is </span>
              <ins dir="auto">{is === '' ? 'none' : is}</ins>
            </dd>
          </div>
        ))}
      </dl>
    </li>
  );
}
