import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { createRetryKey } from '@/lib/delivery/retry-key';
import { sendOnce } from '@/lib/delivery/send-once';
import type { AppError } from '@/lib/kernel/app-error';
import type { Result } from '@/lib/kernel/result';
import { useActorId } from './acting-as';

/** What every write carries beside what it is about. */
type Carried = { readonly key: string; readonly actorId?: string };

/**
 * Sends one write of a dialog or a button. What was refused, or never answered, stands in `error` until the next try, and the form
 * keeps what was typed. The same input is sent again with its key, so that a lost answer does not apply it twice. The page
 * is read again where somebody was quicker, and after it was done, unless the caller goes elsewhere (`leaves`).
 */
export function useAct<Sent extends Carried, Value>(send: (input: Sent) => Promise<Result<Value>>, { leaves = false } = {}) {
  const router = useRouter();
  const actorId = useActorId();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  const [keys] = useState(() => createRetryKey());

  async function act(input: Omit<Sent, keyof Carried>): Promise<Value | null> {
    if (busy) return null;
    const key = keys.for(input);
    setBusy(true);
    setError(null);
    // With what Omit took away it is whole again, which TypeScript cannot see of a type parameter.
    const result = await sendOnce(send, { ...input, key, actorId } as unknown as Sent);
    setBusy(false);
    if (result.ok) {
      keys.done();
      if (!leaves) router.refresh();
      return result.value;
    }
    setError(result.error);
    if (result.error.code === 'STALE' || result.error.code === 'NOT_FOUND') router.refresh();
    return null;
  }

  return { busy, error, act, forget: () => setError(null) };
}
