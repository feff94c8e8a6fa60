import { useEffect, useRef, useState } from 'react';
import { findSourcesAtRest } from '@/lib/sources/requests';
import type { SourceOption } from '@/lib/sources/source';

export type SourceSearch = { readonly found: readonly SourceOption[]; readonly failed: boolean };

/** Sources of the desk whose name holds what was typed, those of this article first. `search` may be called at every key. */
export function useSourceSearch(articleId: string) {
  const [state, setState] = useState<SourceSearch>({ found: [], failed: false });
  const callOff = useRef<(() => void) | null>(null);
  useEffect(() => () => callOff.current?.(), []);

  function search(query: string): void {
    callOff.current?.();
    // After a failure a name can still be typed: the server finds or creates it when the fix is saved.
    callOff.current = findSourcesAtRest(query, articleId, (answer) =>
      setState(answer.ok ? { found: answer.value, failed: false } : { found: [], failed: true }),
    );
  }

  return { ...state, search };
}
