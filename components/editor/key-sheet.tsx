import { type KeyGroup, KeySheet } from '@/components/ui/key-sheet';
import { ANNOTATE_TABLE, type AnnotateKeyMap, CHAIN_KEYS, type ChoiceCommand, type KeyCommand } from './keymap';
import { useSession, useView } from './session/session-context';
import { useKeys } from './use-keys';

const COMMANDS = Object.keys(ANNOTATE_TABLE) as readonly (KeyCommand | ChoiceCommand)[];
const TITLES = [...new Set(COMMANDS.map((command) => ANNOTATE_TABLE[command].group))];

/** Every key, from the one table. */
function toGroups(keys: AnnotateKeyMap): readonly KeyGroup[] {
  const groups = TITLES.map((title) => ({
    title,
    rows: COMMANDS.filter((command) => ANNOTATE_TABLE[command].group === title).map((command) => ({
      keys: keys.prints(command),
      does: ANNOTATE_TABLE[command].does,
    })),
  }));
  return [...groups, { title: 'In the chain', rows: CHAIN_KEYS }];
}

export function AnnotateKeys() {
  const session = useSession();
  const { keySheet } = useView();
  const keys = useKeys();
  return (
    <KeySheet
      title="Keys"
      description="Single keys work while the article has focus. The arrows and Shift with the arrows move and select as everywhere."
      groups={keySheet ? toGroups(keys) : []}
      change="/keys"
      open={keySheet}
      onOpenChange={(open) => {
        session.patch({ keySheet: open });
        if (!open) session.surface()?.focus();
      }}
    />
  );
}
