import { Button } from '@/components/ui/button';
import { ErrorNote } from '@/components/ui/error-note';
import type { Comparison } from '@/lib/adjudication/compare-claims';
import { counted } from '@/lib/text/counted';
import type { Refused } from './use-decisions';
import { placeOf } from './view';

type RefusalsProps = {
  refused: ReadonlyMap<string, Refused>;
  comparisons: readonly Comparison[];
  /** What is shown: its own refusal stands beside it. */
  index: number;
  onGo: (place: number) => void;
  onDismiss: (keys: readonly string[]) => void;
};

/** Decisions that did not go through after one had gone on: told where one is, with the way back. Those of one write are told together. */
export function Refusals({ refused, comparisons, index, onGo, onDismiss }: RefusalsProps) {
  const elsewhere = [...refused].filter(([key]) => key !== comparisons[index]?.key);
  return [...new Set(elsewhere.map(([, { entry }]) => entry))].map((entry) => {
    const some = elsewhere.filter(([, one]) => one.entry === entry);
    const [first] = some;
    if (first === undefined) return null;
    const [, { message, about, claimIds }] = first;
    // What it is compared with now may be others: by any of its claims.
    const place = some.length > 1 ? -1 : (claimIds.map((id) => placeOf(comparisons, id)).find((at) => at !== -1) ?? -1);
    return (
      <ErrorNote
        key={entry}
        title={
          some.length > 1 ? `${counted(some.length, 'decision')} of yours were not kept.` : `Your decision about ${about} was not kept.`
        }
        actions={
          <>
            {place === -1 || place === index ? null : (
              <Button size="s" onClick={() => onGo(place)}>
                Look at it
              </Button>
            )}
            <Button size="s" tone="quiet" onClick={() => onDismiss(some.map(([key]) => key))}>
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
