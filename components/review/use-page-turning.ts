import { useRouter } from 'next/navigation';
import { useEffect, useEffectEvent, useRef, useState, useTransition } from 'react';
import type { QueuePage } from '@/lib/review/queue';
import type { Snapshot } from './triage/runner';

type Turning = {
  readonly page: QueuePage;
  /** Which list the page belongs to. */
  readonly address: string;
  readonly snapshot: Snapshot;
  /** Every row of the page has been decided. */
  readonly emptied: boolean;
  /** The address of the page after this one, or null. */
  readonly nextHref: string | null;
  /** Another list is there. `focus`: its first row takes over the focus, else that stays with what was used. */
  readonly onArrival: (arrival: { readonly focus: boolean; readonly another: boolean }) => void;
};

/**
 * Loads what comes next by itself, once everything decided has been answered, so that what arrives is
 * counted right: the same address again when the page is empty (the claims after it have moved up), the
 * following page when its last row was decided and others were skipped.
 */
export function usePageTurning({ page, address, snapshot, emptied, nextHref, onArrival }: Turning) {
  const router = useRouter();
  const [loading, startLoading] = useTransition();
  const [pastLast, setPastLast] = useState(false);
  const focusOnArrival = useRef(false);
  const shown = useRef(address);
  const outdated = useRef(false);
  const { outbox, outcome } = snapshot.triage;
  const { elsewhere } = snapshot;
  const idle = outbox.length === 0;

  const arrive = useEffectEvent(() => {
    // Counted while decisions were under way: counted again when they are through.
    outdated.current = !idle;
    onArrival({ focus: focusOnArrival.current, another: shown.current !== address });
    focusOnArrival.current = false;
    shown.current = address;
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new page is the event
  useEffect(() => arrive(), [page]);

  useEffect(() => {
    // The steps that an undo adds to a claim's history come with the page.
    if (outcome?.kind === 'answered' && outcome.act.kind === 'undo') outdated.current = true;
  }, [outcome]);

  useEffect(() => {
    if (elsewhere > 0) outdated.current = true;
  }, [elsewhere]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: an outcome, or another window, may have made the page outdated
  useEffect(() => {
    if (!idle) return;
    if (emptied) focusOnArrival.current = true;
    if (emptied || outdated.current) {
      outdated.current = false;
      startLoading(() => router.refresh());
    } else if (pastLast && nextHref !== null) {
      setPastLast(false);
      focusOnArrival.current = true;
      startLoading(() => router.push(nextHref));
    }
  }, [idle, emptied, pastLast, nextHref, outcome, elsewhere, page, router]);

  return {
    loading,
    go(href: string, { focus = false, replaces = false } = {}): void {
      focusOnArrival.current = focus;
      startLoading(() => (replaces ? router.replace(href) : router.push(href)));
    },
    /** The page's last row was decided. */
    passLast: () => setPastLast(true),
    stay: () => setPastLast(false),
  };
}
