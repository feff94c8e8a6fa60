import { ErrorNote } from '@/components/ui/error-note';
import { LinkButton } from '@/components/ui/link-button';
import type { AppError } from '@/lib/kernel/app-error';

export type ImportFailure = AppError | 'unreachable';

/** Why there is no article, what became of the text, and what to do. */
export function NotImported({ failure }: { failure: ImportFailure }) {
  if (failure === 'unreachable')
    return <ErrorNote title="No connection.">Hearsay could not be reached. Nothing is lost: try again, the text applies once.</ErrorNote>;
  if (failure.code === 'NOT_SIGNED_IN')
    return (
      <ErrorNote
        title="Not imported."
        actions={
          <LinkButton size="s" href="/sign-in?next=/articles/new">
            Sign in
          </LinkButton>
        }
      >
        Your session has ended. A pasted text is kept in this tab and will be here again; a file has to be chosen again.
      </ErrorNote>
    );
  return <ErrorNote title="Not imported.">{failure.message}</ErrorNote>;
}
