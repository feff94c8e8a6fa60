'use client';

import Form from 'next/form';
import { useEffect, useRef } from 'react';
import { Button } from '@/components/ui/button';
import type { ArticleFilter } from './article-filter';

/** Finds titles by address. The field follows the address without being mounted anew, so that it keeps the focus. */
export function TitleSearch({ q, state, has }: Pick<ArticleFilter, 'q' | 'state' | 'has'>) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (field.current !== null) field.current.value = q;
  }, [q]);
  return (
    <Form action="/" scroll={false} role="search" className="flex flex-1 justify-end gap-2 max-sm:basis-full">
      {state === null ? null : <input type="hidden" name="state" value={state} />}
      {has === null ? null : <input type="hidden" name="has" value={has} />}
      <input
        ref={field}
        type="search"
        name="q"
        defaultValue={q}
        aria-label="Find a title"
        placeholder="Find a title"
        className="input max-w-56 min-h-[30px] py-1 max-sm:max-w-none"
      />
      <Button type="submit">Find</Button>
    </Form>
  );
}
