'use client';

import { usePart } from '@/components/ui/use-part';

const load = () => import('./discussion');

type ClaimCommentsProps = {
  claimId: string;
  userId: string;
  edits: boolean;
  /** The claim's article, where nothing else on the page follows what happens in it. */
  follows?: string | undefined;
};

/** What is said about a claim, loaded apart: the page it stands on is read before anybody says something. */
export function ClaimComments(props: ClaimCommentsProps) {
  const part = usePart(load, true);
  return part === null ? <p className="text-ink-3">Being read…</p> : <part.Discussion key={props.claimId} {...props} />;
}
