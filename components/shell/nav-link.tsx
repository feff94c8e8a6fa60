import Link from 'next/link';
import type { ReactNode } from 'react';
import { Pending } from '@/components/ui/pending';

export function NavLink({ href, current, children }: { href: string; current: boolean; children: ReactNode }) {
  return (
    <Link
      href={href}
      aria-current={current ? 'page' : undefined}
      className="nav-link relative flex h-7 items-center rounded-m px-1.5 font-medium text-ink-2 no-underline hover:bg-hover hover:text-ink aria-[current=page]:bg-hover aria-[current=page]:text-ink sm:px-2.5"
    >
      {children}
      <Pending />
    </Link>
  );
}
