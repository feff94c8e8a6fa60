import { SOURCE_TYPE_FACTS, SOURCE_TYPES } from '@/lib/attribution/source-type';
import { CONFIDENCE_FACTS, CONFIDENCES } from '@/lib/claims/confidence';
import { ariaPress, isSingleKey, matchesPress, type Press, type Pressed, printPress } from '@/lib/keys/press';

/**
 * Every key of the annotate page, once: the handlers, the hints beside the acts and the key sheet all
 * read this table. `text` keys work only while the article has focus, so that they never get in the way of
 * typing; `form` keys only inside the form, and there the field with focus takes them first. Single keys
 * can be switched off (WCAG 2.1.4).
 */
export const KEYS = {
  nextSentence: { scope: 'text', group: 'Move', press: [{ key: 'j' }], does: 'Next sentence' },
  previousSentence: { scope: 'text', group: 'Move', press: [{ key: 'k' }], does: 'Previous sentence' },
  extendNext: { scope: 'text', group: 'Select', press: [{ key: 'j', shift: true }], does: 'Extend by the next sentence' },
  extendPrevious: { scope: 'text', group: 'Select', press: [{ key: 'k', shift: true }], does: 'Extend by the sentence before' },
  endBack: { scope: 'text', group: 'Select', press: [{ key: '[' }], does: 'End one word earlier' },
  endForward: { scope: 'text', group: 'Select', press: [{ key: ']' }], does: 'End one word later' },
  startBack: { scope: 'text', group: 'Select', press: [{ key: '{' }], does: 'Start one word earlier' },
  startForward: { scope: 'text', group: 'Select', press: [{ key: '}' }], does: 'Start one word later' },
  nextClaim: { scope: 'text', group: 'Move', press: [{ key: 'n' }], does: 'Next claim' },
  previousClaim: { scope: 'text', group: 'Move', press: [{ key: 'p' }], does: 'Previous claim' },
  act: { scope: 'text', group: 'Claims', press: [{ key: 'Enter' }], does: 'Make a claim of the selection; open or edit a claim' },
  addWords: {
    scope: 'text',
    group: 'Select',
    press: [{ key: '+' }],
    does: 'Add the selected words to the claim at hand, as a further part',
  },
  repeat: { scope: 'text', group: 'Claims', press: [{ key: 'r' }], does: 'Make a claim like the last; give the open claim the last chain' },
  remove: { scope: 'text', group: 'Claims', press: [{ key: 'Delete' }, { key: 'Backspace' }], does: 'Delete the open claim' },
  chain: { scope: 'text', group: 'The open claim', press: [{ key: 'c' }], does: 'Chain: through whom it comes' },
  finding: { scope: 'text', group: 'The open claim', press: [{ key: 'e' }], does: 'Finding and evidence' },
  flags: { scope: 'text', group: 'The open claim', press: [{ key: 'f' }], does: 'Flags' },
  relations: { scope: 'text', group: 'The open claim', press: [{ key: 'b' }], does: 'How it bears on other claims' },
  applyChain: { scope: 'text', group: 'The open claim', press: [{ key: 'c', shift: true }], does: 'Apply its chain to other claims' },
  mark: { scope: 'text', group: 'The open claim', press: [{ key: 'v' }], does: 'Mark it, here or in the list, for one act on several' },
  undo: { scope: 'text', group: 'Claims', press: [{ key: 'u' }, { key: 'z', ctrl: true }], does: 'Undo' },
  redo: {
    scope: 'text',
    group: 'Claims',
    press: [
      { key: 'u', shift: true },
      { key: 'z', ctrl: true, shift: true },
    ],
    does: 'Redo',
  },
  close: { scope: 'text', group: 'Claims', press: [{ key: 'Escape' }], does: 'Put a moved edge back; close the card; select nothing' },
  submit: { scope: 'text', group: 'Claims', press: [{ key: 'Enter', ctrl: true }], does: 'Submit your claims to the editors' },
  keySheet: { scope: 'text', group: 'Help', press: [{ key: '?' }], does: 'All keys' },
  note: { scope: 'form', group: 'In the form', press: [{ key: '.' }], does: 'More: note and chain' },
  save: { scope: 'form', group: 'In the form', press: [{ key: 'Enter' }], does: 'Take the first source; save the claim' },
  saveNow: { scope: 'form', group: 'In the form', press: [{ key: 'Enter', ctrl: true }], does: 'Save from any field, and in panels' },
  drop: { scope: 'form', group: 'In the form', press: [{ key: 'Escape' }], does: 'Drop, back to the text' },
  repeatInForm: { scope: 'form', group: 'In the form', press: [{ key: 'r' }], does: 'Same type, source and chain as before' },
} as const satisfies Record<string, KeyFacts>;

export type KeyCommand = keyof typeof KEYS;
export type TextCommand = { [Name in KeyCommand]: (typeof KEYS)[Name]['scope'] extends 'text' ? Name : never }[KeyCommand];
export type FormCommand = Exclude<KeyCommand, TextCommand>;

type KeyFacts = { readonly scope: 'text' | 'form'; readonly group: string; readonly press: readonly Press[]; readonly does: string };

/** The command a key stands for in a scope, or null. Without `singleKeys` those with Ctrl and the named ones (Enter, Esc) are left. */
export function findCommand<Scope extends 'text' | 'form'>(
  scope: Scope,
  pressed: Pressed,
  singleKeys: boolean,
): (Scope extends 'text' ? TextCommand : FormCommand) | null {
  for (const [name, { scope: at }] of Object.entries(KEYS) as [KeyCommand, KeyFacts][]) {
    if (at === scope && pressesOf(name, singleKeys).some((press) => matchesPress(press, pressed))) {
      return name as Scope extends 'text' ? TextCommand : FormCommand;
    }
  }
  return null;
}

/** The ways to press a command that act. */
export function pressesOf(command: KeyCommand, singleKeys: boolean): readonly Press[] {
  const presses: readonly Press[] = KEYS[command].press;
  return singleKeys ? presses : presses.filter((press) => !isSingleKey(press));
}

/** The first way to press it, as printed on the keys: "Ctrl ↵". */
export function printKey(command: KeyCommand): string {
  return printPress(KEYS[command].press[0]);
}

export function printKeys(command: KeyCommand): readonly string[] {
  return KEYS[command].press.map(printPress);
}

/** As `aria-keyshortcuts` wants it: "u Control+z". */
export function ariaKeys(command: KeyCommand): string {
  return KEYS[command].press.map(ariaPress).join(' ');
}

/** Keys inside the chain, for the sheet: Alt with an arrow is no single key and needs no table (chain/use-chain.ts). */
export const CHAIN_KEYS: readonly { readonly keys: readonly string[]; readonly does: string }[] = [
  { keys: ['Alt ↑', 'Alt ↓'], does: 'Move the link outwards, inwards' },
];

/** The keys that pick a value in the form, for the sheet; their home is the domain (lib/claims). */
export const VALUE_KEYS: readonly { readonly keys: readonly string[]; readonly does: string }[] = [
  ...SOURCE_TYPES.map((type) => ({ keys: [SOURCE_TYPE_FACTS[type].key], does: SOURCE_TYPE_FACTS[type].label })),
  ...CONFIDENCES.map((confidence) => ({
    keys: [CONFIDENCE_FACTS[confidence].key],
    does: `${CONFIDENCE_FACTS[confidence].label} confidence`,
  })),
];
