'use client';

import { useTransition } from 'react';
import { Menu, MenuItem, MenuLink, MenuNote, MenuRadios, MenuSeparator } from '@/components/ui/menu';
import { useChosenTheme } from '@/components/ui/theme-toggle';
import { THEMES } from '@/components/ui/themes';
import { signOut } from '@/lib/auth/actions';
import { ROLE_LABELS, type Role } from '@/lib/permissions/roles';

/** Who is signed in, the theme, the way out. */
export function AccountMenu({ name, role }: { name: string; role: Role }) {
  const { value, choose } = useChosenTheme();
  const [leaving, startLeaving] = useTransition();
  return (
    <Menu
      trigger={
        <button type="button" className="btn quiet s min-w-0 max-w-40 max-sm:px-1" aria-label={`Account: ${name}, ${ROLE_LABELS[role]}`}>
          <span className="truncate">
            <bdi>{leaving ? 'Signing out…' : name}</bdi>
          </span>
        </button>
      }
    >
      <MenuNote>
        <bdi className="block font-strong text-ink">{name}</bdi>
        {ROLE_LABELS[role]}
      </MenuNote>
      <MenuSeparator />
      <MenuRadios label="Theme" value={value ?? undefined} onChange={choose} options={THEMES} />
      <MenuSeparator />
      <MenuLink href="/keys">Keys</MenuLink>
      <MenuItem onSelect={() => startLeaving(() => signOut())}>Sign out</MenuItem>
    </Menu>
  );
}
