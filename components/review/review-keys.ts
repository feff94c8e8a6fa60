import { type CommandFacts, type KeyMap, type KeySettings, keyMapsOf } from '@/lib/keys/command';
import { matchesPress, type Pressed, printPress } from '@/lib/keys/press';

/**
 * The commands of the review screen, in one table: what listens, the foot, the key sheet, the palette and the page on which
 * people choose their own keys all read it. These keys work wherever the focus is, except in a field; keys of the list and
 * of the details are part of what a list is, and the same for everybody (`LOCAL_KEYS`).
 */
const group = 'Review';
const scope = 'anywhere';

export const REVIEW_TABLE = {
  next: { scope, group, press: [{ key: 'j' }], does: 'Next claim' },
  previous: { scope, group, press: [{ key: 'k' }], does: 'Previous claim' },
  approve: { scope, group, press: [{ key: 'a' }], does: 'Approve and go to the next' },
  fix: { scope, group, press: [{ key: 'f' }], does: 'Fix, then approve' },
  return: { scope, group, press: [{ key: 'r' }], does: 'Return to the checker with a reason' },
  reject: { scope, group, press: [{ key: 'x' }], does: 'Reject with a reason' },
  mark: { scope, group, press: [{ key: 'v' }], does: 'Select the claim, or leave it out again' },
  undo: { scope, group, press: [{ key: 'z' }], does: 'Undo the last decision' },
  open: { scope, group, press: [{ key: 'o' }], does: 'Open the claim in its article' },
  history: { scope, group, press: [{ key: 'h' }], does: 'Show all that was done with the claim' },
  filter: { scope, group, press: [{ key: '/' }], does: 'Go to the filters' },
  palette: { scope, group, press: [{ key: 'k', ctrl: true }], does: 'Find a command' },
  help: { scope, group, press: [{ key: '?' }], does: 'Show this sheet' },
} as const satisfies Record<string, CommandFacts>;

export type KeyedCommand = keyof typeof REVIEW_TABLE;
export type Command = KeyedCommand | 'first' | 'last' | 'read' | 'back' | 'markNext' | 'markPrevious' | 'clear';

/** Keys that act only while a row has the focus, or only inside the details; never switched off. */
const LOCAL_KEYS = {
  list: { ArrowDown: 'next', ArrowUp: 'previous', Home: 'first', End: 'last', Enter: 'read', ' ': 'read', Escape: 'clear' },
  detail: { Escape: 'back' },
} as const satisfies Record<string, Readonly<Record<string, Command>>>;

/** What the foot shows, in its shorter form. */
export const FOOT: readonly { readonly commands: readonly KeyedCommand[]; readonly does: string }[] = [
  { commands: ['next', 'previous'], does: 'next, previous' },
  { commands: ['approve'], does: 'approve and advance' },
  { commands: ['fix'], does: 'fix' },
  { commands: ['return'], does: 'return' },
  { commands: ['reject'], does: 'reject' },
  { commands: ['undo'], does: 'undo the last decision' },
  { commands: ['open'], does: 'open in the article' },
];

/** Keys that live in the list and in the forms themselves; on the sheet, and nowhere to be changed. */
export const OTHER_KEYS: readonly { readonly keys: readonly string[]; readonly does: string }[] = [
  { keys: ['Home', 'End'], does: 'First and last claim of the page' },
  { keys: ['Shift ↓', 'Shift ↑'], does: 'Select the claim and the one below or above' },
  { keys: ['Esc'], does: 'Leave all selected claims out again' },
  { keys: ['↵', 'Space', 'Esc'], does: 'To the claim’s details, and back' },
  { keys: ['Ctrl ↵'], does: 'Send the reason or the fix' },
  { keys: ['Esc'], does: 'Cancel; what was written is kept' },
];

/** Under this name the keys of the page are kept. */
export const REVIEW = 'review';

export type ReviewKeyMap = KeyMap<KeyedCommand>;

export const reviewKeys: (settings: KeySettings) => ReviewKeyMap = keyMapsOf(REVIEW, REVIEW_TABLE);

/** All keys of a command, those of the list included, as printed. */
export function printedKeys(command: KeyedCommand, keys: ReviewKeyMap): readonly string[] {
  return [...keys.prints(command), ...localKeys(command)];
}

/** The keys of a command that act wherever the focus is; where there are none, those that act in the list. */
export function keysInFoot(command: KeyedCommand, keys: ReviewKeyMap): readonly string[] {
  const printed = keys.prints(command).slice(0, 1);
  return printed.length > 0 ? printed : localKeys(command);
}

function localKeys(command: Command): readonly string[] {
  return Object.entries(LOCAL_KEYS.list).flatMap(([key, name]) => (name === command ? [printPress({ key })] : []));
}

/**
 * Which command a key press means, or null. On a button or a link (`onControl`) Enter presses that, whatever the person
 * gave Enter to: otherwise Enter on “Reject” could approve.
 */
export function findCommand(
  pressed: Pressed,
  place: 'list' | 'detail' | 'elsewhere',
  keys: ReviewKeyMap,
  onControl = false,
): Command | null {
  if (onControl && place !== 'list' && pressed.key === 'Enter') return null;
  if (place === 'list' && pressed.shiftKey && !pressed.ctrlKey && !pressed.altKey && !pressed.metaKey) {
    if (pressed.key === 'ArrowDown') return 'markNext';
    if (pressed.key === 'ArrowUp') return 'markPrevious';
  }
  const local: Readonly<Record<string, Command>> = place === 'elsewhere' ? {} : LOCAL_KEYS[place];
  // Shift makes no difference to the other keys of a list.
  const plain = { ...pressed, shiftKey: false };
  const found = Object.entries(local).find(([key]) => matchesPress({ key }, plain))?.[1];
  return found ?? keys.find(scope, pressed);
}
