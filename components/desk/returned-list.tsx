import Link from 'next/link';
import { ClassBadge } from '@/components/ui/class-badge';
import { ListHead } from '@/components/ui/list-head';
import { RelativeTime } from '@/components/ui/relative-time';
import { SOURCE_CLASS_FACTS, toSourceClass } from '@/lib/attribution/source-type';
import { claimAddress } from '@/lib/claims/claim-address';
import type { ListedClaim } from '@/lib/review/queue';
import { firstPart, lastPart } from '@/lib/text/shorten';

/** What came back to its author: the reason first, then the claim in its sentence. */
export function ReturnedList({ items }: { items: readonly ListedClaim[] }) {
  return (
    <section aria-labelledby="returned" className="grid grid-cols-1">
      <ListHead id="returned" title="Returned to you" count={items.length} />
      <ul className="border-rule border-b">
        {items.map((item) => (
          <ReturnedRow key={item.claim.id} item={item} />
        ))}
      </ul>
    </section>
  );
}

function ReturnedRow({ item: { claim, article } }: { item: ListedClaim }) {
  const c = toSourceClass(claim.sourceType);
  return (
    <li className="grid grid-cols-[44px_minmax(0,1fr)] gap-x-3 border-rule border-t py-3.5">
      <div className="pt-px">
        <ClassBadge c={c} {...SOURCE_CLASS_FACTS[c]} number={claim.number} />
      </div>
      <div className="grid min-w-0 gap-1.5">
        {claim.reason === null ? null : (
          <p className="flex flex-wrap items-baseline justify-between gap-x-4">
            <span dir="auto" className="min-w-0 max-w-[75ch] whitespace-pre-line break-words font-medium">
              {claim.reason.text}
            </span>
            <span className="text-small text-ink-3">
              <bdi>{claim.reason.by.name}</bdi>, <RelativeTime at={claim.reason.at} />
            </span>
          </p>
        )}
        <Link href={claimAddress(article.id, claim.id)} className="group block max-w-[75ch] no-underline">
          <Sentence claim={claim} />
          <span className="mt-1 flex min-w-0 gap-1 text-small text-ink-3 group-hover:underline">
            <span className="flex-none">Open in</span>
            <span dir="auto" className="truncate">
              {article.title}
            </span>
          </span>
        </Link>
      </div>
    </li>
  );
}

/** A claim can be as long as its article; here it only has to be recognised. In characters. */
const QUOTE_MAX = 400;

/** The first span in its sentence; more spans are counted. */
function Sentence({ claim }: { claim: ListedClaim['claim'] }) {
  const [first, ...others] = claim.spans;
  if (first === undefined) return null;
  return (
    <span dir="auto" className="quoted block break-words text-quote text-ink-2">
      {lastPart(first.before)}
      <mark data-c={toSourceClass(claim.sourceType)} className="text-ink">
        {firstPart(first.quote, QUOTE_MAX)}
      </mark>
      {firstPart(first.after)}
      {others.length === 0 ? null : ` (and ${others.length} more ${others.length === 1 ? 'span' : 'spans'})`}
    </span>
  );
}
