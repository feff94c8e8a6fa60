import { useEffect, useRef, useState } from 'react';
import { useAct } from '@/components/acting/use-act';
import type { Result } from '@/lib/kernel/result';

/** How long the page is waited for: where it does not come, what was done was done all the same. */
const PATIENCE = 10_000; // milliseconds

/**
 * As `useAct`, and busy until the page shows what was done: a dialog that went before that would uncover a list that is no longer true.
 *
 * @param version of the publication, as the page shows it
 */
export function useShownAct<Sent extends { readonly key: string; readonly actorId?: string }, Value>(
  send: (input: Sent) => Promise<Result<Value>>,
  version: number,
) {
  const { busy, act, ...rest } = useAct(send);
  const [waiting, setWaiting] = useState(false);
  const seen = useRef<() => void>(() => undefined);

  // biome-ignore lint/correctness/useExhaustiveDependencies: it is the change that is waited for, or that this part of the page goes.
  useEffect(() => () => seen.current(), [version]);

  async function actAndSee(input: Parameters<typeof act>[0]): Promise<Value | null> {
    if (waiting) return null;
    const done = await act(input);
    if (done === null) return null;
    setWaiting(true);
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, PATIENCE);
      seen.current = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    setWaiting(false);
    return done;
  }

  return { ...rest, busy: busy || waiting, act: actAndSee };
}
