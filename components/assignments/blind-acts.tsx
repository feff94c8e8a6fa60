import { useState } from 'react';
import { useAct } from '@/components/acting/use-act';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/text-field';
import { endBlind, reopenChecking } from '@/lib/assignments/actions';
import { type Assignment, ENDED_REASON_MAX } from '@/lib/assignments/assignment';
import { toChecking } from '@/lib/assignments/checking';
import { nameIn, useColleagues } from './colleagues';

/** What editors can do about a check that is going on, or is over: end it early, and open parts again. Each is done at once. */
export function BlindActs({ assignment }: { assignment: Assignment }) {
  const colleagues = useColleagues();
  const { articleId, version, parts, endedAt, endedReason } = assignment;
  const [reason, setReason] = useState<string | null>(null);
  const end = useAct(endBlind);
  const reopen = useAct(reopenChecking);
  const handedIn = parts.filter((part) => part.handedInAt !== null);
  const error = end.error ?? reopen.error;
  const { blind } = toChecking(assignment);
  if (!blind && endedAt === null && handedIn.length === 0) return null;
  return (
    <div className="grid gap-2 border-rule border-t pt-3">
      {endedAt === null ? null : (
        <p className="text-small">
          Blind checking was ended early: <bdi className="quoted">{endedReason}</bdi>{' '}
          <Button size="s" onClick={() => void reopen.act({ articleId, version, personId: null })}>
            Go on blind
          </Button>
        </p>
      )}
      {handedIn.map(({ personId }) => (
        <p key={personId} className="text-small">
          <bdi>{nameIn(colleagues, personId)}</bdi> has handed in.{' '}
          <Button size="s" onClick={() => void reopen.act({ articleId, version, personId })}>
            Open again
          </Button>
        </p>
      ))}
      {!blind ? null : reason === null ? (
        <Button size="s" className="justify-self-start" onClick={() => setReason('')}>
          End blind checking early…
        </Button>
      ) : (
        <div className="grid gap-2">
          <TextField
            label="Why it is not waited for the others"
            maxLength={ENDED_REASON_MAX}
            value={reason}
            onChange={({ currentTarget }) => setReason(currentTarget.value)}
          />
          <Button size="s" className="justify-self-start" onClick={() => void end.act({ articleId, version, reason })}>
            End it now
          </Button>
        </div>
      )}
      <p role="status" className="text-alarm text-small empty:hidden">
        {error?.message}
      </p>
    </div>
  );
}
