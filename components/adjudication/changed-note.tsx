import { Button } from '@/components/ui/button';
import { claimNames } from '@/lib/adjudication/claim-names';
import type { Comparison } from '@/lib/adjudication/compare-claims';
import { decisionWords } from '@/lib/review/adjudicating/decision-words';
import type { Changed } from './meanwhile';

type ChangedNoteProps = { comparison: Comparison; changed: Changed; onGo: (() => void) | null; onDismiss: () => void };

/** A decision that this page showed was changed by somebody else: what it was, what it is, and the way there. */
export function ChangedNote({ comparison, changed: { before, now }, onGo, onDismiss }: ChangedNoteProps) {
  const { parents } = comparison;
  return (
    <div role="status" className="note-changed">
      <p>
        <strong>
          <bdi>{now.by.name}</bdi> changed what was decided about {claimNames(parents)}.
        </strong>{' '}
        Before: {decisionWords(before, parents)}. Now: {now.decision === null ? 'open again' : decisionWords(now.decision, parents)}.
      </p>
      <p className="flex flex-wrap gap-2">
        {onGo === null ? null : (
          <Button size="s" onClick={onGo}>
            Look at it
          </Button>
        )}
        <Button size="s" tone="quiet" onClick={onDismiss}>
          I have seen it
        </Button>
      </p>
    </div>
  );
}
