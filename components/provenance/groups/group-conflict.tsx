import { Button } from '@/components/ui/button';
import type { OriginGroup } from '@/lib/attribution/origin-group';
import { type GroupValues, toGroupValues } from './group-values';

type GroupConflictProps = {
  mine: GroupValues;
  /** Null where the other person deleted it. */
  theirs: OriginGroup | null;
  names: ReadonlyMap<string, string>;
  onKeepMine: () => void;
  onTakeTheirs: () => void;
};

/** Both versions beside each other, and the choice. Nothing is written until it is made. */
export function GroupConflict({ mine, theirs, names, onKeepMine, onTakeTheirs }: GroupConflictProps) {
  return (
    <div role="alert" className="note-alarm grid gap-3 rounded-m bg-alarm-wash px-3 py-2.5">
      <p>
        <strong className="text-alarm">Not saved.</strong>{' '}
        {theirs === null
          ? 'Somebody else deleted this group while you were editing it.'
          : 'Somebody else changed this group while you were editing it.'}
      </p>
      <div className="grid gap-4 sm:grid-cols-2">
        <Version title="Yours" values={mine} names={names} />
        {theirs === null ? null : <Version title="Theirs" values={toGroupValues(theirs)} names={names} />}
      </div>
      <div className="flex flex-wrap gap-2">
        <Button size="s" onClick={onKeepMine}>
          {theirs === null ? 'Make mine anew' : 'Keep mine'}
        </Button>
        <Button size="s" onClick={onTakeTheirs}>
          {theirs === null ? 'Let it go' : 'Take theirs'}
        </Button>
      </div>
    </div>
  );
}

function Version({ title, values, names }: { title: string; values: GroupValues; names: ReadonlyMap<string, string> }) {
  const sources = values.sourceIds.map((id) => names.get(id) ?? 'a source that is not in this article');
  return (
    <dl className="version">
      <dt className="font-strong">{title}</dt>
      <dd dir="auto">{values.name === '' ? '–' : values.name}</dd>
      <dt>Sources</dt>
      <dd dir="auto">{sources.length === 0 ? '–' : sources.join(', ')}</dd>
      <dt>Why</dt>
      <dd dir="auto">{values.reason === '' ? '–' : values.reason}</dd>
      <dt>Attested</dt>
      <dd dir="auto">{values.isAttested ? values.attested : 'no'}</dd>
    </dl>
  );
}
