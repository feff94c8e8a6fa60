import { useKeySettings } from '@/components/ui/key-settings';
import { type AdjudicateKeyMap, adjudicateKeys, type KeyedCommand } from './adjudicate-keys';

export function useAdjudicateMap(): AdjudicateKeyMap {
  return adjudicateKeys(useKeySettings());
}

type KeyProps = { readonly shortcut?: string; readonly 'aria-keyshortcuts'?: string };

/** What a button says of the key that does the same: nothing where no key does. */
export function useKey(): (command: KeyedCommand) => KeyProps {
  const keys = useAdjudicateMap();
  return (command) => {
    const [shortcut, shortcuts] = [keys.print(command), keys.aria(command)];
    return shortcut === undefined || shortcuts === undefined ? {} : { shortcut, 'aria-keyshortcuts': shortcuts };
  };
}
