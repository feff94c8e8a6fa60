import { Button } from '@/components/ui/button';
import { ErrorNote } from '@/components/ui/error-note';
import type { Comparison } from '@/lib/adjudication/compare-claims';
import type { Refused } from './use-decisions';
import { claimNames } from './view';

type RefusalsProps = {
  refused: ReadonlyMap<string, Refused>;
  comparisons: readonly Comparison[];
  /** What is shown: its own refusal stands beside it. */
  index: number;
  onGo: (place: number) => void;
  onDismiss: (key: string) => void;
};

/** Decisions that did not go through after one had gone on: told where one is, with the way back. */
export function Refusals({ refused, comparisons, index, onGo, onDismiss }: RefusalsProps) {
  return [...refused].map(([key, { message }]) => {
    const place = comparisons.findIndex((comparison) => comparison.key === key);
    const comparison = comparisons[place];
    if (place === index) return null;
    return (
      <ErrorNote
        key={key}
        title={
          comparison === undefined ? 'A decision of yours was not kept.' : `Your decision about ${claimNames(comparison)} was not kept.`
        }
        actions={
          <>
            {comparison === undefined ? null : (
              <Button size="s" onClick={() => onGo(place)}>
                Look at it
              </Button>
            )}
            <Button size="s" tone="quiet" onClick={() => onDismiss(key)}>
              Leave it as it is
            </Button>
          </>
        }
      >
        {message}
      </ErrorNote>
    );
  });
}
