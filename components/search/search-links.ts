import type { SearchKind } from '@/lib/search/hit';
import type { SearchInput } from '@/lib/search/schema';

export const SEARCH_PATH = '/search';

export const KIND_LABELS: Readonly<Record<SearchKind, string>> = { article: 'Articles', claim: 'Claims', source: 'Sources' };

/** The address of a search. Another kind, or another query, begins at its first page. */
export function searchHref(
  { q }: Pick<SearchInput, 'q'>,
  { kind, after }: { readonly kind?: SearchKind; readonly after?: number } = {},
): string {
  const params = new URLSearchParams();
  if (q !== '') params.set('q', q);
  if (kind !== undefined) params.set('in', kind);
  if (after !== undefined) params.set('after', String(after));
  const query = params.toString();
  return query === '' ? SEARCH_PATH : `${SEARCH_PATH}?${query}`;
}
