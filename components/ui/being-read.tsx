import { Button } from './button';

type BeingReadProps = { fault: string | null; again: string; onAgain: () => void };

/** In the place of what is still on its way, or could not be read: then with why, and a way to ask again. */
export function BeingRead({ fault, again, onAgain }: BeingReadProps) {
  return (
    <p className="flex flex-wrap items-baseline gap-2 text-ink-3" role="status">
      {fault ?? 'Being read…'}
      {fault === null ? null : (
        <Button size="s" tone="quiet" onClick={onAgain}>
          {again}
        </Button>
      )}
    </p>
  );
}
