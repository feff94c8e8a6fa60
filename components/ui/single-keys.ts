import { changeKeySettings, keySettings, useKeySettings } from './key-settings';

/**
 * Whether keys without Ctrl or Alt act (WCAG 2.1.4 asks for a way to switch them off), and how to say so: one choice for
 * all pages.
 */
export function useSingleKeys(): readonly [boolean, (on: boolean) => void] {
  const { singleKeys } = useKeySettings();
  return [singleKeys, setSingleKeys];
}

/** The same for a handler, at the moment of the press. */
export function areSingleKeysOn(): boolean {
  return keySettings().singleKeys;
}

export function setSingleKeys(singleKeys: boolean): void {
  changeKeySettings({ ...keySettings(), singleKeys });
}
