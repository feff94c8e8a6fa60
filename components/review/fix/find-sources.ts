import { useEffect, useRef, useState } from 'react';
import type { Result } from '@/lib/kernel/result';
import type { SourceOption } from '@/lib/sources/source';

export type SourceSearch = { readonly found: readonly SourceOption[]; readonly failed: boolean };

/** Between the last key and the question to the server, in ms. */
const REST = 120;

/** Sources of the desk whose name holds what was typed, those of this article first. `search` may be called at every key. */
export function useSourceSearch(articleId: string) {
  const [state, setState] = useState<SourceSearch>({ found: [], failed: false });
  const running = useRef<{ readonly abort: () => void } | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  function search(query: string): void {
    running.current?.abort();
    const controller = new AbortController();
    const timer = setTimeout(() => void ask(query, controller.signal), REST);
    running.current = {
      abort() {
        clearTimeout(timer);
        controller.abort();
      },
    };
  }

  async function ask(query: string, signal: AbortSignal): Promise<void> {
    try {
      const response = await fetch(`/api/sources?${new URLSearchParams({ q: query, article: articleId })}`, { signal });
      const result = (await response.json()) as Result<readonly SourceOption[]>;
      setState(result.ok ? { found: result.value, failed: false } : { found: [], failed: true });
    } catch {
      // A name can still be typed: the server finds or creates it when the fix is saved.
      if (!signal.aborted) setState({ found: [], failed: true });
    }
  }

  return { ...state, search };
}
