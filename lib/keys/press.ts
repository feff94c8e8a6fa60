/**
 * Which key was pressed, told apart on every layout. What each one does is said by tables of commands
 * (command.ts); nothing of that is here.
 *
 * A key is written as `KeyboardEvent.key` has it on an English keyboard, letters in lower case: `j`, `[`, `Enter`.
 */
export type Press = { readonly key: string; readonly shift?: boolean; readonly ctrl?: boolean };

/** What of a keyboard event decides. `code` is the key's place on the keyboard. */
export type Pressed = {
  readonly key: string;
  readonly code: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly altGraph: boolean;
};

type KeyEvent = Pick<KeyboardEvent, 'key' | 'code' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey' | 'getModifierState'>;

export function toPressed(event: KeyEvent): Pressed {
  const { key, code, shiftKey, ctrlKey, metaKey, altKey } = event;
  return { key, code, shiftKey, ctrlKey, metaKey, altKey, altGraph: event.getModifierState('AltGraph') };
}

/**
 * Whether a press is the one of a table. `ctrl` is Ctrl, or Cmd on a Mac. Letters ignore caps lock and ask for exactly
 * the `shift` of the table; other characters are the character, whatever types it.
 */
export function matchesPress(press: Press, pressed: Pressed): boolean {
  const { ctrl, alt } = modifiersOf(pressed);
  if (ctrl !== (press.ctrl ?? false) || alt) return false;
  const key = toLatinKey(pressed);
  if (press.key.length === 1 && !/[a-z]/.test(press.key)) return key === press.key;
  return (key.length === 1 ? key.toLowerCase() : key) === press.key && pressed.shiftKey === (press.shift ?? false);
}

/** The character a press types, in Latin letters and lower case; null for keys that type none, and with Ctrl, Cmd or Alt. */
export function typedKey(pressed: Pressed): string | null {
  const { ctrl, alt } = modifiersOf(pressed);
  const key = toLatinKey(pressed);
  return ctrl || alt || key.length !== 1 ? null : key.toLowerCase();
}

/** A single character without Ctrl: what speech input types by mistake, and what can be switched off (WCAG 2.1.4). */
export function isSingleKey({ key, ctrl = false }: Press): boolean {
  return key.length === 1 && !ctrl;
}

/** On many keyboards [ and ] are typed with AltGr, which Windows reports as Ctrl+Alt: it is part of the character then. */
function modifiersOf({ ctrlKey, metaKey, altKey, altGraph }: Pressed): { readonly ctrl: boolean; readonly alt: boolean } {
  return { ctrl: (ctrlKey || metaKey) && !altGraph, alt: altKey && !altGraph };
}

/** Keys of an English keyboard that other scripts put letters on: without and with Shift. */
const SIGNS: Readonly<Record<string, readonly [string, string]>> = {
  BracketLeft: ['[', '{'],
  BracketRight: [']', '}'],
  Period: ['.', '>'],
  Slash: ['/', '?'],
};

/**
 * On a keyboard without Latin letters (Cyrillic, Greek, Arabic, Hebrew) what an English keyboard has on the same key;
 * `key` itself everywhere else. Digits of other scripts are the digit.
 *
 *     Russian о (KeyJ) -> j     Arabic ؟ (Shift, Slash) -> ?     Persian ۱ (Digit1) -> 1     German ä, µ -> themselves
 */
export function toLatinKey({ key, code, shiftKey, altGraph }: Pick<Pressed, 'key' | 'code' | 'shiftKey' | 'altGraph'>): string {
  // What AltGr adds to a Latin keyboard is no other script: µ, £, ª.
  if (altGraph || !/^(?!\p{ASCII}|\p{Script=Latin}).$/u.test(key)) return key;
  if (/^Key[A-Z]$/.test(code)) return shiftKey ? code.slice(3) : code.slice(3).toLowerCase();
  if (/^Digit\d$/.test(code) && /\p{Nd}/u.test(key)) return code.slice(5);
  const sign = /[\p{L}؟]/u.test(key) ? SIGNS[code] : undefined;
  return sign?.[shiftKey ? 1 : 0] ?? key;
}

const PRINTED: Readonly<Record<string, string>> = {
  ArrowDown: '↓',
  ArrowUp: '↑',
  Enter: '↵',
  Escape: 'Esc',
  Backspace: '⌫',
  Delete: 'Del',
  ' ': 'Space',
};

/** As printed on the keys: "Ctrl ↵". */
export function printPress({ key, shift, ctrl }: Press): string {
  return [ctrl ? 'Ctrl' : '', shift ? 'Shift' : '', PRINTED[key] ?? key].filter(Boolean).join(' ');
}

/** A press in words that can be kept, and that `aria-keyshortcuts` takes (WAI-ARIA 1.2): "Control+Enter". */
export function writePress({ key, shift, ctrl }: Press): string {
  return [ctrl ? 'Control' : '', shift ? 'Shift' : '', key === ' ' ? 'Space' : key].filter(Boolean).join('+');
}

/** The press that was written so, or null when it is none. */
export function parsePress(written: string): Press | null {
  const [, ctrl, shift, key = ''] = /^(Control\+)?(Shift\+)?([^\s]{1,20})$/u.exec(written) ?? [];
  if (key === '' || (key.length > 1 && !/^([A-Z][A-Za-z0-9]+|.)$/u.test(key))) return null;
  return {
    key: key === 'Space' ? ' ' : key,
    ...(ctrl === undefined ? {} : { ctrl: true }),
    ...(shift === undefined ? {} : { shift: true }),
  };
}

/** A letter whose capital is typed with Shift: there Shift is told apart, as on named keys. */
export function isLetter(key: string): boolean {
  return /^[a-z]$/.test(key);
}
