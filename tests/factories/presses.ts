import type { Pressed } from '@/lib/keys/press';

/** A press of `key` with nothing held, apart from what the test says. `code`, the key's place, decides only on other scripts. */
export function aPress(key: string, held: Partial<Pressed> = {}): Pressed {
  return { key, code: '', shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, altGraph: false, ...held };
}
