import { useRouter } from 'next/navigation';
import { useEffect, useEffectEvent } from 'react';

/** Reads the page anew when the person comes back to it: another editor may have decided meanwhile. Not while something is unsaved. */
export function useFresh(isUnsaved: boolean): void {
  const router = useRouter();
  const refresh = useEffectEvent(() => {
    if (document.visibilityState === 'visible' && !isUnsaved) router.refresh();
  });
  useEffect(() => {
    document.addEventListener('visibilitychange', refresh);
    return () => document.removeEventListener('visibilitychange', refresh);
  }, []);
}
