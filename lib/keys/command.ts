import { isSingleKey, matchesPress, type Press, type Pressed, parsePress, printPress, writePress } from './press';

/**
 * Commands and their keys, the same model on every page. A page has one table of what can be done there; a person may have
 * other keys than the table's. Whatever listens for a key or prints one asks the key map made of both, so that no two
 * places can disagree. Not here: how a press is told apart (press.ts), and giving a command another key (remap.ts).
 */
export type CommandFacts<Scope extends string = string> = {
  /** Where the key acts: one key may mean different things in different places. */
  readonly scope: Scope;
  /** Other places it acts in as well. */
  readonly also?: readonly Scope[];
  readonly group: string;
  /** The keys it has unless the person chose another. */
  readonly press: readonly Press[];
  readonly does: string;
  /** Enter, Esc and the like inside forms: part of how fields work, and the same for everybody. */
  readonly fixed?: true;
};

export type CommandTable = Readonly<Record<string, CommandFacts>>;

/** A page's table and the name its commands are kept under: `annotate.undo`. */
export type CommandPage = { readonly page: string; readonly title: string; readonly table: CommandTable };

/**
 * What a person chose. `keys`: for each command that is not as in the table, the ways to press it, written as
 * `writePress` does; none when it has no key. Names of commands this version does not know are kept and ignored.
 */
export type KeySettings = { readonly singleKeys: boolean; readonly keys: Readonly<Record<string, readonly string[]>> };

export const DEFAULT_KEYS: KeySettings = { singleKeys: true, keys: {} };

/** Under which name a command's keys are kept. */
export function commandId(page: string, name: string): string {
  return `${page}.${name}`;
}

/** The keys of one page as one person has them. */
export type KeyMap<Name extends string> = {
  /** The ways to press it that act; without single keys those with Ctrl and the named ones (Enter, Esc) are left. */
  readonly presses: (name: Name) => readonly Press[];
  /** As printed on the keys: "Ctrl ↵". */
  readonly prints: (name: Name) => readonly string[];
  /** The first of them; undefined when no key does it. */
  readonly print: (name: Name) => string | undefined;
  /** As `aria-keyshortcuts` wants it: "u Control+z"; undefined when no key does it. */
  readonly aria: (name: Name) => string | undefined;
  /** The command a press stands for in a place, or null. */
  readonly find: (scope: string, pressed: Pressed) => Name | null;
};

/** Gives the key map of a page for anybody's settings. The map for the same settings is the same object. */
export function keyMapsOf<Table extends CommandTable>(page: string, table: Table): (settings: KeySettings) => KeyMap<keyof Table & string> {
  const made = new WeakMap<KeySettings, KeyMap<keyof Table & string>>();
  return (settings) => {
    const known = made.get(settings) ?? createKeyMap(page, table, settings);
    made.set(settings, known);
    return known;
  };
}

function createKeyMap<Table extends CommandTable>(page: string, table: Table, settings: KeySettings): KeyMap<keyof Table & string> {
  type Name = keyof Table & string;
  const names = Object.keys(table) as Name[];
  const acting = new Map<Name, readonly Press[]>(
    names.map((name) => {
      const all = pressesOf(table[name] as CommandFacts, commandId(page, name), settings);
      return [name, settings.singleKeys ? all : all.filter((press) => !isSingleKey(press))];
    }),
  );
  const presses = (name: Name) => acting.get(name) ?? [];
  const aria = (name: Name) => presses(name).map(writePress).join(' ') || undefined;
  return {
    presses,
    prints: (name) => presses(name).map(printPress),
    print: (name) => presses(name).slice(0, 1).map(printPress)[0],
    aria,
    find: (scope, pressed) =>
      names.find((name) => actsIn(table[name] as CommandFacts, scope) && presses(name).some((press) => matchesPress(press, pressed))) ??
      null,
  };
}

/** The ways to press a command as a person has them, single keys included. */
export function pressesOf({ press, fixed }: CommandFacts, id: string, { keys }: KeySettings): readonly Press[] {
  const chosen = fixed ? undefined : keys[id];
  if (chosen === undefined) return press;
  return chosen.flatMap((written) => parsePress(written) ?? []);
}

export function actsIn({ scope, also = [] }: CommandFacts, place: string): boolean {
  return scope === place || also.includes(place);
}
