import type { Metadata } from 'next';
import { SearchScreen } from '@/components/search/search-screen';
import { AppBar } from '@/components/shell/app-bar';
import { loadSearch } from '@/lib/review/search/loaders';
import { searchInput } from '@/lib/search/schema';

export const metadata: Metadata = { title: 'Search' };

type SearchPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function SearchPage({ searchParams }: SearchPageProps) {
  const input = searchInput.parse(await searchParams);
  const { actor, asked, found } = await loadSearch(input);
  return (
    <>
      <AppBar actor={actor} at="search" />
      <SearchScreen input={input} asked={asked} found={found} />
    </>
  );
}
