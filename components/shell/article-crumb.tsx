import Link from 'next/link';

/** Where a page about an article stands: its title, which leads back to it, and what the page is. */
export function ArticleCrumb({ article, page }: { article: { readonly id: string; readonly title: string }; page: string }) {
  return (
    <>
      <Link href={`/articles/${article.id}`} className="truncate font-medium no-underline hover:underline" title={article.title}>
        <bdi>{article.title}</bdi>
      </Link>
      <span aria-hidden="true" className="text-ink-3">
        ›
      </span>
      <b className="flex-none font-medium">{page}</b>
    </>
  );
}
