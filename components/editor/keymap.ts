import { SOURCE_TYPE_FACTS, SOURCE_TYPES } from '@/lib/attribution/source-type';
import { CONFIDENCE_FACTS, CONFIDENCES } from '@/lib/claims/confidence';

/**
 * Every key of the annotate page, once: the handlers, the hints beside the acts and the key sheet all
 * read this table. A key is written as `KeyboardEvent.key` has it; letters in lower case, with `shift`.
 * `text` keys work only while the article has focus, so that they never get in the way of typing
 * (WCAG 2.1.4); `form` keys only inside the form, and there the field with focus takes them first.
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
  act: { scope: 'text', group: 'Claims', press: [{ key: 'Enter' }], does: 'Make a claim of the selection; edit the open claim' },
  repeat: { scope: 'text', group: 'Claims', press: [{ key: 'r' }], does: 'Make a claim with the last type and source' },
  remove: { scope: 'text', group: 'Claims', press: [{ key: 'Delete' }, { key: 'Backspace' }], does: 'Delete the open claim' },
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
  note: { scope: 'form', group: 'In the form', press: [{ key: '.' }], does: 'Write a note' },
  save: { scope: 'form', group: 'In the form', press: [{ key: 'Enter' }], does: 'Take the first source; save the claim' },
  saveNow: { scope: 'form', group: 'In the form', press: [{ key: 'Enter', ctrl: true }], does: 'Save from any field' },
  drop: { scope: 'form', group: 'In the form', press: [{ key: 'Escape' }], does: 'Drop, back to the text' },
  repeatInForm: { scope: 'form', group: 'In the form', press: [{ key: 'r' }], does: 'Same type and source as before' },
} as const satisfies Record<string, KeyFacts>;

export type KeyCommand = keyof typeof KEYS;
export type TextCommand = { [Name in KeyCommand]: (typeof KEYS)[Name]['scope'] extends 'text' ? Name : never }[KeyCommand];
export type FormCommand = Exclude<KeyCommand, TextCommand>;

type Press = { readonly key: string; readonly shift?: boolean; readonly ctrl?: boolean };
type KeyFacts = { readonly scope: 'text' | 'form'; readonly group: string; readonly press: readonly Press[]; readonly does: string };

/** What of a keyboard event decides; `ctrl` is Ctrl, or Cmd on a Mac. */
export type Pressed = {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly altGraph: boolean;
};

export function toPressed(event: Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey' | 'getModifierState'>): Pressed {
  const { key, shiftKey, ctrlKey, metaKey, altKey } = event;
  return { key, shiftKey, ctrlKey, metaKey, altKey, altGraph: event.getModifierState('AltGraph') };
}

/** The command a key stands for in a scope, or null. */
export function findCommand<Scope extends 'text' | 'form'>(
  scope: Scope,
  pressed: Pressed,
): (Scope extends 'text' ? TextCommand : FormCommand) | null {
  for (const [name, facts] of Object.entries(KEYS) as [KeyCommand, KeyFacts][]) {
    if (facts.scope === scope && facts.press.some((press) => matches(press, pressed))) {
      return name as Scope extends 'text' ? TextCommand : FormCommand;
    }
  }
  return null;
}

function matches(press: Press, pressed: Pressed): boolean {
  // On many keyboards [ and ] are typed with AltGr, which Windows reports as Ctrl+Alt: it is part of the character.
  const ctrl = (pressed.ctrlKey || pressed.metaKey) && !pressed.altGraph;
  const alt = pressed.altKey && !pressed.altGraph;
  if (ctrl !== (press.ctrl ?? false) || alt) return false;
  if (press.key.length === 1 && !/[a-z]/.test(press.key)) return pressed.key === press.key;
  const key = pressed.key.length === 1 ? pressed.key.toLowerCase() : pressed.key;
  return key === press.key && pressed.shiftKey === (press.shift ?? false);
}

const PRINTED: Readonly<Record<string, string>> = { Enter: '↵', Escape: 'Esc', Backspace: '⌫', Delete: 'Del' };

/** The first way to press it, as printed on the keys: ["Ctrl ↵"]. */
export function printKey(command: KeyCommand): string {
  return printPress(KEYS[command].press[0]);
}

export function printKeys(command: KeyCommand): readonly string[] {
  return KEYS[command].press.map(printPress);
}

function printPress({ key, shift, ctrl }: Press): string {
  return [ctrl ? 'Ctrl' : '', shift ? 'Shift' : '', PRINTED[key] ?? key].filter(Boolean).join(' ');
}

/** As `aria-keyshortcuts` wants it: "Control+Enter". */
export function ariaKeys(command: KeyCommand): string {
  return KEYS[command].press
    .map(({ key, shift, ctrl }: Press) => [ctrl ? 'Control' : '', shift ? 'Shift' : '', key].filter(Boolean).join('+'))
    .join(' ');
}

/** The keys that pick a value in the form, for the sheet; their home is the domain (lib/claims). */
export const VALUE_KEYS: readonly { readonly keys: readonly string[]; readonly does: string }[] = [
  ...SOURCE_TYPES.map((type) => ({ keys: [SOURCE_TYPE_FACTS[type].key], does: SOURCE_TYPE_FACTS[type].label })),
  ...CONFIDENCES.map((confidence) => ({
    keys: [CONFIDENCE_FACTS[confidence].key],
    does: `${CONFIDENCE_FACTS[confidence].label} confidence`,
  })),
];
