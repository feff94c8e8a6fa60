import type { Result } from '@/lib/kernel/result';
import type { GoneClaim } from './gone-claim';

/** What became of a claim a link names, asked of GET /api/articles/<id>/gone from the browser; null when that cannot be told. */
export async function findGone(articleId: string, named: string): Promise<GoneClaim | null> {
  try {
    const response = await fetch(`/api/articles/${articleId}/gone?${new URLSearchParams({ claim: named })}`);
    const result = (await response.json()) as Result<GoneClaim | null>;
    return result.ok ? result.value : null;
  } catch {
    // Offline, or a page that is no JSON: the link still leads nowhere, and that is said.
    return null;
  }
}
