import { useMemo } from 'react';
import type { SourceOption } from '@/lib/sources/source';
import { useSession, useView } from '../session/session-context';

/** The sources this page knows: those it was opened with, and those named since, with how many claims here lean on each now. */
export function useKnownSources(): readonly SourceOption[] {
  const { data } = useSession();
  const { claims } = useView();
  return useMemo(() => {
    const known = new Map(data.sources.map((source) => [source.id, { ...source, claimsHere: 0 }]));
    for (const { source } of claims) {
      if (source === null) continue;
      const option = known.get(source.id) ?? { ...source, claimsHere: 0, claimsOnDesk: 0 };
      known.set(source.id, {
        ...option,
        claimsHere: option.claimsHere + 1,
        claimsOnDesk: Math.max(option.claimsOnDesk, option.claimsHere + 1),
      });
    }
    return [...known.values()];
  }, [data.sources, claims]);
}
