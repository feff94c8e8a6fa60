import { useEffect, useState } from 'react';
import { findSources } from '@/lib/sources/requests';
import type { SourceOption } from '@/lib/sources/source';

const PAUSE = 120;

/** The sources known at once (this article's, and those named since) joined by what the desk has for the query, as it arrives. */
export function useSourceFinder(query: string, articleId: string, known: readonly SourceOption[]): readonly SourceOption[] {
  const [found, setFound] = useState<readonly SourceOption[]>([]);
  useEffect(() => {
    const asking = new AbortController();
    const timer = setTimeout(async () => {
      const answer = await findSources(query.trim(), articleId, asking.signal);
      if (answer !== null && !asking.signal.aborted) setFound(answer);
    }, PAUSE);
    return () => {
      clearTimeout(timer);
      asking.abort();
    };
  }, [query, articleId]);
  const ids = new Set(known.map(({ id }) => id));
  return [...known, ...found.filter(({ id }) => !ids.has(id))];
}
