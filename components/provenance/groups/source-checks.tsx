import { useId, useState } from 'react';
import { ClassBadge } from '@/components/ui/class-badge';
import { TextField } from '@/components/ui/text-field';
import { SOURCE_CLASS_FACTS, type SourceClass } from '@/lib/attribution/source-type';
import { toNameKey } from '@/lib/sources/source';
import { countOf } from '../drawn-graph';

/** A source that can be put into a group. */
export type SourceChoice = {
  readonly id: string;
  readonly name: string;
  /** How most of its claims present it; null where it has none now. */
  readonly sourceClass: SourceClass | null;
  readonly claims: number;
};

type SourceChecksProps = {
  sources: readonly SourceChoice[];
  chosen: readonly string[];
  /** The other group that holds a source already, by source id: those cannot be chosen, only taken out. */
  heldBy: ReadonlyMap<string, string>;
  error: string | undefined;
  onChange: (chosen: readonly string[]) => void;
};

/** From this many on, a list is worth narrowing. */
const WORTH_FINDING = 10;

/** Sources as check boxes: Tab and the space bar are all it needs. */
export function SourceChecks({ sources, chosen, heldBy, error, onChange }: SourceChecksProps) {
  const errorId = useId();
  const [typed, setTyped] = useState('');
  const wanted = toNameKey(typed);
  const matching = sources.filter(({ id, name }) => chosen.includes(id) || toNameKey(name).includes(wanted));

  function toggle(id: string, on: boolean): void {
    onChange(on ? [...chosen, id] : chosen.filter((other) => other !== id));
  }

  return (
    <fieldset className="grid gap-1.5" aria-describedby={errorId}>
      <legend className="mb-1.5 font-medium">
        Sources that lean on this origin <span className="font-normal text-ink-3">{chosen.length} chosen</span>
      </legend>
      {sources.length < WORTH_FINDING ? null : (
        <TextField label="Find a source" dir="auto" autoComplete="off" value={typed} onChange={(event) => setTyped(event.target.value)} />
      )}
      <div className="source-checks">
        {matching.map(({ id, name, sourceClass, claims }) => {
          const holder = heldBy.get(id);
          return (
            <label key={id}>
              <input
                type="checkbox"
                checked={chosen.includes(id)}
                disabled={holder !== undefined && !chosen.includes(id)}
                onChange={(event) => toggle(id, event.target.checked)}
              />
              {sourceClass === null ? (
                <span />
              ) : (
                <span aria-hidden="true">
                  <ClassBadge c={sourceClass} letter={SOURCE_CLASS_FACTS[sourceClass].letter} label="" />
                </span>
              )}
              <span className="min-w-0">
                <bdi className="quoted">{name}</bdi>
                <span className="text-small text-ink-3">
                  {holder === undefined ? ` ${countOf(claims, 'claim')}` : null}
                  {holder === undefined ? null : (
                    <>
                      {' '}
                      in the group <bdi>“{holder}”</bdi>
                    </>
                  )}
                </span>
              </span>
            </label>
          );
        })}
        {matching.length === 0 ? <p className="px-2 py-1.5 text-ink-3">No source of this article is called that.</p> : null}
      </div>
      <p id={errorId} aria-live="polite" className="text-small text-alarm empty:-mt-1.5">
        {error}
      </p>
    </fieldset>
  );
}
