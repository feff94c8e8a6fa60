import { Button } from '@/components/ui/button';
import { ErrorNote } from '@/components/ui/error-note';
import { entryWords, refusedWords } from './status-words';
import type { Entry } from './triage/act';
import type { Notice } from './triage/triage';

export { LeaveGuard } from './leave-guard';

type OpenMattersProps = {
  outbox: readonly Entry[];
  /** Refused undos: their claims are not on the list, so the reason stands above it. */
  lost: readonly Notice[];
  /** Refused decisions. Each stays until it was dealt with, however many others follow it. */
  refused: readonly Notice[];
  onRetry: () => void;
  onDismiss: (claimId: string) => void;
  onDismissRefused: () => void;
};

/** Under the top bar: what could not be sent, and what could not be taken back. */
export function OpenMatters({ outbox, lost, refused, onRetry, onDismiss, onDismissRefused }: OpenMattersProps) {
  return (
    <div className="open-matters">
      <UnsentBar outbox={outbox} onRetry={onRetry} />
      {refused.length === 0 ? null : (
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-rule border-b bg-sunken px-4 py-2 sm:px-7.5">
          <p className="min-w-0 max-h-24 overflow-y-auto break-words">{refusedWords(refused)}</p>
          <Button size="s" className="ml-auto" onClick={onDismissRefused}>
            Dismiss
          </Button>
        </div>
      )}
      {lost.map(({ item: { claim }, message }) => (
        <div key={claim.id} className="px-4 pt-3 sm:px-7.5">
          <ErrorNote
            urgent={false}
            title={`The decision on claim ${claim.number} was not taken back.`}
            actions={
              <Button size="s" onClick={() => onDismiss(claim.id)}>
                Let it go
              </Button>
            }
          >
            {message}
          </ErrorNote>
        </div>
      ))}
    </div>
  );
}

/** Which decisions wait and what can be done; the status line tells screen readers. */
function UnsentBar({ outbox, onRetry }: { outbox: readonly Entry[]; onRetry: () => void }) {
  const trouble = outbox[0]?.trouble ?? null;
  if (trouble === null) return null;
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-rule border-b bg-sunken px-4 py-2 sm:px-7.5">
      <p className="min-w-0">
        <strong className="text-alarm">Not sent.</strong> {trouble.message} Still to send: {outbox.map(entryWords).join(', ')}.
      </p>
      <span className="ml-auto flex gap-2">
        {trouble.kind === 'signed_out' ? (
          <a href="/sign-in" target="_blank" rel="noreferrer" className="btn s">
            Sign in, in a new tab
          </a>
        ) : null}
        {trouble.kind === 'updated' || trouble.kind === 'other_person' ? (
          <Button size="s" onClick={() => window.location.reload()}>
            Reload the page
          </Button>
        ) : null}
        {trouble.kind === 'updated' ? null : (
          <Button size="s" onClick={onRetry}>
            Send again
          </Button>
        )}
      </span>
    </div>
  );
}
