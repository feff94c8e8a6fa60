import { Button } from '@/components/ui/button';
import { Kbd } from '@/components/ui/kbd';
import { KeyHints } from '@/components/ui/key-hints';
import { useSingleKeys } from '@/components/ui/single-keys';
import { keysInFoot, REVIEW_KEYS } from './review-keys';
import { useSingleKey } from './single-key';

type StatusFootProps = {
  /** "1 of 9"; empty without a list. */
  place: string;
  status: string;
  alarm: boolean;
  /** The decision that can be taken back, or null. It need not be about the claim the status speaks of. */
  undo: { readonly claim: number; readonly what: string } | null;
  onUndo: () => void;
  onHelp: () => void;
};

/** Where one is, what has just happened, and the keys. */
export function StatusFoot({ place, status, alarm, undo, onUndo, onHelp }: StatusFootProps) {
  const [singleKeys] = useSingleKeys();
  const single = useSingleKey();
  const help = single('?')['aria-keyshortcuts'];
  const hints = REVIEW_KEYS.flatMap((row) => {
    const keys = keysInFoot(row, singleKeys);
    return row.foot === undefined || keys.length === 0 ? [] : [{ keys, does: row.foot }];
  });
  return (
    <div className="status-foot">
      {place === '' ? null : <b className="flex-none text-ink">{place}</b>}
      <p role="status" title={status} className={alarm ? 'status font-strong text-alarm' : 'status text-ink'}>
        {status}
      </p>
      {undo === null ? null : (
        <Button size="s" {...single('z')} aria-label={`Undo claim ${undo.claim}: ${undo.what}`} onClick={onUndo} className="undo-button">
          Undo claim {undo.claim}
        </Button>
      )}
      <div className="hints">
        <KeyHints hints={hints} />
      </div>
      <button type="button" className="keys flex-none max-md:ms-auto max-sm:hidden" aria-keyshortcuts={help} onClick={onHelp}>
        {help === undefined ? null : <Kbd silent>?</Kbd>}
        all keys
      </button>
    </div>
  );
}
