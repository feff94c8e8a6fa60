import { useId } from 'react';
import type { Part } from '@/lib/assignments/assignment';
import { useColleagues } from './colleagues';

type PeopleFieldProps = {
  people: readonly string[];
  parts: readonly Part[];
  hint: string | null;
  error: string | null;
  onChange: (people: readonly string[]) => void;
};

/** Who has a part: everybody who is there, and those who left but have one. */
export function PeopleField({ people, parts, hint, error, onChange }: PeopleFieldProps) {
  const id = useId();
  const colleagues = useColleagues();
  const handedIn = new Set(parts.filter((part) => part.handedInAt !== null).map(({ personId }) => personId));
  const had = new Set(parts.filter(({ endedAt }) => endedAt === null).map(({ personId }) => personId));
  return (
    <fieldset aria-describedby={`${id}-hint ${id}-error`}>
      <legend className="label mb-1.5">Who</legend>
      <div className="grid max-h-52 gap-0.5 overflow-y-auto rounded-m border border-rule px-2.5 py-1.5 sm:grid-cols-2">
        {colleagues
          .filter((colleague) => !colleague.left || had.has(colleague.id) || handedIn.has(colleague.id))
          .map(({ id: personId, name, left }) => (
            <label key={personId} className="flex min-h-7 min-w-0 items-center gap-2">
              <input
                type="checkbox"
                checked={people.includes(personId)}
                disabled={handedIn.has(personId)}
                onChange={({ target }) => onChange(target.checked ? [...people, personId] : people.filter((each) => each !== personId))}
              />
              <bdi className="truncate">{name}</bdi>
              {handedIn.has(personId) ? <span className="text-ink-3 text-small">handed in</span> : null}
              {left ? <span className="text-ink-3 text-small">left</span> : null}
            </label>
          ))}
      </div>
      <p id={`${id}-hint`} className="mt-1.5 text-ink-3 text-small empty:hidden">
        {hint}
      </p>
      <p id={`${id}-error`} aria-live="polite" className="mt-1.5 text-alarm text-small empty:hidden">
        {error}
      </p>
    </fieldset>
  );
}
