import { parseAsString, useQueryStates } from 'nuqs';
import { useEffect, useMemo } from 'react';
import type { ShownClaim } from '../outbox/overlay';
import { useSession, useView } from '../session/session-context';
import { type ClaimFilter, parseFilter, toParams } from './claim-filter';
import { listed } from './listed';

const PARAMS = { class: parseAsString, state: parseAsString, by: parseAsString, flag: parseAsString };

/** The filter of the margin, which lives in the address, and how to change it. */
export function useClaimFilter(): readonly [ClaimFilter, (filter: ClaimFilter) => void] {
  const [params, setParams] = useQueryStates(PARAMS, { history: 'replace', shallow: true });
  const filter = useMemo(() => {
    const given = Object.entries(params).flatMap(([name, value]) => (value === null ? [] : [[name, value]]));
    return parseFilter(new URLSearchParams(given));
  }, [params]);
  return [filter, (next) => void setParams(toParams(next))];
}

/** Lets the rest of the page know the filter: which claims n and p go to, which marks step back. Once on the page. */
export function useFilterInSession(): void {
  const session = useSession();
  const [filter, setFilter] = useClaimFilter();
  useEffect(() => session.patch({ filter }), [session, filter]);
  useEffect(() => {
    session.setFilter = setFilter;
  });
}

/** The claims the margin shows. */
export function useListedClaims(): readonly ShownClaim[] {
  const session = useSession();
  const { claims } = useView();
  const [filter] = useClaimFilter();
  return useMemo(() => listed(session, claims, filter), [session, claims, filter]);
}
