'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { ErrorNote } from '@/components/ui/error-note';
import type { OriginGroup } from '@/lib/attribution/origin-group';
import { editGroupId, NEW_GROUP } from '../element-ids';
import { type DoubledSource, GroupCard, type GroupStanding } from './group-card';
import { GroupFormView } from './group-form';
import type { SourceChoice } from './source-checks';
import { useGroupRemoval } from './use-group-removal';

type OriginGroupsProps = {
  articleId: string;
  groups: readonly OriginGroup[];
  /** How each group stands among the article's origins, by its id. */
  standings: Readonly<Record<string, GroupStanding>>;
  /** The article's sources, most claims first. */
  sources: readonly SourceChoice[];
  canEdit: boolean;
};

/** The judgement that no data makes: which sources lean on one origin, and how we know that an origin stands apart. */
export function OriginGroups({ articleId, groups, standings, sources, canEdit }: OriginGroupsProps) {
  const router = useRouter();
  const [editing, setEditing] = useState<string | null>(null);
  const [said, setSaid] = useState('');
  const focusOn = useRef<string | null>(null);
  const removal = useGroupRemoval({
    onRemoved: () => leave(NEW_GROUP),
    onRestored: (group) => leave(editGroupId(group.id)),
    onTakenOut: saved,
    onChanged: () => router.refresh(),
  });

  // What is to have the focus may only come with the answer of the server, or go away with it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again when the list or the form has changed
  useEffect(() => {
    const element = focusOn.current === null ? null : document.getElementById(focusOn.current);
    if (element === null) return;
    focusOn.current = null;
    element.focus();
  }, [groups, editing]);

  /** `groupId` is empty for a new one. */
  function begin(groupId: string): void {
    setSaid('');
    setEditing(groupId);
  }

  function leave(to: string): void {
    focusOn.current = to;
    setEditing(null);
    router.refresh();
  }

  function saved(group: OriginGroup): void {
    setSaid(`“${group.name}” is saved.`);
    leave(editGroupId(group.id));
  }

  const names = new Map(sources.map(({ id, name }) => [id, name]));
  const form = (group: OriginGroup | null) => (
    <GroupFormView
      articleId={articleId}
      group={group}
      groups={groups}
      sources={sources}
      names={names}
      onSaved={saved}
      onLeave={() => leave(group === null ? NEW_GROUP : editGroupId(group.id))}
    />
  );
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <p role="status" className={said === '' ? 'sr-only' : 'text-small text-ink-2'}>
        {said}
      </p>
      {groups.length === 0 && editing === null ? <NoGroups /> : null}
      <ul className="group-list">
        {groups.map((group) => (
          <li key={group.id}>
            {editing === group.id ? (
              form(group)
            ) : (
              <GroupCard
                group={group}
                standing={standings[group.id]}
                names={names}
                {...(canEdit
                  ? {
                      onEdit: () => begin(group.id),
                      onRemove: () => removal.remove(group),
                      onTakeOut: (doubled: readonly DoubledSource[]) =>
                        removal.takeOut(group, new Set(doubled.map(({ sourceId }) => sourceId))),
                    }
                  : {})}
              />
            )}
          </li>
        ))}
      </ul>
      {removal.refusal === null ? null : <ErrorNote title="Not done.">{removal.refusal}</ErrorNote>}
      {removal.removed === null ? null : (
        <p className="flex flex-wrap items-center gap-2 text-ink-2">
          <span>
            <bdi>“{removal.removed.name}”</bdi> is deleted; its sources are of unknown independence.
          </span>
          <Button size="s" onClick={removal.undo}>
            Undo
          </Button>
        </p>
      )}
      {!canEdit || editing === '' ? null : (
        <p>
          <Button id={NEW_GROUP} onClick={() => begin('')} unavailable={sources.length === 0}>
            New origin group
          </Button>
        </p>
      )}
      {editing === '' ? form(null) : null}
    </div>
  );
}

function NoGroups() {
  return (
    <p className="max-w-[60ch] text-ink-2">
      No groups yet: every origin’s independence is unknown. Make a group of sources that lean on one origin, or of one source whose
      independence you can attest.
    </p>
  );
}
