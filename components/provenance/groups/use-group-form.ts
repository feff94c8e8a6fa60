import { useRef, useState } from 'react';
import type { OriginGroup } from '@/lib/attribution/origin-group';
import type { OriginGroupInput } from '@/lib/attribution/schema';
import { saveOriginGroup } from '@/lib/claims/origin-groups/actions';
import { createRetryKey } from '@/lib/delivery/retry-key';
import { troubleOfThrow } from '@/lib/delivery/trouble';
import { newId } from '@/lib/kernel/ids';
import { checkGroup, type GroupErrors, type GroupValues, isGroupField, NO_VALUES, toGroupValues } from './group-values';

/** What became of the last try to save, where it did not work. */
export type GroupTrouble =
  | { readonly kind: 'refused'; readonly message: string }
  /** Somebody else was quicker: their version, or null where they deleted it. */
  | { readonly kind: 'conflict'; readonly current: OriginGroup | null };

/** The form of one group, new (`group` null) or there already. What was typed stays whatever the server answers. */
export function useGroupForm(articleId: string, group: OriginGroup | null, onSaved: (saved: OriginGroup) => void) {
  const [values, setValues] = useState<GroupValues>(() => (group === null ? NO_VALUES : toGroupValues(group)));
  const [errors, setErrors] = useState<GroupErrors>({});
  const [trouble, setTrouble] = useState<GroupTrouble | null>(null);
  const [busy, setBusy] = useState(false);
  const target = useRef({ groupId: group?.id ?? '', version: group?.version ?? 0 });
  const [keys] = useState(() => createRetryKey());

  async function send(): Promise<void> {
    if (busy) return;
    if (target.current.groupId === '') target.current = { groupId: newId(), version: 0 };
    const { groupId, version } = target.current;
    const key = keys.for([groupId, version, values]);
    const checked = checkGroup({ key, groupId, articleId, version }, values);
    setErrors('errors' in checked ? checked.errors : {});
    setTrouble(null);
    if ('errors' in checked) return;
    setBusy(true);
    const answer = await save(checked.input);
    setBusy(false);
    if (answer.kind === 'saved') onSaved(answer.group);
    else if (answer.kind === 'field') setErrors({ [answer.field]: answer.message });
    else setTrouble(answer);
  }

  return {
    values,
    errors,
    trouble,
    busy,
    change(part: Partial<GroupValues>): void {
      setValues((before) => ({ ...before, ...part }));
      setErrors({});
    },
    send,
    /** Writes mine over theirs; where they deleted the group, mine is made anew. */
    keepMine(current: OriginGroup | null): Promise<void> {
      target.current = current === null ? { groupId: newId(), version: 0 } : { groupId: current.id, version: current.version };
      return send();
    },
  };
}

type Answer =
  | { readonly kind: 'saved'; readonly group: OriginGroup }
  | { readonly kind: 'field'; readonly field: string; readonly message: string }
  | GroupTrouble;

async function save(input: OriginGroupInput): Promise<Answer> {
  try {
    const result = await saveOriginGroup(input);
    if (result.ok) return { kind: 'saved', group: result.value };
    const { code, message, field, current } = result.error;
    if (code === 'STALE') return { kind: 'conflict', current: (current ?? null) as OriginGroup | null };
    return isGroupField(field) ? { kind: 'field', field, message } : { kind: 'refused', message };
  } catch (error) {
    return { kind: 'refused', message: troubleOfThrow(error).message };
  }
}
