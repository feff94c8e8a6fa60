'use client';

import { createContext, type ReactNode, use, useEffect, useState, useSyncExternalStore } from 'react';
import { createTabs } from '@/lib/delivery/tabs';
import { required } from '@/lib/kernel/assert';
import { newId } from '@/lib/kernel/ids';
import type { TextRange } from '@/lib/text/offset';
import type { Machine } from '../outbox/outbox-runner';
import { sendWrites } from '../outbox/send-writes';
import { isLongText } from '../text/long-text';
import type { Selected } from '../text/selected';
import { createSession, type Session } from './session';
import { useLive } from './use-live';
import { useOutboxLife } from './use-outbox-life';
import type { SessionData, View } from './view';

const SessionContext = createContext<Session | null>(null);

/** This page, named anew each time it is opened. On the server there is none. */
const TABS = typeof navigator === 'undefined' ? {} : { tabs: createTabs(newId(), navigator.locks ?? null) };

const BROWSER: Machine = {
  ...TABS,
  newKey: newId,
  now: () => Date.now(),
  random: () => Math.random(),
  isOnline: () => navigator.onLine,
  after(ms, callback) {
    const timer = setTimeout(callback, ms);
    return () => clearTimeout(timer);
  },
};

/**
 * Begins one person's work on one article; the bar and the page inside share it. Give it the article's id as `key`. `since`:
 * how far in the audit trail `data` goes.
 */
export function AnnotateSession({ data, since, children }: { data: SessionData; since: number; children: ReactNode }) {
  const [session] = useState(() => createSession(data, (batch) => sendWrites(data.actor.userId, batch), BROWSER));
  useOutboxLife(session);
  useLive(session, since);
  return <SessionContext value={session}>{children}</SessionContext>;
}

export function useSession(): Session {
  return required(use(SessionContext), 'the parts of the annotate page stand inside AnnotateSession');
}

/** What the page shows now. */
export function useView(): View {
  const { view } = useSession();
  return useSyncExternalStore(view.subscribe, view.get, view.get);
}

/** Where the caret is. Changes with every arrow key: read it in small components only. */
export function useSelected(): Selected {
  const { selected } = useSession();
  return useSyncExternalStore(selected.subscribe, selected.get, selected.get);
}

/** The article's sentences; null until a long text has been on screen for a moment, since finding them takes time. */
export function useSentences(): readonly TextRange[] | null {
  const session = useSession();
  const [rested, setRested] = useState(() => !isLongText(session.data.revision.text));
  useEffect(() => {
    if (rested) return;
    const timer = setTimeout(() => setRested(true), 300);
    return () => clearTimeout(timer);
  }, [rested]);
  return rested ? session.sentences() : null;
}
