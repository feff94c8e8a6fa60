import type { Comparison } from '@/lib/adjudication/compare-claims';
import type { Standing } from '@/lib/adjudication/decision';
import { decisionWords } from '@/lib/review/adjudicating/decision-words';
import { counted } from '@/lib/text/counted';
import { placeOf } from './view';

type LapsedProps = { lapsed: Standing['lapsed']; comparisons: readonly Comparison[]; onGo: (place: number) => void };

const WHY = {
  changed: 'a claim it was about has been changed or taken out since',
  regrouped: 'its claims are compared with others now',
} as const;

/** Decisions that no longer hold, with why, and the way to what they would be about now. */
export function Lapsed({ lapsed, comparisons, onGo }: LapsedProps) {
  if (lapsed.length === 0) return null;
  return (
    <details className="lapsed">
      <summary>{counted(lapsed.length, 'decision')} no longer in force</summary>
      <ul>
        {lapsed.map(({ parents, decision, why }) => {
          const place = parents.map(({ id }) => placeOf(comparisons, id)).find((at) => at !== -1);
          const now = place === undefined ? undefined : comparisons[place];
          return (
            <li key={parents.map(({ id }) => id).join(' ')}>
              “{decisionWords(decision, now?.parents ?? [])}”: {WHY[why]}.{' '}
              {place === undefined ? null : (
                <button type="button" className="underline" onClick={() => onGo(place)}>
                  Decide again
                </button>
              )}
            </li>
          );
        })}
      </ul>
    </details>
  );
}
