'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useEffect, useRef, useTransition } from 'react';
import { Kbd } from '@/components/ui/kbd';
import type { RegistryFilter } from '@/lib/sources/schema';
import { FIND_ID } from './element-ids';
import { registryHref } from './registry-links';

/** Between the last key and the question, in ms. */
const REST = 160;

type SourceFindProps = { filter: RegistryFilter; current: string | null; firstHref: string | null };

/** Finds as one types, by the address, so that a search can be linked to. Enter goes to the first source; without scripts it searches. */
export function SourceFind({ filter, current, firstHref }: SourceFindProps) {
  const router = useRouter();
  const field = useRef<HTMLInputElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [pending, startTransition] = useTransition();

  useEffect(() => {
    const input = field.current;
    // The address may change under the field, by a link or the back button; what is being typed stays.
    if (input !== null && document.activeElement !== input) input.value = filter.q;
  }, [filter.q]);
  useEffect(() => () => clearTimeout(timer.current), []);

  function search(): void {
    clearTimeout(timer.current);
    const q = field.current?.value.trim() ?? '';
    if (q !== filter.q) startTransition(() => router.replace(registryHref({ ...filter, q }, current), { scroll: false }));
  }

  function submit(event: FormEvent): void {
    event.preventDefault();
    if ((field.current?.value.trim() ?? '') !== filter.q || firstHref === null) return search();
    router.push(firstHref, { scroll: false });
  }

  return (
    <form action="/sources" onSubmit={submit} className="relative" aria-busy={pending || undefined}>
      {filter.article === undefined ? null : <input type="hidden" name="article" value={filter.article} />}
      <input
        ref={field}
        id={FIND_ID}
        type="search"
        name="q"
        maxLength={200}
        defaultValue={filter.q}
        autoComplete="off"
        spellCheck={false}
        aria-label="Find a source by any of its names"
        aria-keyshortcuts="/"
        placeholder="Find a source"
        className="input min-h-[30px] py-1 pr-8"
        onChange={() => {
          clearTimeout(timer.current);
          timer.current = setTimeout(search, REST);
        }}
      />
      <span className="find-key">
        <Kbd silent>/</Kbd>
      </span>
    </form>
  );
}
