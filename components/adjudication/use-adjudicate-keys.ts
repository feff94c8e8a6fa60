import { useEffect, useEffectEvent } from 'react';
import { keySettings } from '@/components/ui/key-settings';
import { isForElsewhere } from '@/components/ui/keys-elsewhere';
import { toPressed } from '@/lib/keys/press';
import { adjudicateKeys, type Command } from './adjudicate-keys';

/** Held down, only moving repeats: a key held too long must not decide a page of claims. */
const REPEATS: ReadonlySet<Command> = new Set(['next', 'previous']);

/** Listens for the keys of the table. Keys pressed in a field, a menu or a dialog are not ours; Enter on a control presses that. */
export function useAdjudicateKeys(handle: (command: Command) => void): void {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing) return;
    if (isForElsewhere(event)) return;
    const target = event.target instanceof Element ? event.target : null;
    if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey && target?.closest('a, button, summary') != null) return;
    const command = event.key === 'Escape' ? 'leaveField' : adjudicateKeys(keySettings()).find('anywhere', toPressed(event));
    if (command === null || (event.repeat && !REPEATS.has(command))) return;
    event.preventDefault();
    handle(command);
  });
  useEffect(() => {
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}
