import { Button } from '@/components/ui/button';
import type { Independence, OriginGroup } from '@/lib/attribution/origin-group';
import { countOf } from '../drawn-graph';
import { editGroupId } from '../element-ids';
import { OriginState } from '../origin-state';

/** How a group stands among the origins of its article. */
export type GroupStanding = {
  readonly independence: Independence;
  readonly claims: number;
  /** Other groups that turned out to be the same origin, since a claim leans on both. */
  readonly tiedWith: readonly string[];
  /** Sources that another group holds as well, since two that were apart were merged. */
  readonly doubled: readonly DoubledSource[];
};

export type DoubledSource = { readonly sourceId: string; readonly otherGroup: string };

type GroupCardProps = {
  group: OriginGroup;
  standing: GroupStanding | undefined;
  names: ReadonlyMap<string, string>;
  onEdit?: () => void;
  onRemove?: () => void;
  onTakeOut?: (doubled: readonly DoubledSource[]) => void;
};

export function GroupCard({ group, standing, names, onEdit, onRemove, onTakeOut }: GroupCardProps) {
  const { id, name, sourceIds, reason, attested } = group;
  return (
    <article className="group-card">
      <div className="grid min-w-0 gap-1">
        <h3 className="quoted text-h3" dir="auto">
          {name}
        </h3>
        <p className="flex flex-wrap gap-x-4 text-small text-ink-2">
          {standing === undefined ? null : <OriginState state={standing.independence} />}
          {standing === undefined ? null : (
            <span>{standing.claims === 0 ? 'brings no claim to the article itself' : countOf(standing.claims, 'claim')}</span>
          )}
        </p>
        <p>
          {sourceIds.map((sourceId, at) => (
            <span key={sourceId}>
              {at === 0 ? '' : ', '}
              <bdi>{names.get(sourceId) ?? 'a source that is not in this article'}</bdi>
            </span>
          ))}
        </p>
        {reason === '' ? null : (
          <p dir="auto" className="text-ink-2">
            {reason}
          </p>
        )}
        {attested === null ? null : (
          <p className="text-ink-2">
            <b>Attested:</b> <bdi>{attested}</bdi>
          </p>
        )}
        {standing === undefined || standing.tiedWith.length === 0 ? null : (
          <p className="text-small text-ink-2">
            Counted as one origin with <bdi>{standing.tiedWith.join(', ')}</bdi>: a claim leans on both.
          </p>
        )}
        {standing === undefined ? null : <Doubled group={group} doubled={standing.doubled} names={names} onTakeOut={onTakeOut} />}
      </div>
      {onEdit === undefined || onRemove === undefined ? null : (
        <div className="flex gap-2" data-screen-only="">
          <Button id={editGroupId(id)} size="s" onClick={onEdit}>
            Edit<span className="sr-only"> {name}</span>
          </Button>
          <Button size="s" tone="quiet" onClick={onRemove}>
            Delete<span className="sr-only"> {name}</span>
          </Button>
        </div>
      )}
    </article>
  );
}

type DoubledProps = {
  group: OriginGroup;
  doubled: readonly DoubledSource[];
  names: ReadonlyMap<string, string>;
  onTakeOut: ((doubled: readonly DoubledSource[]) => void) | undefined;
};

/** A source leans on one origin of a story: after a merge that put it into two groups a person says which. */
function Doubled({ group, doubled, names, onTakeOut }: DoubledProps) {
  if (doubled.length === 0) return null;
  const all = doubled.length === group.sourceIds.length;
  return (
    <div className="grid justify-items-start gap-1.5 text-small text-alarm">
      {doubled.map(({ sourceId, otherGroup }) => (
        <p key={sourceId}>
          <bdi>“{names.get(sourceId) ?? 'A source'}”</bdi> is in <bdi>“{otherGroup}”</bdi> as well: sources that were apart were merged, so
          the two groups count as one origin.
        </p>
      ))}
      {onTakeOut === undefined ? null : all ? (
        <p>Nothing else is in this group: delete it, or take the source out of the other one.</p>
      ) : (
        <Button size="s" onClick={() => onTakeOut(doubled)}>
          Take out of “{group.name}”
        </Button>
      )}
    </div>
  );
}
