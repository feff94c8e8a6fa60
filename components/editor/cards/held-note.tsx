import { useSyncExternalStore } from 'react';
import { Button } from '@/components/ui/button';
import { ErrorNote } from '@/components/ui/error-note';
import type { ShownClaim } from '../outbox/overlay';
import { copyWrite } from '../session/conflict-acts';
import { useSession, useView } from '../session/session-context';

/** On the card of a claim whose last write the server refused: why, and what can be done. */
export function HeldNote({ claim }: { claim: ShownClaim }) {
  const session = useSession();
  const { outbox } = useSyncExternalStore(session.runner.subscribe, session.runner.getSnapshot, session.runner.getSnapshot);
  const entry = outbox.entries.find(({ state, write }) => state === 'held' && write.kind !== 'submit' && write.claimId === claim.id);
  if (entry?.trouble == null || claim.held !== 'refused') return null;
  return (
    <div className="px-3.5 pb-2">
      <ErrorNote
        title="Not saved."
        urgent={false}
        actions={
          <>
            <Button size="s" onClick={() => session.runner.retry()}>
              Try again
            </Button>
            <Button size="s" onClick={() => void copyWrite(session, entry)}>
              Copy the text
            </Button>
            <Button size="s" tone="alarm" onClick={() => session.runner.discard(entry.key)}>
              {entry.write.kind === 'create' ? 'Let the claim go' : 'Let my change go'}
            </Button>
          </>
        }
      >
        {entry.trouble.message}
      </ErrorNote>
    </div>
  );
}

/** On the card, form or panel of a claim that somebody changed while it is open: what they did. Nothing in it is touched. */
export function ElsewhereNote({ claimId }: { claimId: string }) {
  const session = useSession();
  const { elsewhere } = useView();
  if (elsewhere?.claimId !== claimId) return null;
  const saved = session.runner.getSnapshot().saved.get(claimId);
  // Gone with the next version, this person's own among them.
  if (elsewhere.version !== (saved?.version ?? null)) return null;
  return (
    <p className="elsewhere-note" dir="auto">
      {elsewhere.words}
    </p>
  );
}
