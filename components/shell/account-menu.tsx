'use client';

import { useTransition } from 'react';
import { MenuButton } from '@/components/ui/menu-button';
import { signOut } from '@/lib/auth/actions';
import { ROLE_LABELS, type Role } from '@/lib/permissions/roles';

const loadItems = () => import('./account-items');

/** Who is signed in, the theme, the way out. */
export function AccountMenu({ name, role, figures }: { name: string; role: Role; figures: boolean }) {
  const [leaving, startLeaving] = useTransition();
  return (
    <MenuButton
      load={loadItems}
      given={{ name, role, figures, onLeave: () => startLeaving(() => signOut()) }}
      trigger={
        <button type="button" className="btn quiet s min-w-0 max-w-40 max-sm:px-1" aria-label={`Account: ${name}, ${ROLE_LABELS[role]}`}>
          <span className="truncate">
            <bdi>{leaving ? 'Signing out…' : name}</bdi>
          </span>
        </button>
      }
    />
  );
}
