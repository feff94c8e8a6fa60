import { keySettings } from '@/components/ui/key-settings';
import { SOURCE_TYPE_FACTS, SOURCE_TYPES, type SourceType } from '@/lib/attribution/source-type';
import { CONFIDENCE_FACTS, CONFIDENCES, type Confidence } from '@/lib/claims/confidence';
import { type CommandFacts, type KeyMap, keyMapsOf } from '@/lib/keys/command';
import type { Pressed } from '@/lib/keys/press';

type Scope = 'text' | 'form';

/**
 * Every command of the annotate page, once: the handlers, the hints beside the acts, the key sheet, the palette and the
 * page on which people choose their own keys all read this table. `text` keys work only while the article has focus, so
 * that they never get in the way of typing; `form` keys only inside the form, and there the field with focus takes them
 * first. Single keys can be switched off (WCAG 2.1.4). What to press is asked of `KeyMap`, never read from here.
 */
export const KEYS = {
  nextSentence: { scope: 'text', group: 'Move', press: [{ key: 'j' }], does: 'Next sentence' },
  previousSentence: { scope: 'text', group: 'Move', press: [{ key: 'k' }], does: 'Previous sentence' },
  extendNext: { scope: 'text', group: 'Select', press: [{ key: 'j', shift: true }], does: 'Extend by the next sentence' },
  extendPrevious: { scope: 'text', group: 'Select', press: [{ key: 'k', shift: true }], does: 'Extend by the sentence before' },
  endBack: { scope: 'text', also: ['form'], group: 'Select', press: [{ key: '[' }], does: 'End one word earlier' },
  endForward: { scope: 'text', also: ['form'], group: 'Select', press: [{ key: ']' }], does: 'End one word later' },
  startBack: { scope: 'text', also: ['form'], group: 'Select', press: [{ key: '{' }], does: 'Start one word earlier' },
  startForward: { scope: 'text', also: ['form'], group: 'Select', press: [{ key: '}' }], does: 'Start one word later' },
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
  bringBack: { scope: 'text', group: 'Claims', press: [{ key: 'i' }], does: 'Bring back what was put aside last' },
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
  history: { scope: 'text', group: 'The open claim', press: [{ key: 'h' }], does: 'History: what was done with it, and the way back' },
  withdraw: { scope: 'text', group: 'The open claim', press: [{ key: 'w' }], does: 'Take it back from the editors' },
  copyLink: { scope: 'text', group: 'The open claim', press: [{ key: 'y' }], does: 'Copy a link to it' },
  find: { scope: 'text', group: 'Find', press: [{ key: '/' }], does: 'Find in the article; mark every place' },
  quote: { scope: 'text', group: 'Find', press: [{ key: 'q' }], does: 'Quote it: a claim of pasted words' },
  filter: { scope: 'text', group: 'Find', press: [{ key: 'g' }], does: 'Show only some claims' },
  clearFilter: { scope: 'text', group: 'Find', press: [{ key: 'g', shift: true }], does: 'Show all claims' },
  close: {
    scope: 'text',
    group: 'Claims',
    press: [{ key: 'Escape' }],
    fixed: true,
    does: 'Put a moved edge back; close the card; select nothing',
  },
  submit: { scope: 'text', group: 'Claims', press: [{ key: 'Enter', ctrl: true }], does: 'Submit your claims to the editors' },
  keySheet: { scope: 'text', group: 'Help', press: [{ key: '?' }], does: 'All keys' },
  palette: { scope: 'text', also: ['form'], group: 'Help', press: [{ key: 'k', ctrl: true }], does: 'Find a command' },
  note: { scope: 'form', group: 'In the form', press: [{ key: '.' }], does: 'More: note and chain' },
  save: { scope: 'form', group: 'In the form', press: [{ key: 'Enter' }], fixed: true, does: 'Take the first source; save the claim' },
  saveNow: {
    scope: 'form',
    group: 'In the form',
    press: [{ key: 'Enter', ctrl: true }],
    fixed: true,
    does: 'Save from any field, and in panels',
  },
  drop: { scope: 'form', group: 'In the form', press: [{ key: 'Escape' }], fixed: true, does: 'Drop, back to the text' },
  repeatInForm: { scope: 'form', group: 'In the form', press: [{ key: 'r' }], does: 'Same type, source and chain as before' },
} as const satisfies Record<string, CommandFacts<Scope>>;

export type KeyCommand = keyof typeof KEYS;
export type TextCommand = { [Name in KeyCommand]: (typeof KEYS)[Name]['scope'] extends 'text' ? Name : never }[KeyCommand];
export type FormCommand = Exclude<KeyCommand, TextCommand>;

export type ChoiceCommand = `type.${SourceType}` | `confidence.${Confidence}`;

/** The keys that pick a value in the form. Which key it is unless a person chose another is a fact of the domain. */
export const CHOICE_KEYS = Object.fromEntries([
  ...SOURCE_TYPES.map((type) => [`type.${type}`, toFacts(SOURCE_TYPE_FACTS[type].key, SOURCE_TYPE_FACTS[type].label)]),
  ...CONFIDENCES.map((confidence) => [
    `confidence.${confidence}`,
    toFacts(CONFIDENCE_FACTS[confidence].key, `${CONFIDENCE_FACTS[confidence].label} confidence`),
  ]),
]) as Readonly<Record<ChoiceCommand, CommandFacts<Scope>>>;

function toFacts(key: string, does: string): CommandFacts<Scope> {
  return { scope: 'form', group: 'Choices in the form', press: [{ key }], does };
}

/** Under this name the keys of the page are kept. */
export const ANNOTATE = 'annotate';

export const ANNOTATE_TABLE = { ...KEYS, ...CHOICE_KEYS };

export type AnnotateKeyMap = KeyMap<KeyCommand | ChoiceCommand>;

/** The page's keys as a person has them. Components take it from `useKeys`, so that what they print follows a change. */
export const annotateKeys: (settings: ReturnType<typeof keySettings>) => AnnotateKeyMap = keyMapsOf(ANNOTATE, ANNOTATE_TABLE);

/** The command a key stands for in a scope at this moment, or null. */
export function findCommand<At extends Scope>(scope: At, pressed: Pressed): (At extends 'text' ? TextCommand : FormCommand) | null {
  const name = annotateKeys(keySettings()).find(scope, pressed);
  return name !== null && name in KEYS ? (name as At extends 'text' ? TextCommand : FormCommand) : null;
}

/** A value of the form. */
export type Choice = { readonly type: SourceType } | { readonly confidence: Confidence };

/** The choice of the form that a key stands for, or null. */
export function findChoice(pressed: Pressed): Choice | null {
  const name = annotateKeys(keySettings()).find('form', pressed);
  return name !== null && name in CHOICE_KEYS ? toChoice(name as ChoiceCommand) : null;
}

export function toChoice(command: ChoiceCommand): Choice {
  const [kind, value] = command.split('.');
  return kind === 'type' ? { type: value as SourceType } : { confidence: value as Confidence };
}

/** The first way to press it now, as printed on the keys; for words said in passing. */
export function printKey(command: KeyCommand): string | undefined {
  return annotateKeys(keySettings()).print(command);
}

/** “ (j)” behind what is to be done, where a key does it. */
export function withKey(command: KeyCommand): string {
  const key = printKey(command);
  return key === undefined ? '' : ` (${key})`;
}

/** Keys inside the chain, for the sheet: Alt with an arrow is no single key and needs no table (chain/use-chain.ts). */
export const CHAIN_KEYS: readonly { readonly keys: readonly string[]; readonly does: string }[] = [
  { keys: ['Alt ↑', 'Alt ↓'], does: 'Move the link outwards, inwards' },
];
