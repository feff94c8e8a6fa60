import { matchesPress, type Pressed, printPress } from '@/lib/keys/press';

/**
 * The keys of the review screen, in one table: what listens, the foot and the key sheet all read it.
 * `single` keys work wherever the focus is, except in a field, and can be switched off (WCAG 2.1.4);
 * `inList` keys only while a row has the focus, `inDetail` keys only inside the details.
 */
export const COMMANDS = [
  'next',
  'previous',
  'first',
  'last',
  'approve',
  'fix',
  'return',
  'reject',
  'undo',
  'open',
  'read',
  'back',
  'filter',
  'help',
] as const;
export type Command = (typeof COMMANDS)[number];

type Keys = Readonly<Record<string, Command>>;

export type KeyRow = {
  readonly single: Keys;
  readonly inList?: Keys;
  readonly inDetail?: Keys;
  readonly does: string;
  /** The shorter form in the foot; absent where the foot does not show it. */
  readonly foot?: string;
};

export const REVIEW_KEYS: readonly KeyRow[] = [
  {
    single: { j: 'next', k: 'previous' },
    inList: { ArrowDown: 'next', ArrowUp: 'previous' },
    does: 'Next claim, previous claim',
    foot: 'next, previous',
  },
  { single: {}, inList: { Home: 'first', End: 'last' }, does: 'First and last claim of the page' },
  { single: {}, inList: { Enter: 'read', ' ': 'read' }, inDetail: { Escape: 'back' }, does: 'To the claim’s details, and back' },
  { single: { a: 'approve' }, does: 'Approve and go to the next', foot: 'approve and advance' },
  { single: { f: 'fix' }, does: 'Fix, then approve', foot: 'fix' },
  { single: { r: 'return' }, does: 'Return to the checker with a reason', foot: 'return' },
  { single: { x: 'reject' }, does: 'Reject with a reason', foot: 'reject' },
  { single: { z: 'undo' }, does: 'Undo the last decision', foot: 'undo the last decision' },
  { single: { o: 'open' }, does: 'Open the claim in its article', foot: 'open in the article' },
  { single: { '/': 'filter' }, does: 'Go to the filters' },
  { single: { '?': 'help' }, does: 'Show this sheet' },
];

/** Keys that live in the forms themselves; listed on the sheet, never switched off. */
export const FORM_KEYS: readonly { readonly keys: readonly string[]; readonly does: string }[] = [
  { keys: ['Ctrl ↵'], does: 'Send the reason or the fix' },
  { keys: ['Esc'], does: 'Cancel; what was written is kept' },
];

/** All keys of a row, as printed. */
export function printedKeys({ single, inList, inDetail }: KeyRow): readonly string[] {
  return [single, inList, inDetail].flatMap(printKeys);
}

/** The keys of a row that act wherever the focus is; while single keys are off, those that act in the list. */
export function keysInFoot({ single, inList }: KeyRow, singleKeys: boolean): readonly string[] {
  return printKeys(singleKeys ? single : inList);
}

function printKeys(keys: Keys = {}): readonly string[] {
  return Object.keys(keys).map((key) => printPress({ key }));
}

/** Which command a key press means, or null. */
export function findCommand(
  pressed: Pressed,
  where: { readonly place: 'list' | 'detail' | 'elsewhere'; readonly singleKeys: boolean },
): Command | null {
  for (const { single, inList, inDetail } of REVIEW_KEYS) {
    const local = where.place === 'list' ? inList : where.place === 'detail' ? inDetail : undefined;
    // Shift makes no difference to the keys of a list.
    const command = commandOf(local, { ...pressed, shiftKey: false }) ?? (where.singleKeys ? commandOf(single, pressed) : null);
    if (command !== null) return command;
  }
  return null;
}

function commandOf(keys: Keys = {}, pressed: Pressed): Command | null {
  return Object.entries(keys).find(([key]) => matchesPress({ key }, pressed))?.[1] ?? null;
}
