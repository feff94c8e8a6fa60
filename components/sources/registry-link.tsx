import Link from 'next/link';
import { ClassBadge } from '@/components/ui/class-badge';
import { Pending } from '@/components/ui/pending';
import { SOURCE_CLASS_FACTS } from '@/lib/attribution/source-type';
import type { RegistryRow } from '@/lib/reliability/source-claims';
import { counted } from '@/lib/text/counted';

type RegistryLinkProps = { href: string; row: RegistryRow; claims: number; current: boolean };

/** One source in the list. The marks have their words for those who do not see them. */
export function RegistryLink({ href, row, claims, current }: RegistryLinkProps) {
  const { name, sourceClass, grade, alsoKnownAs, retracted } = row;
  return (
    <Link
      href={href}
      scroll={false}
      data-source={row.id}
      aria-current={current ? 'page' : undefined}
      className="registry-row registry-link"
      title={name}
    >
      <ClassBadge c={sourceClass} {...SOURCE_CLASS_FACTS[sourceClass]} size="s" />
      <span className="grid min-w-0">
        <bdi className={retracted ? 'truncate line-through' : 'truncate'}>{name}</bdi>
        {alsoKnownAs === null ? null : (
          <span className="truncate text-ink-3 text-micro">
            also <bdi className="quoted">{alsoKnownAs}</bdi>
          </span>
        )}
        {retracted ? <span className="text-alarm text-micro">retracted</span> : null}
      </span>
      <span className="registry-grade">
        {grade === null ? null : (
          <>
            <span className="sr-only">grade </span>
            {grade}
          </>
        )}
      </span>
      <span className="text-right text-ink-3">
        <span aria-hidden="true">{claims.toLocaleString('en')}</span>
        <span className="sr-only">{counted(claims, 'claim')}</span>
      </span>
      <Pending />
    </Link>
  );
}
