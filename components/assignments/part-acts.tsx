'use client';

import { useState } from 'react';
import { useAct } from '@/components/acting/use-act';
import { Button } from '@/components/ui/button';
import { toast } from '@/components/ui/toast';
import { giveBack, handIn, takeCheck } from '@/lib/assignments/actions';
import type { AppError } from '@/lib/kernel/app-error';

type PartActsProps = { articleId: string; title: string; checkers: number; lapsed: boolean };

/** What one can do with one's own part: hand it in, give it back, or take it again where its time ran out. */
export function PartActs({ articleId, title, checkers, lapsed }: PartActsProps) {
  const [asked, setAsked] = useState(false);
  const done = useAct(handIn);
  const back = useAct(giveBack);
  const again = useAct(takeCheck);
  const error: AppError | null = done.error ?? back.error ?? again.error;
  const busy = done.busy || back.busy || again.busy;

  async function send(): Promise<void> {
    setAsked(false);
    const value = await done.act({ articleId });
    if (value === null) return;
    const waits = checkers > 1 && !value.checked ? ' You see the others’ work once all have handed in.' : '';
    toast(`You have handed in your check of “${title}”.${waits}`);
  }

  return (
    <div className="grid justify-items-end gap-1.5 max-sm:justify-items-start">
      <div className="flex flex-wrap gap-2">
        {lapsed ? (
          <Button size="s" tone="primary" unavailable={busy} onClick={() => void again.act({ articleId })}>
            Take it again
          </Button>
        ) : asked ? (
          <>
            <Button size="s" tone="primary" unavailable={busy} onClick={() => void send()} autoFocus>
              Yes, I am done
            </Button>
            <Button size="s" onClick={() => setAsked(false)}>
              Not yet
            </Button>
          </>
        ) : (
          <>
            <Button size="s" unavailable={busy} onClick={() => setAsked(true)} aria-label={`Hand in my check of ${title}`}>
              Hand in my check
            </Button>
            <Button
              size="s"
              tone="quiet"
              unavailable={busy}
              onClick={() => void back.act({ articleId })}
              aria-label={`Give ${title} back to the pool`}
            >
              Give back
            </Button>
          </>
        )}
      </div>
      <p role="status" className="max-w-[46ch] text-alarm text-small empty:hidden">
        {error?.message}
      </p>
    </div>
  );
}
