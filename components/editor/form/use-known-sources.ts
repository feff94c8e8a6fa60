import { useMemo } from 'react';
import { type Source, type SourceOption, toNewOption } from '@/lib/sources/source';
import type { ShownClaim } from '../outbox/overlay';
import { useSession, useView } from '../session/session-context';

/** The sources this page knows: those it was opened with, and those named since, with how many claims here lean on each now. */
export function useKnownSources(): readonly SourceOption[] {
  const { data } = useSession();
  const { claims } = useView();
  return useMemo(() => {
    const known = new Map(data.sources.map((source) => [source.id, { ...source, claimsHere: 0 }]));
    for (const source of claims.flatMap(sourcesOf)) {
      const option = known.get(source.id) ?? toNewOption(source);
      known.set(source.id, {
        ...option,
        claimsHere: option.claimsHere + 1,
        claimsOnDesk: Math.max(option.claimsOnDesk, option.claimsHere + 1),
      });
    }
    return [...known.values()];
  }, [data.sources, claims]);
}

/** The sources a claim leans on, by its tag or anywhere in its chain, each once. */
function sourcesOf({ source, chain }: ShownClaim): readonly Source[] {
  const found = [source, ...chain.map((link) => link.source)].filter((one) => one !== null);
  return [...new Map(found.map((one) => [one.id, one])).values()];
}
