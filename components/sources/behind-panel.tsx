import Link from 'next/link';
import { ClassBadge } from '@/components/ui/class-badge';
import { SOURCE_CLASS_FACTS } from '@/lib/attribution/source-type';
import type { Behind, OriginMembership } from '@/lib/reliability/source-claims';
import { counted } from '@/lib/text/counted';

/** Those who reach us only through this source, and the groups it was put in: how many voices it really stands for. */
export function BehindPanel({ behind, groups }: { behind: readonly Behind[]; groups: readonly OriginMembership[] }) {
  return (
    <section aria-labelledby="leans" className="block-section">
      <h2 id="leans">
        Told through it <span>in the chains of its claims</span>
      </h2>
      {behind.length === 0 ? (
        <p className="mt-1 text-ink-3">Nobody is told through this source.</p>
      ) : (
        <ul className="side-list">
          {behind.map(({ id, name, claims, sourceClass }) => (
            <li key={id} className="grid grid-cols-[24px_minmax(0,1fr)_auto] items-center gap-x-2 py-1.5">
              <ClassBadge c={sourceClass} {...SOURCE_CLASS_FACTS[sourceClass]} size="s" />
              <Link href={`/sources/${id}`} className="truncate no-underline hover:underline" title={name}>
                <bdi>{name}</bdi>
              </Link>
              <span className="text-ink-2">
                <span aria-hidden="true">{claims}</span>
                <span className="sr-only">{counted(claims, 'claim')}</span>
              </span>
            </li>
          ))}
        </ul>
      )}
      {groups.map((group) => (
        <OneOrigin key={group.id} group={group} />
      ))}
    </section>
  );
}

/** A person's judgement about one article, in their words. */
function OneOrigin({ group: { name, reason, attested, members, article } }: { group: OriginMembership }) {
  return (
    <div className="mt-3 grid gap-1 break-words text-ink-2">
      <p>
        “<bdi>{name}</bdi>”{members > 1 ? ` counts as one origin with ${counted(members - 1, 'other source')}` : ' counts as an origin'} in{' '}
        <Link href={`/articles/${article.id}`} className="quoted">
          <bdi>{article.title}</bdi>
        </Link>
        .
      </p>
      {reason === '' ? null : (
        <p dir="auto" className="text-small">
          {reason}
        </p>
      )}
      <p className="text-small">
        {attested === null ? 'Whether it is independent of the other origins is not known.' : 'Attested as independent: '}
        {attested === null ? null : <span dir="auto">{attested}</span>}
      </p>
    </div>
  );
}
