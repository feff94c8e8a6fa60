import { Button } from '@/components/ui/button';
import { Kbd } from '@/components/ui/kbd';
import { KeyHints } from '@/components/ui/key-hints';
import { printKey, REVIEW_KEYS } from './review-keys';

type StatusFootProps = {
  /** "1 of 9"; empty without a list. */
  place: string;
  status: string;
  alarm: boolean;
  /** "Undo: approved claim 8", or null when there is nothing to take back. */
  undoLabel: string | null;
  onUndo: () => void;
  onHelp: () => void;
};

const HINTS = REVIEW_KEYS.flatMap(({ single, foot }) =>
  foot === undefined ? [] : [{ keys: Object.keys(single).map(printKey), does: foot }],
);

/** Where one is, what has just happened, and the keys. */
export function StatusFoot({ place, status, alarm, undoLabel, onUndo, onHelp }: StatusFootProps) {
  return (
    <div className="status-foot">
      {place === '' ? null : <b className="flex-none text-ink">{place}</b>}
      <p role="status" className={alarm ? 'min-w-0 font-strong text-alarm' : 'min-w-0 text-ink'}>
        {status}
      </p>
      {undoLabel === null ? null : (
        <Button size="s" shortcut="z" aria-keyshortcuts="z" aria-label={undoLabel} onClick={onUndo} className="undo-button">
          Undo
        </Button>
      )}
      <div className="hints ml-auto">
        <KeyHints hints={HINTS} />
      </div>
      <button type="button" className="keys flex-none max-md:ms-auto max-sm:hidden" aria-keyshortcuts="?" onClick={onHelp}>
        <Kbd silent>?</Kbd>
        all keys
      </button>
    </div>
  );
}
