'use client';

import { useState } from 'react';
import { ClaimComments } from '@/components/comments/claim-comments';
import { Button } from '@/components/ui/button';

type OutcomeCommentsProps = { claimId: string; number: number; userId: string; edits: boolean };

/** What was said about a claim that another stands for now, read once it is asked for. */
export function OutcomeComments({ claimId, number, userId, edits }: OutcomeCommentsProps) {
  const [open, setOpen] = useState(false);
  return (
    <div className="grid justify-items-start gap-2">
      <Button size="s" tone="quiet" aria-expanded={open} aria-label={`Comments on C${number}`} onClick={() => setOpen(!open)}>
        Comments
      </Button>
      {open ? <ClaimComments claimId={claimId} userId={userId} edits={edits} /> : null}
    </div>
  );
}
