import { KeySheet } from '@/components/ui/key-sheet';
import { FORM_KEYS, printedKeys, REVIEW_KEYS } from './review-keys';

const ROWS = [...REVIEW_KEYS.map((row) => ({ keys: printedKeys(row), does: row.does })), ...FORM_KEYS];
const GROUPS = [{ title: null, rows: ROWS }];

export function ReviewKeys({ open, onOpenChange }: { open: boolean; onOpenChange: (open: boolean) => void }) {
  return (
    <KeySheet
      title="Keys on this page"
      description="Arrows, Home, End and Enter act while a row has the focus; the letters everywhere but in a field."
      groups={GROUPS}
      open={open}
      onOpenChange={onOpenChange}
    />
  );
}
