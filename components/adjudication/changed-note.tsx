import { Button } from '@/components/ui/button';
import { claimNames } from '@/lib/adjudication/claim-names';
import type { Comparison } from '@/lib/adjudication/compare-claims';
import { decisionWords } from '@/lib/review/adjudicating/decision-words';
import { counted } from '@/lib/text/counted';
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

type ChangedNotesProps = {
  changed: ReadonlyMap<string, Changed>;
  comparisons: readonly Comparison[];
  /** Those that are told of another way: what is shown, and what was refused. */
  except: (comparison: Comparison) => boolean;
  onGo: (place: number) => void;
  onDismiss: (keys: readonly string[]) => void;
};

/** More than these are told as one. */
const APART_MAX = 3;

/** What others changed of the decisions elsewhere on the page. */
export function ChangedNotes({ changed, comparisons, except, onGo, onDismiss }: ChangedNotesProps) {
  const notes = comparisons.flatMap((comparison, place) => {
    const one = changed.get(comparison.key);
    return one === undefined || except(comparison) ? [] : [{ comparison, place, changed: one }];
  });
  if (notes.length <= APART_MAX) {
    return notes.map(({ comparison, place, changed: one }) => (
      <ChangedNote
        key={comparison.key}
        {...{ comparison, changed: one }}
        onGo={() => onGo(place)}
        onDismiss={() => onDismiss([comparison.key])}
      />
    ));
  }
  const people = [...new Set(notes.map(({ changed: { now } }) => now.by.name))];
  return (
    <div role="status" className="note-changed">
      <p>
        <strong>{counted(notes.length, 'decision')} that this page showed were changed</strong> by <bdi>{people.join(', ')}</bdi>. In the
        list they stand as they are now, {claimNames(notes[0]?.comparison.parents ?? [])} first.
      </p>
      <p className="flex flex-wrap gap-2">
        <Button size="s" onClick={() => onGo(notes[0]?.place ?? 0)}>
          Look at the first
        </Button>
        <Button size="s" tone="quiet" onClick={() => onDismiss(notes.map(({ comparison }) => comparison.key))}>
          I have seen them
        </Button>
      </p>
    </div>
  );
}
