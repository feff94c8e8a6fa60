import { Button } from '@/components/ui/button';
import { entryWords } from './status-words';
import type { Entry } from './triage/act';

/** While decisions could not be sent: which ones, and what can be done. The status line says why. */
export function UnsentBar({ outbox, onRetry }: { outbox: readonly Entry[]; onRetry: () => void }) {
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
        {trouble.kind === 'updated' ? (
          <Button size="s" onClick={() => window.location.reload()}>
            Reload the page
          </Button>
        ) : (
          <Button size="s" onClick={onRetry}>
            Send again
          </Button>
        )}
      </span>
    </div>
  );
}
