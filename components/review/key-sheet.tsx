import { KeySheet } from '@/components/ui/key-sheet';
import { type KeyedCommand, OTHER_KEYS, printedKeys, REVIEW_TABLE } from './review-keys';
import { useReviewMap } from './single-key';

const COMMANDS = Object.keys(REVIEW_TABLE) as readonly KeyedCommand[];

export function ReviewKeys({ open, onOpenChange }: { open: boolean; onOpenChange: (open: boolean) => void }) {
  const keys = useReviewMap();
  const rows = COMMANDS.map((command) => ({ keys: printedKeys(command, keys), does: REVIEW_TABLE[command].does }));
  return (
    <KeySheet
      title="Keys on this page"
      description="Arrows, Home, End and Enter act while a row has the focus; the letters everywhere but in a field."
      groups={[{ title: null, rows: [...rows, ...OTHER_KEYS] }]}
      change="/keys#review"
      open={open}
      onOpenChange={onOpenChange}
    />
  );
}
