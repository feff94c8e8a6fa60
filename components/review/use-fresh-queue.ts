import { useRouter } from 'next/navigation';
import { useEffect, useEffectEvent, useRef } from 'react';
import type { QueueItem, QueuePage } from '@/lib/review/queue';
import type { Runner, Snapshot } from './triage/runner';

/** A page younger than this, in ms, is not asked for again when the window comes back to the front. */
const FRESH_FOR = 10_000;

type Fresh = {
  readonly page: QueuePage;
  readonly snapshot: Snapshot;
  readonly runner: Runner;
  /** What is being read: it stays in its place, whatever others did with it. */
  readonly reading: QueueItem | null;
  /** A form is open. What it was opened on must not change under it. */
  readonly busy: boolean;
};

/** Brings in what other people did: when the window comes back to the front, and once a refusal showed that the page is behind. */
export function useFreshQueue({ page, snapshot, runner, reading, busy }: Fresh): void {
  const router = useRouter();
  const { outbox, outcome } = snapshot.triage;
  const idle = outbox.length === 0;
  const seen = useRef(outcome);
  const outdated = useRef(false);
  const asked = useRef(0);

  const renew = useEffectEvent(() => {
    if (!outdated.current || !idle || busy) return;
    outdated.current = false;
    if (reading !== null) runner.keepReading(reading);
    router.refresh();
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new page is the event
  useEffect(() => {
    asked.current = Date.now();
  }, [page]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: what held it up may be over
  useEffect(() => {
    if (seen.current !== outcome && outcome?.kind === 'refused' && outcome.current !== undefined) outdated.current = true;
    seen.current = outcome;
    renew();
  }, [outcome, idle, busy]);

  useEffect(() => {
    let gone = false;
    const onFocus = () => {
      const now = Date.now();
      if (!navigator.onLine || now - asked.current < FRESH_FOR) return;
      asked.current = now;
      // Asked first: a refresh that gets no answer makes Next load the page anew, and the list would be lost to an error page.
      fetch('/api/health', { cache: 'no-store' }).then(
        ({ ok }) => {
          if (!ok || gone) return;
          outdated.current = true;
          renew();
        },
        () => undefined,
      );
    };
    window.addEventListener('focus', onFocus);
    return () => {
      gone = true;
      window.removeEventListener('focus', onFocus);
    };
  }, []);
}
