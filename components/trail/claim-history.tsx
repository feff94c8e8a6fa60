'use client';

import { usePart } from '@/components/ui/use-part';
import type { HistoryViewProps } from './history-view';

const load = () => import('./history-view');

/** What was done with a claim, loaded apart: the page it stands on is read before anybody asks. */
export function ClaimHistory(props: HistoryViewProps) {
  const part = usePart(load, true);
  return part === null ? <p className="text-ink-3">Being read…</p> : <part.HistoryView key={props.claimId} {...props} />;
}
