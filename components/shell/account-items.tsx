'use client';

import type { ReactElement } from 'react';
import { Menu, MenuItem, MenuLink, MenuNote, MenuRadios, MenuSeparator } from '@/components/ui/menu';
import { useChosenTheme } from '@/components/ui/theme-toggle';
import { THEMES } from '@/components/ui/themes';
import { ROLE_LABELS, type Role } from '@/lib/permissions/roles';

type AccountItemsProps = { name: string; role: Role; figures: boolean; onLeave: () => void; trigger: ReactElement };

export default function AccountItems({ name, role, figures, onLeave, trigger }: AccountItemsProps) {
  const { value, choose } = useChosenTheme();
  return (
    <Menu trigger={trigger} defaultOpen>
      <MenuNote>
        <bdi className="block font-strong text-ink">{name}</bdi>
        {ROLE_LABELS[role]}
      </MenuNote>
      <MenuSeparator />
      <MenuRadios label="Theme" value={value ?? undefined} onChange={choose} options={THEMES} />
      <MenuSeparator />
      <MenuLink href="/search">Search</MenuLink>
      {figures ? <MenuLink href="/figures">Figures</MenuLink> : null}
      <MenuLink href="/reports">Reports</MenuLink>
      <MenuLink href="/calibration">Calibration</MenuLink>
      <MenuLink href="/keys">Keys</MenuLink>
      <MenuLink href="/mail">Mail</MenuLink>
      <MenuItem onSelect={onLeave}>Sign out</MenuItem>
    </Menu>
  );
}
