'use client';

import Form from 'next/form';
import { useEffect, useEffectEvent, useRef } from 'react';
import { Button } from '@/components/ui/button';
import { Kbd } from '@/components/ui/kbd';
import { isForElsewhere } from '@/components/ui/keys-elsewhere';
import { areSingleKeysOn, useSingleKeys } from '@/components/ui/single-keys';
import { matchesPress, toPressed } from '@/lib/keys/press';
import type { SearchKind } from '@/lib/search/hit';
import { SEARCH_PATH } from './search-links';

type SearchFieldProps = {
  q: string;
  /** Kept when something else is looked for. */
  kind: SearchKind | undefined;
};

/** A plain GET form; the key leads to it from anywhere on the page. Empty, it takes the focus by itself: one comes here to type. */
export function SearchField({ q, kind }: SearchFieldProps) {
  const field = useRef<HTMLInputElement>(null);
  const [singleKeys] = useSingleKeys();
  useEffect(() => {
    const input = field.current;
    if (input !== null && document.activeElement !== input) input.value = q;
  }, [q]);
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || !areSingleKeysOn()) return;
    if (isForElsewhere(event)) return;
    if (!matchesPress({ key: '/' }, toPressed(event))) return;
    event.preventDefault();
    field.current?.focus();
    field.current?.select();
  });
  useEffect(() => {
    if (field.current?.value === '') field.current.focus();
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
  return (
    <Form action={SEARCH_PATH} role="search" className="flex gap-2">
      {kind === undefined ? null : <input type="hidden" name="in" value={kind} />}
      <span className="relative grid flex-1">
        <input
          ref={field}
          type="search"
          name="q"
          defaultValue={q}
          maxLength={200}
          autoComplete="off"
          aria-label="Search articles, claims and sources"
          aria-keyshortcuts={singleKeys ? '/' : undefined}
          placeholder="Words, or a phrase in quotation marks"
          className="input pr-8"
        />
        {singleKeys ? (
          <span className="search-key">
            <Kbd silent>/</Kbd>
          </span>
        ) : null}
      </span>
      <Button type="submit" tone="primary">
        Search
      </Button>
    </Form>
  );
}
