import { useEffect } from 'react';
import { browserStorage } from '@/components/ui/browser-storage';
import { whenAtRest } from '@/components/ui/when-at-rest';
import { loadChecks } from '../form/load-checks';
import { createEntryStore, type EntryStore } from '../outbox/entry-store';
import { showConflict } from './conflict-acts';
import { followDeleted, readHistory, restoreHistory } from './kept-history';
import { loadParsers, parseKeptWrite } from './load-parsers';
import type { Session } from './session';
import { wasSubmitting } from './submitting';
import { hasUnfinished, restoreUnfinished } from './unfinished';
import { submit } from './write-acts';

/** Runs the outbox while the page is open, and ties it to the browser: connection, other tabs, leaving, coming back. */
export function useOutboxLife(session: Session): void {
  useEffect(() => {
    const { runner, data } = session;
    const store = createEntryStore(browserStorage, { userId: data.actor.userId, articleId: data.article.id }, parseKeptWrite);
    const unsent = () => runner.getSnapshot().outbox.entries.length > 0;
    const on = new AbortController();
    const { signal } = on;
    window.addEventListener('online', () => runner.retry(), { signal });
    window.addEventListener('offline', () => runner.setOnline(false), { signal });
    window.addEventListener('beforeunload', (event) => unsent() && event.preventDefault(), { signal });
    window.addEventListener(
      'storage',
      ({ key, newValue }) => {
        const written = key === null ? null : store.keyOf(key);
        if (written === null) return;
        void loadParsers().then(() => {
          if (signal.aborted) return;
          runner.keptElsewhere(written, newValue === null);
          attend(session, store);
        });
      },
      { signal },
    );
    document.addEventListener(
      'visibilitychange',
      () => {
        if (document.visibilityState !== 'visible') return;
        if (unsent()) runner.retry();
      },
      { signal },
    );
    const unsubscribe = runner.subscribe(() => attend(session, store));
    if (wasSubmitting(session)) session.patch({ submitting: true });
    const begin = () => {
      runner.start();
      attend(session, store);
    };
    if (store.isEmpty() && !hasUnfinished(session) && readHistory(session) === null) begin();
    else {
      // Not saved yet, whatever it is that was left.
      if (!store.isEmpty()) session.patch({ status: { kind: 'saving', slow: true, count: 1 } });
      void loadParsers().then((parsers) => {
        if (signal.aborted) return;
        begin();
        restoreUnfinished(session, parsers);
        restoreHistory(session, parsers.parseHistory);
      });
    }
    // Wanted by the first claim that is saved.
    loadChecks().catch(() => undefined);
    // Another page may leave something while this one has no network.
    const callOff = whenAtRest(() => void loadParsers());
    const leaveDeleted = followDeleted(session);
    return () => {
      on.abort();
      unsubscribe();
      callOff();
      leaveDeleted();
      runner.stop();
    };
  }, [session]);
}

/** What an answer of the server sets going: a waiting Submit, and a conflict nobody is looking at yet. */
function attend(session: Session, store: EntryStore): void {
  const { view, runner } = session;
  const { entries } = runner.getSnapshot().outbox;
  const { mode, submitting } = view.get();
  // What an earlier visit left may still have to be taken up: that is saved first.
  if (submitting && entries.length === 0 && store.isEmpty()) submit(session);
  const conflict = entries.find(({ state, trouble }) => state === 'held' && trouble?.kind === 'conflict');
  if (conflict === undefined || conflict.write.kind === 'submit') return;
  if (
    mode.kind === 'read' ||
    (mode.kind === 'open' && mode.claimId === conflict.write.claimId && mode.moved === null && mode.panel === null)
  )
    showConflict(session, conflict.key);
}
