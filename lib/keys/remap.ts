import { actsIn, type CommandFacts, type CommandPage, commandId, type KeySettings, pressesOf } from './command';
import { isLetter, type Press, type Pressed, printPress, toLatinKey, writePress } from './press';

/** Giving a command another key: which keys can be given, which are taken, and the settings that follow. */

type Command = { readonly page: string; readonly name: string };

/** The press as a table would have it, or null for a modifier alone and for keys that are not one key yet (a dead accent). */
export function toPress(pressed: Pressed): Press | null {
  const key = toLatinKey(pressed);
  if (NOT_A_KEY.has(key)) return null;
  const ctrl = (pressed.ctrlKey || pressed.metaKey) && !pressed.altGraph;
  const letter = isLetter(key.toLowerCase());
  // What types a sign differs between keyboards: Shift is part of the sign, but not of a letter or of a named key.
  const shift = (letter || key.length > 1) && pressed.shiftKey;
  return { key: letter ? key.toLowerCase() : key, ...(ctrl ? { ctrl } : {}), ...(shift ? { shift } : {}) };
}

const NOT_A_KEY: ReadonlySet<string> = new Set([
  ...['Shift', 'Control', 'Alt', 'AltGraph', 'Meta', 'OS', 'CapsLock', 'NumLock', 'ScrollLock', 'Fn', 'FnLock', 'Hyper', 'Super'],
  ...['Dead', 'Process', 'Compose', 'Unidentified', ''],
]);

/**
 * Whether pressing can give it (`toPress`): a capital stands for no press of its own, and what cannot be seen, or is half a
 * character, cannot be printed beside a command.
 */
export function canBePressed({ key }: Press): boolean {
  return NAMED_KEY.test(key) ? !NOT_A_KEY.has(key) : key === ' ' || (VISIBLE.test(key) && !/[A-Z]/.test(key));
}

const NAMED_KEY = /^[A-Z][A-Za-z0-9]+$/;
const VISIBLE = /^[\p{L}\p{M}\p{N}\p{P}\p{S}]$/u;

/** Why a key cannot be given to anything, in a sentence; null when it can. `alt`: Alt was held with it. */
export function refusalOf(press: Press, alt: boolean): string | null {
  const printed = printPress(press);
  if (alt) return 'Keys with Alt belong to the browser’s menus and, on a Mac, to special characters.';
  if (press.key === 'Tab') return 'Tab goes from field to field everywhere.';
  if (press.key === 'Escape') return 'Esc closes and cancels everywhere.';
  if (CARET_KEYS.has(press.key)) return `${printed} moves the caret, as everywhere.`;
  if (/^F\d+$/.test(press.key) && !FREE_F_KEYS.has(press.key)) return `${printed} belongs to the browser.`;
  if (press.ctrl) {
    const own = press.shift ? BROWSER_SHIFTED[press.key] : BROWSER[press.key];
    return own === undefined ? null : `${printed} ${own}.`;
  }
  return null;
}

const CARET_KEYS: ReadonlySet<string> = new Set([
  ...['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End', 'PageUp', 'PageDown', ' '],
]);

const FREE_F_KEYS: ReadonlySet<string> = new Set(['F2', 'F4', 'F8', 'F9']);

/** What browsers do with Ctrl (Cmd on a Mac), where a page either cannot have the key or must not take it away. */
const BROWSER: Readonly<Record<string, string>> = {
  t: 'opens a new tab',
  n: 'opens a new window',
  w: 'closes the tab',
  q: 'closes the browser',
  r: 'loads the page again',
  l: 'goes to the address',
  f: 'finds in the page, as the browser does it',
  p: 'prints the page',
  c: 'copies',
  x: 'cuts',
  v: 'pastes',
  a: 'selects everything',
  h: 'opens the browser’s history',
  j: 'opens the browser’s downloads',
  '+': 'makes the page larger',
  '-': 'makes the page smaller',
  '=': 'makes the page larger',
  '0': 'gives the page its usual size',
  ...Object.fromEntries([1, 2, 3, 4, 5, 6, 7, 8, 9].map((digit) => [String(digit), 'goes to another tab'])),
};

const BROWSER_SHIFTED: Readonly<Record<string, string>> = {
  t: 'opens the last closed tab',
  n: 'opens a private window',
  w: 'closes the window',
  q: 'closes the browser',
  r: 'loads the page again',
  p: 'opens a private window',
  i: 'opens the developer tools',
  j: 'opens the developer tools',
  c: 'opens the developer tools',
};

export type Taken = Command & { readonly facts: CommandFacts };

/** The command that already has this key in a place where the other acts too, or null. */
export function whoHas(pages: readonly CommandPage[], settings: KeySettings, press: Press, { page, name }: Command): Taken | null {
  const asked = pages.find((one) => one.page === page)?.table[name];
  if (asked === undefined) return null;
  const written = writePress(press);
  for (const other of pages) {
    // Two pages are never in front of a person at once.
    if (other.page !== page) continue;
    for (const [otherName, facts] of Object.entries(other.table)) {
      if (otherName === name || !shareAPlace(asked, facts)) continue;
      const presses = pressesOf(facts, commandId(page, otherName), settings);
      if (presses.some((one) => writePress(one) === written)) return { page, name: otherName, facts };
    }
  }
  return null;
}

function shareAPlace(a: CommandFacts, b: CommandFacts): boolean {
  return [a.scope, ...(a.also ?? [])].some((place) => actsIn(b, place));
}

/** The settings with these ways to press a command. What equals the table is not kept. */
export function withPresses(
  pages: readonly CommandPage[],
  settings: KeySettings,
  command: Command,
  presses: readonly Press[],
): KeySettings {
  const id = commandId(command.page, command.name);
  const standard = pages.find(({ page }) => page === command.page)?.table[command.name]?.press ?? [];
  const written = presses.map(writePress);
  const { [id]: _before, ...others } = settings.keys;
  const asTable = written.join(' ') === standard.map(writePress).join(' ');
  return { ...settings, keys: asTable ? others : { ...others, [id]: written } };
}

/** Gives a command the key; the one that had it gets the keys this one had. Its other keys it keeps. */
export function swapPress(pages: readonly CommandPage[], settings: KeySettings, press: Press, command: Command, taken: Taken): KeySettings {
  const mine = pages.find(({ page }) => page === command.page)?.table[command.name];
  if (mine === undefined) return settings;
  const had = pressesOf(mine, commandId(command.page, command.name), settings);
  const theirs = pressesOf(taken.facts, commandId(taken.page, taken.name), settings);
  const free = had.filter((one) => writePress(one) !== writePress(press));
  const kept = theirs.flatMap((one) => (writePress(one) === writePress(press) ? free : [one]));
  return withPresses(pages, withPresses(pages, settings, taken, kept), command, [press]);
}

/**
 * What one browser chose put onto what another saved meanwhile: commands this one left alone are as the other has them.
 */
export function rebaseKeys(base: KeySettings, mine: KeySettings, theirs: KeySettings): KeySettings {
  const keys: Record<string, readonly string[]> = { ...theirs.keys };
  for (const id of changedCommands(base, mine)) {
    if (mine.keys[id] === undefined) delete keys[id];
    else keys[id] = mine.keys[id];
  }
  return { singleKeys: base.singleKeys === mine.singleKeys ? theirs.singleKeys : mine.singleKeys, keys };
}

/** The commands whose keys differ. */
export function changedCommands(a: Pick<KeySettings, 'keys'>, b: Pick<KeySettings, 'keys'>): readonly string[] {
  return [...new Set([...Object.keys(a.keys), ...Object.keys(b.keys)])].filter((id) => !isSame(a.keys[id], b.keys[id]));
}

function isSame(a: readonly string[] | undefined, b: readonly string[] | undefined): boolean {
  return a === b || (a !== undefined && b !== undefined && a.join(' ') === b.join(' '));
}
