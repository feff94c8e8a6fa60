'use client';

import { useRouter } from 'next/navigation';
import { useAct } from '@/components/acting/use-act';
import { Button } from '@/components/ui/button';
import { toast } from '@/components/ui/toast';
import { splitSource } from '@/lib/claims/merging/actions';
import type { MergedSource } from '@/lib/sources/source-record';

/** Takes a merge back: what was merged stands for itself again, with all of its own. */
export function SplitButton({ merged }: { merged: MergedSource }) {
  const router = useRouter();
  const { busy, error, act } = useAct(splitSource);
  async function split(): Promise<void> {
    const done = await act({ sourceId: merged.id, version: merged.version });
    if (done === null) return;
    toast(`“${merged.name}” stands for itself again.`, {
      action: { label: 'Open it', run: () => router.push(`/sources/${merged.id}`) },
    });
  }
  return (
    <>
      <Button size="s" unavailable={busy} onClick={() => void split()}>
        Split off<span className="sr-only"> “{merged.name}”</span>
      </Button>
      {error === null ? null : (
        <span role="alert" className="text-alarm text-small">
          Not split off. {error.message}
        </span>
      )}
    </>
  );
}
