import Link from 'next/link';
import { ClassBadge } from '@/components/ui/class-badge';
import { RelativeTime } from '@/components/ui/relative-time';
import { SOURCE_CLASS_FACTS, type SourceType, toSourceClass } from '@/lib/attribution/source-type';
import { claimAddress } from '@/lib/claims/claim-address';
import { CLAIM_STATE_LABELS, type ClaimState } from '@/lib/claims/claim-state';
import type { ArticleHit, ClaimHit, SourceHit } from '@/lib/search/hit';
import { MarkedText } from './marked-text';

const ROW = 'border-rule border-t py-3';

export function ArticleRow({ hit: { id, title, excerpt, createdAt } }: { hit: ArticleHit }) {
  return (
    <li className={`${ROW} grid gap-1`}>
      <p className="flex flex-wrap items-baseline gap-x-3">
        <Link href={`/articles/${id}`} className="quoted min-w-0 break-words text-[17px] no-underline hover:underline">
          <MarkedText of={title} />
        </Link>
        <span className="text-ink-3 text-small">
          <RelativeTime at={createdAt} />
        </span>
      </p>
      {excerpt === null ? null : (
        <p dir="auto" className="quoted max-w-[75ch] break-words text-ink-2 text-quote">
          <MarkedText of={excerpt} />
        </p>
      )}
    </li>
  );
}

export function ClaimRow({ hit }: { hit: ClaimHit }) {
  const c = toSourceClass(hit.sourceType as SourceType);
  return (
    <li className={`${ROW} grid grid-cols-[44px_minmax(0,1fr)] gap-x-3`}>
      <span className="pt-px">
        <ClassBadge c={c} {...SOURCE_CLASS_FACTS[c]} number={hit.number} />
      </span>
      <div className="grid min-w-0 gap-1">
        <Link
          href={claimAddress(hit.articleId, hit.id)}
          dir="auto"
          className="quoted line-clamp-3 max-w-[75ch] break-words text-quote no-underline hover:underline"
        >
          <MarkedText of={hit.quote} />
        </Link>
        {hit.note.marks.length === 0 ? null : (
          <p dir="auto" className="line-clamp-3 max-w-[75ch] break-words text-ink-2">
            Note: <MarkedText of={hit.note} />
          </p>
        )}
        <p className="flex min-w-0 flex-wrap gap-x-3 text-ink-3 text-small">
          {hit.source === null ? null : <bdi className="text-ink-2">{hit.source}</bdi>}
          <span>{CLAIM_STATE_LABELS[hit.state as ClaimState]}</span>
          <bdi>{hit.checker}</bdi>
          <span className="min-w-0 truncate">
            in <bdi>{hit.articleTitle}</bdi>
          </span>
        </p>
      </div>
    </li>
  );
}

export function SourceRow({ hit: { id, name, aliases, mergedInto } }: { hit: SourceHit }) {
  return (
    <li className={`${ROW} flex flex-wrap items-baseline gap-x-3`}>
      <Link href={`/sources/${id}`} className="min-w-0 break-words no-underline hover:underline">
        <MarkedText of={name} />
      </Link>
      {aliases.map((alias) => (
        <span key={alias.text} className="min-w-0 break-words text-ink-2 text-small">
          also “<MarkedText of={alias} />”
        </span>
      ))}
      {mergedInto === null ? null : (
        <span className="min-w-0 break-words text-ink-3 text-small">
          merged into <bdi>{mergedInto}</bdi>
        </span>
      )}
    </li>
  );
}
