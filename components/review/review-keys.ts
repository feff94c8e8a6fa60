/**
 * The keys of the review screen, in one table: what listens, the foot and the key sheet all read it.
 * `single` keys work wherever the focus is, except in a field, and can be switched off (WCAG 2.1.4);
 * `inList` keys only while a row has the focus.
 */
export const COMMANDS = ['next', 'previous', 'first', 'last', 'approve', 'fix', 'return', 'reject', 'undo', 'open', 'read', 'filter', 'help'] as const;
export type Command = (typeof COMMANDS)[number];

export type KeyRow = {
  readonly single: Readonly<Record<string, Command>>;
  readonly inList: Readonly<Record<string, Command>>;
  readonly does: string;
  /** The shorter form in the foot; absent where the foot does not show it. */
  readonly foot?: string;
};

export const REVIEW_KEYS: readonly KeyRow[] = [
  { single: { j: 'next', k: 'previous' }, inList: { ArrowDown: 'next', ArrowUp: 'previous' }, does: 'Next claim, previous claim', foot: 'next, previous' },
  { single: {}, inList: { Home: 'first', End: 'last' }, does: 'First and last claim of the page' },
  { single: {}, inList: { Enter: 'read', ' ': 'read' }, does: 'Go to the claim’s details; Esc leads back' },
  { single: { a: 'approve' }, inList: {}, does: 'Approve and go to the next', foot: 'approve and advance' },
  { single: { f: 'fix' }, inList: {}, does: 'Fix, then approve', foot: 'fix' },
  { single: { r: 'return' }, inList: {}, does: 'Return to the checker with a reason', foot: 'return' },
  { single: { x: 'reject' }, inList: {}, does: 'Reject with a reason', foot: 'reject' },
  { single: { z: 'undo' }, inList: {}, does: 'Undo the last decision', foot: 'undo the last decision' },
  { single: { o: 'open' }, inList: {}, does: 'Open the claim in its article', foot: 'open in the article' },
  { single: { '/': 'filter' }, inList: {}, does: 'Go to the filters' },
  { single: { '?': 'help' }, inList: {}, does: 'Show this sheet' },
];

/** Keys that live in the forms themselves; listed on the sheet, never switched off. */
export const FORM_KEYS: readonly { readonly keys: readonly string[]; readonly does: string }[] = [
  { keys: ['Ctrl ↵'], does: 'Send the reason or the fix' },
  { keys: ['Esc'], does: 'Cancel; what was written is kept' },
];

const PRINTED: Readonly<Record<string, string>> = { ArrowDown: '↓', ArrowUp: '↑', Enter: '↵', ' ': 'Space' };

export function printKey(key: string): string {
  return PRINTED[key] ?? key;
}

/** Which command a key press means, or null. `code` is the key's place on the keyboard (KeyboardEvent.code). */
export function findCommand(
  press: { readonly key: string; readonly code: string },
  where: { readonly inList: boolean; readonly singleKeys: boolean },
): Command | null {
  for (const { single, inList } of REVIEW_KEYS) {
    const listed = where.inList ? inList[press.key] : undefined;
    if (listed !== undefined) return listed;
    const pressed = where.singleKeys ? (single[press.key] ?? single[latinKey(press)]) : undefined;
    if (pressed !== undefined) return pressed;
  }
  return null;
}

/** On a keyboard without Latin letters (Cyrillic, Arabic, Greek) the letter printed beside them on the same key. */
function latinKey({ key, code }: { readonly key: string; readonly code: string }): string {
  return /^[^\u0000-\u024f]$/u.test(key) && code.startsWith('Key') ? code.slice(3).toLowerCase() : key;
}
