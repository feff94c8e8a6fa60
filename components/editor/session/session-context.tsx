'use client';

import { createContext, type ReactNode, use, useEffect, useState, useSyncExternalStore } from 'react';
import { required } from '@/lib/kernel/assert';
import { newId } from '@/lib/kernel/ids';
import type { TextRange } from '@/lib/text/offset';
import type { Machine } from '../outbox/outbox-runner';
import { sendWrite } from '../outbox/send-write';
import { isLongText } from '../text/long-text';
import type { Selected } from '../text/selected';
import { createSession, type Session } from './session';
import { useOutboxLife } from './use-outbox-life';
import type { SessionData, View } from './view';

const SessionContext = createContext<Session | null>(null);

const BROWSER: Machine = {
  newKey: newId,
  now: () => Date.now(),
  random: () => Math.random(),
  isOnline: () => navigator.onLine,
  after(ms, callback) {
    const timer = setTimeout(callback, ms);
    return () => clearTimeout(timer);
  },
};

/** Begins one person's work on one article; the bar and the page inside share it. Give it the article's id as `key`. */
export function AnnotateSession({ data, children }: { data: SessionData; children: ReactNode }) {
  const [session] = useState(() => createSession(data, (kept) => sendWrite(data.actor.userId, kept), BROWSER));
  useOutboxLife(session, data.claims);
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
