import type { Result } from '@/lib/kernel/result';
import type { SourceOption } from './source';

/**
 * The desk's sources whose name matches, those of the article first, asked of GET /api/sources.
 * Called from the browser. Null when no answer came: the caller goes on with the sources it knows.
 */
export async function findSources(query: string, articleId: string, signal: AbortSignal): Promise<readonly SourceOption[] | null> {
  try {
    const response = await fetch(`/api/sources?${new URLSearchParams({ q: query, article: articleId })}`, { signal });
    const result = (await response.json()) as Result<readonly SourceOption[]>;
    return result.ok ? result.value : null;
  } catch {
    // Offline, called off, or an error page; all mean the same to the one who is typing.
    return null;
  }
}
