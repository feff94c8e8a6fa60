import { Button } from '@/components/ui/button';
import { useSingleKey } from './single-key';

export type DecideKind = 'approve' | 'fix' | 'return' | 'reject';

type DecideBarProps = {
  /** Under the buttons: why the claim may be approved, or why not. */
  words: string;
  mayApprove: boolean;
  /** False once the claim no longer waits. */
  mayDecide: boolean;
  onDecide: (kind: DecideKind) => void;
};

const WORDS_ID = 'decide-words';

export function DecideBar({ words, mayApprove, mayDecide, onDecide }: DecideBarProps) {
  const buttons: readonly { kind: DecideKind; label: string; may: boolean }[] = [
    { kind: 'approve', label: 'Approve, next', may: mayApprove && mayDecide },
    { kind: 'fix', label: 'Fix…', may: mayApprove && mayDecide },
    { kind: 'return', label: 'Return…', may: mayDecide },
    { kind: 'reject', label: 'Reject…', may: mayDecide },
  ];
  const single = useSingleKey();
  return (
    <>
      <div className="decide-bar">
        {buttons.map(({ kind, label, may }) => (
          <Button
            key={kind}
            tone={kind === 'approve' ? 'primary' : 'plain'}
            {...single(kind)}
            aria-describedby={may ? undefined : WORDS_ID}
            unavailable={!may}
            onClick={() => onDecide(kind)}
            className="decide-button"
          >
            {label}
          </Button>
        ))}
      </div>
      <p id={WORDS_ID} className="mt-2 text-ink-3 text-small">
        {words}
      </p>
    </>
  );
}
