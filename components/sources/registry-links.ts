import { REGISTRY_PAGE, type RegistryFilter } from '@/lib/sources/schema';

/** The address of the registry with this filter, at a source when one is given; what is at its default is left out. */
export function registryHref({ q, article, shown }: RegistryFilter, sourceId: string | null): string {
  const params = new URLSearchParams();
  if (q !== '') params.set('q', q);
  if (article !== undefined) params.set('article', article);
  if (shown !== REGISTRY_PAGE) params.set('shown', String(shown));
  const path = sourceId === null ? '/sources' : `/sources/${sourceId}`;
  return params.size === 0 ? path : `${path}?${params}`;
}
