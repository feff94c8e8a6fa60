'use client';

import Form from 'next/form';
import { useEffect, useRef } from 'react';
import { Button } from '@/components/ui/button';
import type { ArticleFilter } from './article-filter';

type TitleSearchProps = { filter: ArticleFilter; topics: readonly string[] };

/** Finds titles and topics by address. The fields follow the address without being mounted anew, so that they keep the focus. */
export function TitleSearch({ filter: { q, state, has, topic }, topics }: TitleSearchProps) {
  const title = useRef<HTMLInputElement>(null);
  const choice = useRef<HTMLSelectElement>(null);
  useEffect(() => {
    if (title.current !== null) title.current.value = q;
    if (choice.current !== null) choice.current.value = topic;
  }, [q, topic]);
  // One that an old link names stays to be seen, and to be taken away.
  const offered = topic === '' || topics.includes(topic) ? topics : [topic, ...topics];
  return (
    <Form action="/" scroll={false} role="search" className="flex flex-1 flex-wrap justify-end gap-2 max-sm:basis-full">
      {state === null ? null : <input type="hidden" name="state" value={state} />}
      {has === null ? null : <input type="hidden" name="has" value={has} />}
      {offered.length === 0 ? null : (
        <select
          ref={choice}
          name="topic"
          defaultValue={topic}
          aria-label="Topic"
          className="input min-h-[30px] w-auto max-w-48 py-1 text-small max-sm:max-w-none"
          onChange={({ currentTarget }) => currentTarget.form?.requestSubmit()}
        >
          <option value="">All topics</option>
          {offered.map((each) => (
            <option key={each} value={each}>
              {each}
            </option>
          ))}
        </select>
      )}
      <input
        ref={title}
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
