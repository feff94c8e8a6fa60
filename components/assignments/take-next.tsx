'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useEffectEvent } from 'react';
import { useAct } from '@/components/acting/use-act';
import { Button } from '@/components/ui/button';
import { isForElsewhere } from '@/components/ui/keys-elsewhere';
import { areSingleKeysOn, useSingleKeys } from '@/components/ui/single-keys';
import { takeCheck } from '@/lib/assignments/actions';

/** Takes the most urgent work that nobody has, and opens it. `t` does the same. */
export function TakeNext({ waiting }: { waiting: number }) {
  const router = useRouter();
  const [singleKeys] = useSingleKeys();
  const { busy, error, act } = useAct(takeCheck);

  async function take(): Promise<void> {
    const taken = await act({});
    if (taken !== null) router.push(`/articles/${taken.articleId}`);
  }

  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== 't' || event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.repeat) return;
    if (!areSingleKeysOn() || waiting === 0 || isForElsewhere(event)) return;
    event.preventDefault();
    void take();
  });
  useEffect(() => {
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);

  return (
    <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <Button
        tone="primary"
        unavailable={busy || waiting === 0}
        onClick={() => (waiting === 0 ? undefined : void take())}
        {...(singleKeys ? { shortcut: 't', 'aria-keyshortcuts': 't' } : {})}
      >
        {busy ? 'Taking…' : 'Take the next'}
      </Button>
      <span role="status" className="text-alarm text-small empty:hidden">
        {error?.message}
      </span>
    </span>
  );
}
