import { useEffect, useState } from 'react';
import { findSourcesAtRest } from '@/lib/sources/requests';
import type { SourceOption } from '@/lib/sources/source';

/** The sources known at once (this article's, and those named since) joined by what the desk has for the query, as it arrives. */
export function useSourceFinder(query: string, articleId: string, known: readonly SourceOption[]): readonly SourceOption[] {
  const [found, setFound] = useState<readonly SourceOption[]>([]);
  useEffect(() => findSourcesAtRest(query.trim(), articleId, (answer) => answer.ok && setFound(answer.value)), [query, articleId]);
  const ids = new Set(known.map(({ id }) => id));
  return [...known, ...found.filter(({ id }) => !ids.has(id))];
}
