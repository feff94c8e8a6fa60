'use client';

import { useEffect } from 'react';
import { REGISTRY_ID } from './element-ids';

let followed = false;

/**
 * Each source's page brings a list of its own: this one is scrolled to the open source, and takes the focus back where
 * that was in the list before, so that one goes on from there by Tab or arrow.
 */
export function RegistryReturn() {
  useEffect(() => {
    const registry = document.getElementById(REGISTRY_ID);
    const current = registry?.querySelector<HTMLElement>('a[aria-current="page"]');
    current?.scrollIntoView({ block: 'nearest' });
    if (followed) current?.focus({ preventScroll: true });
    followed = false;
    const follow = ({ target }: Event) => {
      followed = target instanceof Element && target.closest('a[data-source]') !== null;
    };
    registry?.addEventListener('click', follow);
    return () => registry?.removeEventListener('click', follow);
  }, []);
  return null;
}
