import Link from 'next/link';
import type { ReactNode } from 'react';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import type { ArticleHit, ClaimHit, HitPage, SearchKind, SourceHit } from '@/lib/search/hit';
import { SEARCH_KINDS } from '@/lib/search/hit';
import type { SearchInput } from '@/lib/search/schema';
import { QUERY_MAX } from '@/lib/search/words';
import './search.css';
import { ArticleRow, ClaimRow, SourceRow } from './hit-rows';
import { SearchField } from './search-field';
import { KIND_LABELS, searchHref } from './search-links';

type SearchScreenProps = {
  input: SearchInput;
  /** False where there is nothing in the query to look for. */
  asked: boolean;
  found: {
    readonly articles: HitPage<ArticleHit>;
    readonly claims: HitPage<ClaimHit>;
    readonly sources: HitPage<SourceHit>;
  };
};

/** What has the words that were typed, by kind, the newest first. */
export function SearchScreen({ input, asked, found: { articles, claims, sources } }: SearchScreenProps) {
  const count = articles.hits.length + claims.hits.length + sources.hits.length;
  return (
    <main id="main" tabIndex={-1} className="mx-auto grid w-full max-w-[860px] content-start gap-6 px-4.5 pt-6 pb-18">
      <h1 className="display text-h2">Search</h1>
      <div className="grid gap-3">
        <SearchField q={input.q.slice(0, QUERY_MAX)} kind={input.in} />
        <nav aria-label="What is searched" className="flex flex-wrap gap-1">
          <KindLink input={input} kind={undefined} />
          {SEARCH_KINDS.map((kind) => (
            <KindLink key={kind} input={input} kind={kind} />
          ))}
        </nav>
        {input.q.length > QUERY_MAX ? (
          <p className="text-ink-2 text-small">Only the first {QUERY_MAX} characters were looked for.</p>
        ) : null}
      </div>
      {asked ? null : <Unasked q={input.q} />}
      {asked && count === 0 ? (
        <EmptyState title="Nothing has these words.">Every word counts; a word may be begun. Desk notes are not searched.</EmptyState>
      ) : null}
      <Hits kind="article" page={articles} input={input} toRow={(hit) => <ArticleRow key={hit.id} hit={hit} />} />
      <Hits kind="claim" page={claims} input={input} toRow={(hit) => <ClaimRow key={hit.id} hit={hit} />} />
      <Hits kind="source" page={sources} input={input} toRow={(hit) => <SourceRow key={`${hit.id} ${hit.name.text}`} hit={hit} />} />
    </main>
  );
}

function Unasked({ q }: { q: string }) {
  if (q.trim() !== '') return <EmptyState title="There is no word in this.">Type letters or digits.</EmptyState>;
  return (
    <EmptyState title="What are you looking for?">
      Articles by title and text, claims by what they quote and their note, sources by all their names.
    </EmptyState>
  );
}

function KindLink({ input, kind }: { input: SearchInput; kind: SearchKind | undefined }) {
  return (
    <Link
      href={searchHref(input, kind === undefined ? {} : { kind })}
      aria-current={input.in === kind ? 'page' : undefined}
      className="rounded-m px-2.5 py-1 text-ink-2 text-small no-underline hover:bg-hover hover:text-ink aria-[current=page]:bg-hover aria-[current=page]:font-strong aria-[current=page]:text-ink"
    >
      {kind === undefined ? 'Everything' : KIND_LABELS[kind]}
    </Link>
  );
}

type HitsProps<Hit> = { kind: SearchKind; page: HitPage<Hit>; input: SearchInput; toRow: (hit: Hit) => ReactNode };

function Hits<Hit>({ kind, page: { hits, next }, input, toRow }: HitsProps<Hit>) {
  if (hits.length === 0) return null;
  const label = KIND_LABELS[kind];
  const id = `found-${kind}`;
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="pb-2 font-strong">
        {label}
      </h2>
      <ul className="border-rule border-b">{hits.map(toRow)}</ul>
      <p className="flex flex-wrap gap-3 pt-3 empty:hidden">
        {input.in === kind && input.after !== undefined ? <LinkButton href={searchHref(input, { kind })}>First page</LinkButton> : null}
        {next === null ? null : (
          <LinkButton href={searchHref(input, input.in === kind ? { kind, after: next } : { kind })}>
            {input.in === kind ? `Older ${label.toLowerCase()}` : `More ${label.toLowerCase()}`}
          </LinkButton>
        )}
      </p>
    </section>
  );
}
