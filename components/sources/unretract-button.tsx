'use client';

import { useAct } from '@/components/acting/use-act';
import { Button } from '@/components/ui/button';
import { toast } from '@/components/ui/toast';
import { unretractSource } from '@/lib/sources/actions';

export function UnretractButton({ source }: { source: { readonly id: string; readonly version: number; readonly name: string } }) {
  const { busy, error, act } = useAct(unretractSource);
  async function takeBack(): Promise<void> {
    if ((await act({ sourceId: source.id, version: source.version })) !== null) toast(`“${source.name}” stands again.`);
  }
  return (
    <>
      <Button size="s" unavailable={busy} onClick={() => void takeBack()}>
        Take the retraction back
      </Button>
      {error === null ? null : (
        <span role="alert" className="text-alarm text-small">
          Not taken back. {error.message}
        </span>
      )}
    </>
  );
}
