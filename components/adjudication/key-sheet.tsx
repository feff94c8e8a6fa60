import { KeySheet } from '@/components/ui/key-sheet';
import { ADJUDICATE_TABLE, type KeyedCommand, OTHER_KEYS } from './adjudicate-keys';
import { useAdjudicateMap } from './single-key';

const COMMANDS = Object.keys(ADJUDICATE_TABLE) as readonly KeyedCommand[];

export function AdjudicateKeys({ open, onOpenChange }: { open: boolean; onOpenChange: (open: boolean) => void }) {
  const keys = useAdjudicateMap();
  const rows = COMMANDS.map((command) => ({ keys: keys.prints(command), does: ADJUDICATE_TABLE[command].does }));
  return (
    <KeySheet
      title="Keys on this page"
      description="They act wherever the focus is, except in a field."
      groups={[{ title: null, rows: [...rows, ...OTHER_KEYS] }]}
      change="/keys#adjudicate"
      open={open}
      onOpenChange={onOpenChange}
    />
  );
}
