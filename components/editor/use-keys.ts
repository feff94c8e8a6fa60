import { useKeySettings } from '@/components/ui/key-settings';
import { type AnnotateKeyMap, annotateKeys } from './keymap';

/** The keys of the annotate page as this person has them, for what prints them. */
export function useKeys(): AnnotateKeyMap {
  return annotateKeys(useKeySettings());
}
