import { useEffect, useEffectEvent } from 'react';
import { keySettings } from '@/components/ui/key-settings';
import { isForElsewhere } from '@/components/ui/keys-elsewhere';
import { toPressed } from '@/lib/keys/press';
import { DETAIL_ID } from './element-ids';
import { type Command, findCommand, reviewKeys } from './review-keys';

/** Held down, only moving repeats: a key held too long must not approve a page of claims. */
const REPEATS: ReadonlySet<Command> = new Set(['next', 'previous', 'markNext', 'markPrevious']);

/** Listens for the keys of the table. `handle` gets the command; keys pressed in a field, a menu or a dialog are not ours. */
export function useReviewKeys(handle: (command: Command) => void): void {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing) return;
    if (isForElsewhere(event)) return;
    const target = event.target instanceof Element ? event.target : null;
    const onControl = target?.closest('a, button, summary, [role="button"]') != null;
    const command = findCommand(toPressed(event), placeOf(target), reviewKeys(keySettings()), onControl);
    if (command === null || (event.repeat && !REPEATS.has(command))) return;
    event.preventDefault();
    handle(command);
  });
  useEffect(() => {
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}

function placeOf(target: Element | null): 'list' | 'detail' | 'elsewhere' {
  if (target?.closest('[role="listbox"]') != null) return 'list';
  return target?.closest(`#${DETAIL_ID}`) == null ? 'elsewhere' : 'detail';
}
