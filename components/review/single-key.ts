import { useKeySettings } from '@/components/ui/key-settings';
import { type KeyedCommand, type ReviewKeyMap, reviewKeys } from './review-keys';

/** The keys of the review screen as this person has them, for what prints them. */
export function useReviewMap(): ReviewKeyMap {
  return reviewKeys(useKeySettings());
}

type KeyProps = { readonly shortcut?: string; readonly 'aria-keyshortcuts'?: string };

/** What a button says of the key that does the same: nothing where no key does. */
export function useSingleKey(): (...commands: KeyedCommand[]) => KeyProps {
  const keys = useReviewMap();
  return (...commands) => {
    const [shortcut] = commands.flatMap((command) => keys.prints(command));
    const shortcuts = commands.flatMap((command) => keys.aria(command) ?? []).join(' ');
    return shortcut === undefined ? {} : { shortcut, 'aria-keyshortcuts': shortcuts };
  };
}
