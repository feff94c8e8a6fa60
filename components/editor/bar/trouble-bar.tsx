import { type ReactNode, type RefObject, useLayoutEffect, useRef } from 'react';
import { Button } from '@/components/ui/button';
import { type SaveStatus, saveStatusText } from '../outbox/save-status';
import { copyWrite, isConflict, showConflict } from '../session/conflict-acts';
import type { Session } from '../session/session';
import { useSession, useView } from '../session/session-context';

/** Under the top bar while something is not saved: what, why, and what can be done. Work goes on below it. */
export function TroubleBar({ stage }: { stage: RefObject<HTMLElement | null> }) {
  const session = useSession();
  const { status, kept, mode } = useView();
  const bar = useRef<HTMLDivElement>(null);
  const quiet =
    status.kind === 'saved' ||
    status.kind === 'saving' ||
    (status.kind === 'held' && mode.kind === 'conflict' && mode.key === status.entry.key);
  const shown = !quiet || (!kept && status.kind !== 'saved');

  // The bar takes its room from the window's top; the text scrolls by as much and stays where it is.
  const height = useRef(0);
  useLayoutEffect(() => {
    const now = bar.current?.offsetHeight ?? 0;
    if (stage.current !== null && now !== height.current) stage.current.scrollTop += now - height.current;
    height.current = now;
  });

  if (!shown) return null;
  return (
    <div ref={bar} className="trouble" data-status={status.kind}>
      <p>
        {quiet ? '' : saveStatusText(status)}
        {kept
          ? ''
          : ' This browser cannot keep unsaved changes (its storage is full or switched off): leave this page open until they are saved.'}
      </p>
      {quiet ? null : actionsFor(session, status)}
    </div>
  );
}

function actionsFor(session: Session, status: SaveStatus): ReactNode {
  const retry = (
    <Button size="s" onClick={() => afterwards(session, () => session.runner.retry())}>
      Try again
    </Button>
  );
  if (status.kind === 'retrying') return retry;
  if (status.kind === 'signed_out') {
    return (
      <>
        <a className="btn s" href="/sign-in" target="_blank" rel="noreferrer">
          Sign in (new tab)
        </a>
        {retry}
      </>
    );
  }
  if (status.kind === 'other_person') {
    return (
      <>
        <Button size="s" onClick={() => window.location.reload()}>
          Reload the page
        </Button>
        {retry}
      </>
    );
  }
  if (status.kind !== 'held') return null;
  const { entry } = status;
  if (isConflict(status.trouble)) {
    return (
      <Button size="s" tone="primary" onClick={() => showConflict(session, entry.key)}>
        See both
      </Button>
    );
  }
  return (
    <>
      {retry}
      <Button size="s" onClick={() => void copyWrite(session, entry)}>
        Copy the text
      </Button>
      <Button size="s" tone="alarm" onClick={() => afterwards(session, () => session.runner.discard(entry.key))}>
        Let it go
      </Button>
    </>
  );
}

/** The bar goes when all is well: the focus goes back to the text before it does. */
function afterwards(session: Session, act: () => void): void {
  session.surface()?.focus();
  act();
}
