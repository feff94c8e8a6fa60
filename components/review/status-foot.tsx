import { Button } from '@/components/ui/button';
import { Kbd } from '@/components/ui/kbd';
import { KeyHints } from '@/components/ui/key-hints';
import { FOOT, keysInFoot } from './review-keys';
import { useReviewMap, useSingleKey } from './single-key';

type StatusFootProps = {
  /** "1 of 9"; empty without a list. */
  place: string;
  status: string;
  alarm: boolean;
  /** The decision that can be taken back, or null. It need not be about the claim the status speaks of. */
  undo: { readonly claim: number; readonly what: string; readonly count: number } | null;
  onUndo: () => void;
  onHelp: () => void;
};

/** Where one is, what has just happened, and the keys. */
export function StatusFoot({ place, status, alarm, undo, onUndo, onHelp }: StatusFootProps) {
  const map = useReviewMap();
  const single = useSingleKey();
  const help = single('help');
  const hints = FOOT.flatMap(({ commands, does }) => {
    const keys = commands.flatMap((command) => keysInFoot(command, map));
    return keys.length === 0 ? [] : [{ keys, does }];
  });
  return (
    <div className="status-foot">
      {place === '' ? null : <b className="flex-none text-ink">{place}</b>}
      <p role="status" title={status} className={alarm ? 'status font-strong text-alarm' : 'status text-ink'}>
        {status}
      </p>
      {undo === null ? null : (
        <Button
          size="s"
          {...single('undo')}
          aria-label={undo.count > 1 ? `Undo ${undo.count} decisions` : `Undo claim ${undo.claim}: ${undo.what}`}
          onClick={onUndo}
          className="undo-button"
        >
          {undo.count > 1 ? `Undo ${undo.count} decisions` : `Undo claim ${undo.claim}`}
        </Button>
      )}
      <div className="hints">
        <KeyHints hints={hints} />
      </div>
      <button
        type="button"
        className="keys flex-none max-md:ms-auto max-sm:hidden"
        aria-keyshortcuts={help['aria-keyshortcuts']}
        onClick={onHelp}
      >
        {help.shortcut === undefined ? null : <Kbd silent>{help.shortcut}</Kbd>}
        all keys
      </button>
    </div>
  );
}
