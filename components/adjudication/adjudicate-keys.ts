import { type CommandFacts, type KeyMap, type KeySettings, keyMapsOf } from '@/lib/keys/command';

/**
 * The commands of the page on which claims are laid side by side, in one table: what listens, the buttons, the foot, the key sheet and
 * the page on which people choose their own keys all read it. They act wherever the focus is, except in a field.
 */
const group = 'Adjudicating';
const scope = 'anywhere';

export const ADJUDICATE_TABLE = {
  next: { scope, group, press: [{ key: 'j' }], does: 'Next claim' },
  previous: { scope, group, press: [{ key: 'k' }], does: 'Previous claim' },
  nextOpen: { scope, group, press: [{ key: 'n' }], does: 'Next open difference' },
  previousOpen: { scope, group, press: [{ key: 'p' }], does: 'Previous open difference' },
  take1: { scope, group, press: [{ key: '1' }], does: 'As checker A has it, and on' },
  take2: { scope, group, press: [{ key: '2' }], does: 'As checker B has it, and on' },
  take3: { scope, group, press: [{ key: '3' }], does: 'As checker C has it, and on' },
  take4: { scope, group, press: [{ key: '4' }], does: 'As checker D has it, and on' },
  take5: { scope, group, press: [{ key: '5' }], does: 'As checker E has it, and on' },
  merge: { scope, group, press: [{ key: 'm' }], does: 'Merge the words: all that were marked, then only the shared' },
  field: { scope, group, press: [{ key: 'f' }], does: 'Field by field: to the next field' },
  both: { scope, group, press: [{ key: 'b' }], does: 'In a field of text: both, one after the other' },
  none: { scope, group, press: [{ key: 'x' }], does: 'No claim: all are wrong, with a reason' },
  accept: { scope, group, press: [{ key: 'Enter' }], does: 'Accept this agreement, and on' },
  acceptAll: { scope, group, press: [{ key: 'a' }], does: 'Accept all agreements' },
  comment: { scope, group, press: [{ key: 'c' }], does: 'Comments on these claims' },
  undo: { scope, group, press: [{ key: 'z' }], does: 'Undo your last decision' },
  finish: { scope, group, press: [{ key: 'Enter', ctrl: true }], does: 'Finish' },
  help: { scope, group, press: [{ key: '?' }], does: 'Show this sheet' },
} as const satisfies Record<string, CommandFacts>;

export type KeyedCommand = keyof typeof ADJUDICATE_TABLE;
/** Leaves the field that is being decided by itself. */
export type Command = KeyedCommand | 'leaveField';

/** Which command takes what the checker at each place has. */
export const TAKES = ['take1', 'take2', 'take3', 'take4', 'take5'] as const satisfies readonly KeyedCommand[];

/** Keys that are what they are everywhere; on the sheet, and nowhere to be changed. */
export const OTHER_KEYS: readonly { readonly keys: readonly string[]; readonly does: string }[] = [
  { keys: ['Esc'], does: 'Leave the field; decide the whole again' },
  { keys: ['Ctrl ↵'], does: 'In the reason: send it' },
];

/** Under this name the keys of the page are kept. */
export const ADJUDICATE = 'adjudicate';

export type AdjudicateKeyMap = KeyMap<KeyedCommand>;

export const adjudicateKeys: (settings: KeySettings) => AdjudicateKeyMap = keyMapsOf(ADJUDICATE, ADJUDICATE_TABLE);
