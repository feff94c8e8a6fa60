import { Button } from '@/components/ui/button';
import { useKey } from './single-key';
import type { Screen } from './use-screen';

/** Where one is, what has just happened, whether it is saved, and the way on. */
export function AdjudicationFoot({ screen }: { screen: Screen }) {
  const keyOf = useKey();
  const { decisions, said, canUndo, index, stands } = screen;
  const saving =
    decisions.trouble === null
      ? decisions.isUnsaved
        ? 'Saving…'
        : 'All decisions saved.'
      : `Not saved yet: ${decisions.trouble} Trying again.`;
  return (
    <div className="foot">
      <Button size="s" {...keyOf('previous')} unavailable={index === 0} onClick={() => screen.run('previous')}>
        Previous
      </Button>
      <Button size="s" {...keyOf('next')} unavailable={index === stands.length - 1} onClick={() => screen.run('next')}>
        Next
      </Button>
      <Button size="s" {...keyOf('nextOpen')} onClick={() => screen.run('nextOpen')}>
        Next open
      </Button>
      <p role="status" className={decisions.trouble === null ? undefined : 'text-alarm'}>
        {said === '' ? saving : `${said} ${saving}`}
      </p>
      {canUndo ? (
        <Button size="s" {...keyOf('undo')} onClick={() => screen.run('undo')}>
          Undo
        </Button>
      ) : null}
      <Button size="s" tone="quiet" {...keyOf('help')} className="max-sm:hidden" onClick={() => screen.run('help')}>
        All keys
      </Button>
    </div>
  );
}
