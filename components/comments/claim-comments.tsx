'use client';

import { usePart } from '@/components/ui/use-part';

const load = () => import('./discussion');

type ClaimCommentsProps = { claimId: string; userId: string; edits: boolean };

/** What is said about a claim, loaded apart: the page it stands on is read before anybody says something. */
export function ClaimComments({ claimId, userId, edits }: ClaimCommentsProps) {
  const part = usePart(load, true);
  return part === null ? <p className="text-ink-3">Being read…</p> : <part.Discussion key={claimId} {...{ claimId, userId, edits }} />;
}
