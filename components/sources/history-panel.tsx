import { RelativeTime } from '@/components/ui/relative-time';
import type { SourceStep } from '@/lib/sources/source-record';

/** Merges, splits and retractions, newest first. */
export function HistoryPanel({ steps }: { steps: readonly SourceStep[] }) {
  if (steps.length === 0) return null;
  return (
    <section aria-labelledby="history" className="block-section">
      <h2 id="history">History</h2>
      <ul className="side-list">
        {steps.map((step) => (
          <li key={step.id} className="break-words py-1.5">
            <StepWords step={step} />{' '}
            <span className="text-ink-3 text-small">
              <bdi>{step.by.name}</bdi>, <RelativeTime at={step.at} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function StepWords({ step: { what, name, other, reason } }: { step: SourceStep }) {
  if (what === 'retracted' || what === 'unretracted') {
    return (
      <>
        {what === 'retracted' ? 'Retracted: ' : 'Retraction taken back. It said: '}
        <span dir="auto">{reason}</span>
      </>
    );
  }
  return (
    <>
      <bdi className="quoted">{name}</bdi> {what === 'merged' ? 'merged into' : 'split off from'} <bdi className="quoted">{other}</bdi>.
    </>
  );
}
