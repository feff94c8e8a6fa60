import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { newId } from '@/lib/kernel/ids';
import { createRunner, EMPTY_SNAPSHOT, type Runner, type Snapshot } from './runner';
import { sendAct } from './send-act';

/**
 * The window's runner. It outlives the page, so that a decision under way is not lost by going to another
 * page and back; it belongs to one person, so that nobody sends another's decisions.
 */
let shared: { readonly userId: string; readonly runner: Runner } | null = null;

export function useTriage(userId: string): readonly [Snapshot, Runner] {
  const runner = useMemo(() => getRunner(userId), [userId]);
  const snapshot = useSyncExternalStore(runner.subscribe, runner.getSnapshot, () => EMPTY_SNAPSHOT);
  useEffect(() => {
    const hide = runner.show();
    window.addEventListener('online', runner.nudge);
    return () => {
      window.removeEventListener('online', runner.nudge);
      hide();
    };
  }, [runner]);
  return [snapshot, runner];
}

function getRunner(userId: string): Runner {
  if (typeof window === 'undefined') return newRunner();
  if (shared === null || shared.userId !== userId) {
    shared?.runner.stop();
    shared = { userId, runner: newRunner() };
    warnBeforeUnload(shared.runner);
  }
  return shared.runner;
}

function newRunner(): Runner {
  return createRunner({
    send: sendAct,
    machine: {
      newKey: () => newId(),
      after(ms, callback) {
        const timer = setTimeout(callback, ms);
        return () => clearTimeout(timer);
      },
    },
  });
}

/** The listener is there only while something is unsent: one that always is keeps the page out of the back/forward cache. */
function warnBeforeUnload(runner: Runner): void {
  let warns = false;
  const warn = (event: BeforeUnloadEvent) => event.preventDefault();
  runner.subscribe(() => {
    const unsent = runner.getSnapshot().triage.outbox.length > 0;
    if (unsent === warns) return;
    warns = unsent;
    if (unsent) window.addEventListener('beforeunload', warn);
    else window.removeEventListener('beforeunload', warn);
  });
}
