import { useRef } from 'react';
import { Dialog, DialogClose } from '@/components/ui/dialog';
import { Kbd } from '@/components/ui/kbd';
import { FORM_KEYS, printedKeys, REVIEW_KEYS } from './review-keys';

type KeySheetProps = {
  open: boolean;
  singleKeys: boolean;
  onOpenChange: (open: boolean) => void;
  onSingleKeysChange: (on: boolean) => void;
};

const ROWS = [...REVIEW_KEYS.map((row) => ({ keys: printedKeys(row), does: row.does })), ...FORM_KEYS];

export function KeySheet({ open, singleKeys, onOpenChange, onSingleKeysChange }: KeySheetProps) {
  // Not the checkbox below: Space would switch the keys off.
  const table = useRef<HTMLTableElement>(null);
  return (
    <Dialog
      open={open}
      initialFocus={table}
      onOpenChange={onOpenChange}
      title="Keys on this page"
      description="Arrows, Home, End and Enter act while a row has the focus; the letters everywhere but in a field."
      footer={<DialogClose>Close</DialogClose>}
    >
      <table ref={table} tabIndex={-1} className="mt-1 w-full outline-none">
        <thead className="sr-only">
          <tr>
            <th scope="col">Keys</th>
            <th scope="col">What they do</th>
          </tr>
        </thead>
        <tbody>
          {ROWS.map(({ keys, does }) => (
            <tr key={does}>
              <td className="w-32 py-1 pr-4">
                <span className="flex flex-wrap gap-1">
                  {keys.map((key) => (
                    <Kbd key={key}>{key}</Kbd>
                  ))}
                </span>
              </td>
              <td className="py-1">{does}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <label className="mt-2 flex items-start gap-2">
        <input type="checkbox" className="mt-0.5" checked={singleKeys} onChange={(event) => onSingleKeysChange(event.target.checked)} />
        <span>
          Single letters act
          <span className="block text-ink-3 text-small">
            Off for voice input, or where letters are pressed by accident. Buttons and arrows go on working.
          </span>
        </span>
      </label>
    </Dialog>
  );
}
