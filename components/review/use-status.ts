import { useState } from 'react';
import { outcomeWords, pendingWords } from './status-words';
import type { Snapshot } from './triage/runner';

/** The status line: what is stuck or under way first, else the last thing said or done. A sentence once said does not change. */
export function useStatus(snapshot: Snapshot, left: number | null) {
  const { outcome, outbox } = snapshot.triage;
  const [told, setTold] = useState({ outcome, text: '', alarm: false });
  if (told.outcome !== outcome) {
    setTold({ outcome, text: outcome === null ? '' : outcomeWords(outcome, left), alarm: outcome?.kind === 'refused' });
  }
  const pending = pendingWords(snapshot);
  return {
    status: pending ?? told.text,
    alarm: pending === null ? told.alarm : outbox[0]?.trouble != null,
    say: (text: string) => setTold({ outcome, text, alarm: false }),
  };
}
