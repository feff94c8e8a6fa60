'use client';

import { usePart } from '@/components/ui/use-part';
import { useRested } from '@/components/ui/use-rested';

const load = () => import('./discussion');

type ClaimCommentsProps = {
  claimId: string;
  userId: string;
  edits: boolean;
  /** The claim's article, where nothing else on the page follows what happens in it. */
  follows?: string | undefined;
};

/** Loads what shows comments before they are first asked for, so that a claim that is opened offline has its place for them. */
export function useCommentsAhead(): void {
  usePart(load, false);
}

/** What is said about a claim, loaded apart: the claim it stands on is on screen before anybody says something. */
export function ClaimComments(props: ClaimCommentsProps) {
  const part = usePart(load, useRested());
  return part === null ? <p className="text-ink-3">Being read…</p> : <part.Discussion key={props.claimId} {...props} />;
}
