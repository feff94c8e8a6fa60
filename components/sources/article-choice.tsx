'use client';

import { useRouter } from 'next/navigation';
import type { RegistryFilter } from '@/lib/sources/schema';
import { registryHref } from './registry-links';

type ArticleChoiceProps = {
  filter: RegistryFilter;
  current: string | null;
  articles: readonly { readonly id: string; readonly title: string }[];
};

/** Whose sources come first. An article that is not offered (an older one) stays chosen. */
export function ArticleChoice({ filter, current, articles }: ArticleChoiceProps) {
  const router = useRouter();
  const { article } = filter;
  const missing = article !== undefined && articles.every(({ id }) => id !== article);
  return (
    <select
      aria-label="Group by article"
      className="input min-h-[30px] py-1 text-small"
      value={article ?? ''}
      onChange={({ target }) =>
        router.replace(registryHref({ ...filter, article: target.value === '' ? undefined : target.value }, current), { scroll: false })
      }
    >
      <option value="">All articles</option>
      {articles.map(({ id, title }) => (
        <option key={id} value={id}>
          {title}
        </option>
      ))}
      {missing ? <option value={article}>An older article</option> : null}
    </select>
  );
}
