import { editionsWords } from '@/lib/publication/editions-words';
import type { Edition } from '@/lib/publication/publication';

type CloseEarlierProps = {
  /** Open editions that show what is withheld now, at least one. */
  showing: readonly Edition[];
  checked: boolean;
  onChange: (checked: boolean) => void;
};

/** A correction takes nothing out of the editions before it: whether they go too. */
export function CloseEarlier({ showing, checked, onChange }: CloseEarlierProps) {
  const one = showing.length === 1;
  return (
    <div className="grid gap-1.5 rounded-m bg-sunken px-3 py-2.5">
      <p>
        {editionsWords(showing)} still {one ? 'shows' : 'show'} what you withhold now.
      </p>
      <label className="flex min-h-6 items-baseline gap-2">
        <input type="checkbox" checked={checked} onChange={({ currentTarget }) => onChange(currentTarget.checked)} />
        <span>
          Close {one ? 'it' : 'them'} too
          <span className="block text-ink-3 text-small">
            {one ? 'Its address then answers' : 'Their addresses then answer'} as if there had never been anything. You can open{' '}
            {one ? 'it' : 'them'} again later.
          </span>
        </span>
      </label>
    </div>
  );
}
