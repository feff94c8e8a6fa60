import { appError } from '@/lib/kernel/app-error';
import { type Result, refused } from '@/lib/kernel/result';
import type { SourceOption } from './source';

/** Between the last key and the question to the server, in ms. */
export const REST = 120;

/**
 * The desk's sources whose name holds `query`, those of the article first, asked of GET /api/sources from the browser.
 * Null when `signal` called the question off: nobody waits for an answer any more. A refusal when the server refused
 * (its own error) or no answer of its came (UNEXPECTED): the caller goes on with the sources it knows.
 */
export async function findSources(query: string, articleId: string, signal: AbortSignal): Promise<Result<readonly SourceOption[]> | null> {
  try {
    const response = await fetch(`/api/sources?${new URLSearchParams({ q: query, article: articleId })}`, { signal });
    const result = (await response.json()) as Result<readonly SourceOption[]>;
    return signal.aborted ? null : result;
  } catch {
    // Called off, offline, or a page that is no JSON.
    return signal.aborted ? null : refused(appError('UNEXPECTED', 'The list of sources cannot be reached.'));
  }
}

/**
 * Asks once the typing has rested for `REST` ms, and hands the answer to `take`. Returns how to call the question off:
 * at the next key, or when the field goes. `take` is then not called.
 */
export function findSourcesAtRest(query: string, articleId: string, take: (answer: Result<readonly SourceOption[]>) => void): () => void {
  const asking = new AbortController();
  const timer = setTimeout(async () => {
    const answer = await findSources(query, articleId, asking.signal);
    if (answer !== null) take(answer);
  }, REST);
  return () => {
    clearTimeout(timer);
    asking.abort();
  };
}
