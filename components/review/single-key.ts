import { useSingleKeys } from '@/components/ui/single-keys';

type KeyProps = { readonly shortcut?: string; readonly 'aria-keyshortcuts'?: string };

/** What a button says of the key that does the same: nothing while single keys are switched off, since then it does not. */
export function useSingleKey(): (key: string) => KeyProps {
  const [on] = useSingleKeys();
  return (key) => (on ? { shortcut: key, 'aria-keyshortcuts': key } : {});
}
