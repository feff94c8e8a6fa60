import Link from 'next/link';
import type { ReactNode } from 'react';
import { LinkButton } from '@/components/ui/link-button';
import { can } from '@/lib/permissions/permissions';
import type { Actor } from '@/lib/permissions/roles';
import { AccountMenu } from './account-menu';
import { NavLink } from './nav-link';
import { WORDMARK_LINK } from './wordmark';

export type Place = 'desk' | 'review' | 'sources' | 'figures' | 'search' | 'new';

type AppBarProps = {
  actor: Actor;
  /** Which of the bar's own places this page is. */
  at?: Place | undefined;
  /** What one is working on: takes the place of the navigation, the wordmark still leads to the desk. */
  crumb?: ReactNode;
  /** Progress, save status, the page's main act; before the account. */
  right?: ReactNode;
};

/** The top bar. Each page renders its own, so that a page can fill it with what it is about. */
export function AppBar({ actor, at, crumb, right }: AppBarProps) {
  return (
    <header
      className="sticky top-0 z-30 flex h-[var(--bar-h)] items-center gap-x-2 border-rule border-b bg-paper px-3.5 sm:gap-x-4 sm:pl-4.5"
      data-screen-only=""
    >
      <Link {...WORDMARK_LINK} />
      {crumb === undefined ? (
        <Places actor={actor} at={at} />
      ) : (
        <>
          <span aria-hidden="true" className="h-4 w-px flex-none bg-rule-2" />
          <div className="flex min-w-0 flex-1 items-center gap-2.5">{crumb}</div>
        </>
      )}
      <div className="ml-auto flex min-w-0 items-center gap-3 sm:flex-none sm:gap-4.5">
        {right}
        <AccountMenu name={actor.name} role={actor.role} figures={can(actor, 'figures.read', { deskId: actor.deskId })} />
      </div>
    </header>
  );
}

function Places({ actor, at }: { actor: Actor; at: Place | undefined }) {
  const desk = { deskId: actor.deskId };
  return (
    <nav aria-label="Places" className="flex flex-auto items-center gap-0.5 sm:gap-1">
      <NavLink href="/" current={at === 'desk'}>
        Desk
      </NavLink>
      {can(actor, 'queue.view', desk) ? (
        <NavLink href="/review" current={at === 'review'}>
          Review
        </NavLink>
      ) : null}
      {can(actor, 'source.view', desk) ? (
        <NavLink href="/sources" current={at === 'sources'}>
          Sources
        </NavLink>
      ) : null}
      {/* Where there is no room they are in the account's menu. */}
      {can(actor, 'figures.read', desk) ? (
        <span className="max-sm:hidden">
          <NavLink href="/figures" current={at === 'figures'}>
            Figures
          </NavLink>
        </span>
      ) : null}
      <span className="max-sm:hidden">
        <NavLink href="/search" current={at === 'search'}>
          Search
        </NavLink>
      </span>
      {can(actor, 'article.create', desk) ? (
        <LinkButton href="/articles/new" size="s" className="ml-auto" aria-current={at === 'new' ? 'page' : undefined}>
          <span>
            New<span className="max-sm:sr-only"> article</span>
          </span>
        </LinkButton>
      ) : null}
    </nav>
  );
}
