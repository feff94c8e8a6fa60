import { type KeyGroup, KeySheet } from '@/components/ui/key-sheet';
import { CHAIN_KEYS, KEYS, type KeyCommand, printKeys, VALUE_KEYS } from './keymap';
import { useSession, useView } from './session/session-context';

const COMMANDS = Object.keys(KEYS) as readonly KeyCommand[];
const TITLES = [...new Set(Object.values(KEYS).map(({ group }) => group))];

/** Every key, from the one table. */
const GROUPS: readonly KeyGroup[] = [
  ...TITLES.map((title) => ({
    title,
    rows: COMMANDS.filter((command) => KEYS[command].group === title).map((command) => ({
      keys: printKeys(command),
      does: KEYS[command].does,
    })),
  })),
  { title: 'In the chain', rows: CHAIN_KEYS },
  { title: 'Choices in the form', rows: VALUE_KEYS },
];

export function AnnotateKeys() {
  const session = useSession();
  const { keySheet } = useView();
  return (
    <KeySheet
      title="Keys"
      description="Single keys work while the article has focus. The arrows and Shift with the arrows move and select as everywhere."
      groups={GROUPS}
      open={keySheet}
      onOpenChange={(open) => {
        session.patch({ keySheet: open });
        if (!open) session.surface()?.focus();
      }}
    />
  );
}
