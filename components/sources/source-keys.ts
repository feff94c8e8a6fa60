import { matchesPress, type Press, type Pressed } from '@/lib/keys/press';

/** The keys of the registry and of a source's page: what listens, the foot and the key sheet read this table. */
export const SOURCE_COMMANDS = ['next', 'previous', 'find', 'grade', 'alias', 'merge', 'edit', 'help'] as const;
export type SourceCommand = (typeof SOURCE_COMMANDS)[number];

type KeyRow = {
  readonly keys: readonly (readonly [Press, SourceCommand])[];
  readonly does: string;
  /** The shorter form in the foot; absent where the foot does not show it. */
  readonly foot?: string;
};

export const SOURCE_KEYS: readonly KeyRow[] = [
  {
    keys: [
      [{ key: 'j' }, 'next'],
      [{ key: 'k' }, 'previous'],
    ],
    does: 'Next and previous source of the list',
    foot: 'next, previous',
  },
  { keys: [[{ key: '/' }, 'find']], does: 'Find a source by any of its names' },
  { keys: [[{ key: 'g' }, 'grade']], does: 'Grade the source', foot: 'grade' },
  { keys: [[{ key: '+' }, 'alias']], does: 'Add another name', foot: 'alias' },
  { keys: [[{ key: 'm' }, 'merge']], does: 'Merge with another source', foot: 'merge' },
  { keys: [[{ key: 'e' }, 'edit']], does: 'Edit what is known about it', foot: 'edit' },
  { keys: [[{ key: '?' }, 'help']], does: 'Show this sheet' },
];

/** The command of a press, or null. */
export function findSourceCommand(pressed: Pressed): SourceCommand | null {
  for (const { keys } of SOURCE_KEYS) {
    const found = keys.find(([press]) => matchesPress(press, pressed));
    if (found !== undefined) return found[1];
  }
  return null;
}
