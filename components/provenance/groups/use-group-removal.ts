import { useRef, useState } from 'react';
import { toast } from '@/components/ui/toast';
import type { OriginGroup } from '@/lib/attribution/origin-group';
import { deleteOriginGroup, restoreOriginGroup, saveOriginGroup } from '@/lib/claims/origin-groups/actions';
import { troubleOfThrow } from '@/lib/delivery/trouble';
import type { AppError } from '@/lib/kernel/app-error';
import type { Result } from '@/lib/kernel/result';

type Removed = { readonly id: string; readonly version: number; readonly name: string };

type Told = {
  readonly onRemoved: () => void;
  readonly onRestored: (group: OriginGroup) => void;
  readonly onTakenOut: (group: OriginGroup) => void;
  /** Somebody else was quicker: the list is not the newest. */
  readonly onChanged: () => void;
};

/** Taking sources out of a group, deleting it, and taking that back: from the toast, and from where the group stood. */
export function useGroupRemoval({ onRemoved, onRestored, onTakenOut, onChanged }: Told) {
  const [removed, setRemoved] = useState<Removed | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const busy = useRef(false);

  async function act<Value>(send: () => Promise<Result<Value>>, then: (value: Value) => void, stale: string): Promise<void> {
    if (busy.current) return;
    busy.current = true;
    setRefusal(null);
    const result = await attempt(send);
    busy.current = false;
    if (result.ok) return then(result.value);
    setRefusal(result.error.code === 'STALE' ? stale : result.error.message);
    if (result.error.code === 'STALE') onChanged();
  }

  function undo(target: Removed): Promise<void> {
    const { id: groupId, version, name } = target;
    return act(
      () => restoreOriginGroup({ key: crypto.randomUUID(), groupId, version }),
      (group) => {
        setRemoved(null);
        onRestored(group);
      },
      `Somebody has brought “${name}” back already.`,
    );
  }

  return {
    removed,
    refusal,
    remove({ id, version, name }: OriginGroup): Promise<void> {
      return act(
        () => deleteOriginGroup({ key: crypto.randomUUID(), groupId: id, version }),
        (gone) => {
          const made = { ...gone, name };
          setRemoved(made);
          onRemoved();
          toast(`“${name}” is deleted.`, { action: { label: 'Undo', run: () => void undo(made) } });
        },
        `Somebody else changed “${name}” meanwhile. This is how it stands now; delete it if you still want to.`,
      );
    },
    /** In one act, without the form. */
    takeOut({ id, version, articleId, name, sourceIds, reason, attested }: OriginGroup, gone: ReadonlySet<string>): Promise<void> {
      const rest = sourceIds.filter((sourceId) => !gone.has(sourceId));
      const stale = `Somebody else changed “${name}” meanwhile. This is how it stands now.`;
      const group = { groupId: id, version, articleId, name, reason, attested };
      return act(() => saveOriginGroup({ key: crypto.randomUUID(), ...group, sourceIds: rest }), onTakenOut, stale);
    },
    undo: () => (removed === null ? undefined : void undo(removed)),
  };
}

async function attempt<Value>(send: () => Promise<Result<Value>>): Promise<Result<Value>> {
  try {
    return await send();
  } catch (error) {
    const { message } = troubleOfThrow(error);
    return { ok: false, error: { code: 'UNEXPECTED', message } satisfies AppError };
  }
}
