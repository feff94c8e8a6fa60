import { DEFAULT_KEYS, type KeySettings } from '@/lib/keys/command';

/** How a person likes to work. `version` 0: nothing was ever chosen. */
export type Preferences = KeySettings & { readonly version: number };

export const NO_PREFERENCES: Preferences = { ...DEFAULT_KEYS, version: 0 };
