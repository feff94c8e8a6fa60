import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { browserStorage } from '@/components/ui/browser-storage';
import { whenAtRest } from '@/components/ui/when-at-rest';
import { newId } from '@/lib/kernel/ids';
import { createActStore, type Whose } from './act-store';
import { createRunner, EMPTY_SNAPSHOT, type Runner, type Snapshot } from './runner';

/** With it comes what a fix is checked by: not needed to show the page. */
const loadSend = () => import('./send-act');

/**
 * The window's runner. It outlives the page, so that a decision under way is not lost by going to another
 * page and back; it belongs to one person, so that nobody sends another's decisions.
 */
let shared: (Whose & { readonly runner: Runner }) | null = null;

export function useTriage({ userId, deskId }: Whose): readonly [Snapshot, Runner] {
  const runner = useMemo(() => getRunner({ userId, deskId }), [userId, deskId]);
  const snapshot = useSyncExternalStore(runner.subscribe, runner.getSnapshot, () => EMPTY_SNAPSHOT);
  useEffect(() => {
    const store = createActStore(browserStorage, { userId, deskId });
    const onStorage = ({ key, newValue }: StorageEvent) => {
      const forgotten = key === null || newValue !== null ? null : store.keyOf(key);
      if (forgotten !== null) runner.goneElsewhere(forgotten);
    };
    const hide = runner.show();
    const callOff = whenAtRest(() => void loadSend().catch(() => undefined));
    if (!store.isEmpty()) {
      // Should it not come, they stay kept, and the next page that opens asks again.
      void import('./left-acts').then(
        ({ loadActs }) => runner.adopt(loadActs(browserStorage, { userId, deskId })),
        () => undefined,
      );
    }
    window.addEventListener('online', runner.nudge);
    window.addEventListener('storage', onStorage);
    return () => {
      window.removeEventListener('online', runner.nudge);
      window.removeEventListener('storage', onStorage);
      callOff();
      hide();
    };
  }, [runner, userId, deskId]);
  return [snapshot, runner];
}

function getRunner(whose: Whose): Runner {
  if (typeof window === 'undefined') return newRunner(whose);
  if (shared === null || shared.userId !== whose.userId || shared.deskId !== whose.deskId) {
    shared?.runner.stop();
    shared = { ...whose, runner: newRunner(whose) };
    warnBeforeUnload(shared.runner);
  }
  return shared.runner;
}

function newRunner(whose: Whose): Runner {
  return createRunner({
    // Without it nothing is lost: the act is kept, and tried again as if no answer had come.
    send: async (entries) => (await loadSend()).sendActs(whose.userId, entries),
    store: createActStore(browserStorage, whose),
    machine: {
      newKey: () => newId(),
      now: () => Date.now(),
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
