'use client';

import { useAct } from '@/components/acting/use-act';
import { toast } from '@/components/ui/toast';
import { removeAlias } from '@/lib/sources/actions';
import type { Alias } from '@/lib/sources/source-record';

/** Takes a name away; it can be added again. */
export function RemoveAlias({ source, alias }: { source: { readonly id: string; readonly version: number }; alias: Alias }) {
  const { busy, error, act } = useAct(removeAlias);
  async function remove(): Promise<void> {
    const saved = await act({ sourceId: source.id, version: source.version, aliasId: alias.id });
    if (saved !== null) toast(`“${alias.name}” no longer finds it.`);
  }
  return (
    <>
      <button type="button" className="alias-remove" aria-disabled={busy || undefined} onClick={() => void remove()}>
        <span aria-hidden="true">×</span>
        <span className="sr-only">Remove the name “{alias.name}”</span>
      </button>
      {error === null ? null : (
        <span role="alert" className="px-1 text-alarm text-small">
          Not removed. {error.message}
        </span>
      )}
    </>
  );
}
