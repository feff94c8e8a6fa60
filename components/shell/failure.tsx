'use client';

import { Button } from '@/components/ui/button';
import { Standalone } from './standalone';

type FailureProps = { error: unknown; retry: () => void };

/** Something broke. What was saved is saved; the reference is what the server wrote to its log. */
export function Failure({ error, retry }: FailureProps) {
  const reference = findDigest(error);
  return (
    <Standalone
      title="This page could not be shown"
      actions={
        <>
          <Button tone="primary" onClick={retry}>
            Try again
          </Button>
          {/* A plain link: the router may be what broke. */}
          <a href="/" className="btn">
            To the desk
          </a>
        </>
      }
    >
      <p>Something went wrong. Whatever was saved before is still saved.</p>
      {reference === null ? null : (
        <p>
          Reference for the log: <code className="mono select-all text-ink">{reference}</code>
        </p>
      )}
    </Standalone>
  );
}

function findDigest(error: unknown): string | null {
  return typeof error === 'object' && error !== null && 'digest' in error && typeof error.digest === 'string' ? error.digest : null;
}
