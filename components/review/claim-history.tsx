import { HistoryToggle } from '@/components/trail/history-toggle';
import { stepWords } from '@/lib/claims/step-words';
import type { ClaimTransition } from '@/lib/review/history';
import { HISTORY_ID } from './element-ids';
import { useSingleKey } from './single-key';
import { TimeAgo } from './time-ago';

/** One step of a claim's life, as the details show it. */
export type ReviewStep = Pick<ClaimTransition, 'id' | 'claimId' | 'event' | 'actor' | 'at' | 'reason'>;

type ClaimHistoryProps = {
  claim: { readonly id: string; readonly version: number };
  steps: readonly ReviewStep[];
  userId: string;
  now: number;
};

export function ClaimHistory({ claim, steps, userId, now }: ClaimHistoryProps) {
  const single = useSingleKey();
  return (
    <section aria-labelledby="claim-history" className="mt-4.5 border-rule border-t pt-3">
      <h3 id="claim-history" className="font-strong">
        What happened so far
      </h3>
      <ol className="mt-2 grid gap-2">
        {steps.map(({ id, event, actor, at, reason }) => (
          <li key={id} className="grid gap-0.5">
            <p>
              <bdi className="font-medium">{actor.id === userId ? 'You' : actor.name}</bdi> {stepWords(event)}{' '}
              <span className="text-ink-3 text-small">
                <TimeAgo at={at} now={now} />
              </span>
            </p>
            {reason === '' ? null : (
              <blockquote dir="auto" className="quoted whitespace-pre-wrap break-words border-rule-2 border-s-2 ps-2.5 text-quote">
                {reason}
              </blockquote>
            )}
          </li>
        ))}
      </ol>
      <HistoryToggle claim={claim} userId={userId} button={{ id: HISTORY_ID, ...single('history') }} />
    </section>
  );
}
