'use client';

import { createContext, type ReactNode, useContext } from 'react';
import { Kbd } from '@/components/ui/kbd';
import type { ReturnReason } from '@/lib/review/return-reasons/return-reason';

const Reasons = createContext<readonly ReturnReason[]>([]);

/** The desk's reasons for a return, for the forms that ask for one. */
export function WithReturnReasons({ reasons, children }: { reasons: readonly ReturnReason[]; children: ReactNode }) {
  return <Reasons value={reasons}>{children}</Reasons>;
}

type ReasonChoicesProps = { chosen: string | null; onChoose: (id: string | null) => void };

/** The key that chooses the reason at this place of the list, with Alt; null for those beyond the ninth. */
const keyAt = (at: number) => (at < 9 ? `Alt ${at + 1}` : null);

/** One of the desk's reasons, or none; pressed again it is taken back. */
export function ReasonChoices({ chosen, onChoose }: ReasonChoicesProps) {
  const reasons = useContext(Reasons);
  if (reasons.length === 0) return null;
  return (
    <fieldset>
      <legend className="label mb-1.5">Reason</legend>
      <div className="flex flex-wrap gap-1.5">
        {reasons.map(({ id, label }, at) => (
          <button
            key={id}
            type="button"
            className="btn s"
            aria-pressed={chosen === id}
            aria-keyshortcuts={keyAt(at) === null ? undefined : `Alt+${at + 1}`}
            onClick={() => onChoose(chosen === id ? null : id)}
          >
            {chosen === id ? <span aria-hidden="true">✓</span> : null}
            {label}
            {keyAt(at) === null ? null : <Kbd silent>{keyAt(at)}</Kbd>}
          </button>
        ))}
      </div>
    </fieldset>
  );
}

/** The reasons there are, for what listens to keys. */
export function useReturnReasons(): readonly ReturnReason[] {
  return useContext(Reasons);
}
