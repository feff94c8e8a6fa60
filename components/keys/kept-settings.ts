import { z } from 'zod';
import { browserStorage } from '@/components/ui/browser-storage';
import { parseKept } from '@/lib/delivery/parse-kept';
import type { KeySettings } from '@/lib/keys/command';
import type { Preferences } from '@/lib/people/preferences';
import { keptKeyOf } from './kept-key';

/** What this browser knows of a person's keys: as the account has them, and what was chosen since and is not there yet. */
export type KeptSettings = { readonly base: Preferences; readonly mine: KeySettings | null };

const settings = z.object({ singleKeys: z.boolean(), keys: z.record(z.string(), z.array(z.string())) });
const kept = z.object({ base: settings.extend({ version: z.int().min(0) }), mine: settings.nullable() }) satisfies z.ZodType<KeptSettings>;

/** False where the browser keeps nothing. */
export function writeKept(userId: string, value: KeptSettings): boolean {
  try {
    const storage = browserStorage();
    storage?.setItem(keptKeyOf(userId), JSON.stringify(value));
    return storage !== null;
  } catch {
    return false;
  }
}

export function readKept(userId: string): KeptSettings | null {
  try {
    return parseSettings(browserStorage()?.getItem(keptKeyOf(userId)) ?? null);
  } catch {
    return null;
  }
}

/** Null for anything this code did not write. */
export function parseSettings(text: string | null): KeptSettings | null {
  return parseKept(kept, text ?? 'null');
}

/** Where the switch was before accounts had it: this browser only. Read once, and gone. */
const OLD_SWITCH = 'hearsay.single-keys';

export function takeOldSwitch(): boolean {
  try {
    const storage = browserStorage();
    const off = storage?.getItem(OLD_SWITCH) === 'off';
    storage?.removeItem(OLD_SWITCH);
    return off;
  } catch {
    return false;
  }
}
