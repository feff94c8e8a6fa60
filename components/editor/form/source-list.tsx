import { useEffect, useRef } from 'react';
import { Kbd } from '@/components/ui/kbd';
import type { ChosenSource } from '@/lib/claims/tag-values';
import { GRADE_FACTS } from '@/lib/sources/grade';
import type { SourceKind } from '@/lib/sources/source';
import type { SourceGroup, SourceRow } from './rank-sources';

const KIND_LABELS: Readonly<Record<SourceKind, string>> = {
  person: 'person',
  organization: 'organisation',
  news_organization: 'news',
  document: 'document',
  unnamed: 'unnamed',
};

type SourceListProps = {
  id: string;
  groups: readonly SourceGroup[];
  activeKey: string | undefined;
  chosen: ChosenSource | null;
  onTake: (row: SourceRow) => void;
};

export function SourceList({ id, groups, activeKey, chosen, onTake }: SourceListProps) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (activeKey !== undefined) document.getElementById(`${id}-${activeKey}`)?.scrollIntoView({ block: 'nearest' });
  }, [id, activeKey]);
  return (
    // A browser lets Tab stop at what scrolls: the keyboard stays in the input.
    <div ref={list} id={`${id}-list`} role="listbox" aria-label="Sources" className="source-list" tabIndex={-1}>
      {groups.map((group, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two groups may have no title; their place is their name
        // biome-ignore lint/a11y/useSemanticElements: a listbox holds groups, not fieldsets
        <div key={index} role="group" aria-label={group.title === '' ? 'More' : group.title}>
          {group.title === '' ? null : (
            <div className="source-group" aria-hidden="true">
              {group.title}
            </div>
          )}
          {group.rows.map((row) => (
            <SourceOptionRow
              key={row.key}
              id={`${id}-${row.key}`}
              row={row}
              active={row.key === activeKey}
              chosen={isChosen(row, chosen)}
              onTake={onTake}
            />
          ))}
        </div>
      ))}
    </div>
  );
}

type RowProps = { id: string; row: SourceRow; active: boolean; chosen: boolean; onTake: (row: SourceRow) => void };

function SourceOptionRow({ id, row, active, chosen, onTake }: RowProps) {
  const isNew = row.choice !== null && row.choice.id === null;
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: focus stays in the input, which names the active option
    // biome-ignore lint/a11y/useKeyWithClickEvents: the input takes the keys
    <div
      id={id}
      role="option"
      aria-selected={active}
      className="source-option"
      data-new={isNew || undefined}
      data-chosen={chosen || undefined}
      // The input keeps its focus, or the list would close under the pointer.
      onPointerDown={(event) => event.preventDefault()}
      onClick={() => onTake(row)}
    >
      <span className="source-name">
        {isNew ? <span className="source-plus">New source </span> : null}
        <bdi>
          <Hit text={isNew ? `“${row.label}”` : row.label} hit={isNew ? null : row.hit} />
        </bdi>
        {row.known?.alsoKnownAs == null ? null : (
          <span className="source-alias">
            {' '}
            also known as <bdi>{row.known.alsoKnownAs}</bdi>
          </span>
        )}
      </span>
      <span className="source-aside">
        {row.known?.retracted ? <span className="source-retracted">retracted</span> : null}
        {row.known?.grade == null ? null : (
          <span className="source-grade" title={`Reliability ${row.known.grade}: ${GRADE_FACTS[row.known.grade].label.toLowerCase()}`}>
            {row.known.grade}
          </span>
        )}
        {row.choice !== null && row.choice.id !== null ? `${KIND_LABELS[row.choice.kind]}, ` : ''}
        {isNew && row.aside === 'new source' ? <NewKeys active={active} /> : row.aside}
      </span>
    </div>
  );
}

/** From the first row the new source is one press up. */
function NewKeys({ active }: { active: boolean }) {
  return (
    <span className="keys" aria-hidden="true">
      {active ? null : <Kbd>↑</Kbd>}
      <Kbd>↵</Kbd>
    </span>
  );
}

function Hit({ text, hit }: { text: string; hit: readonly [number, number] | null }) {
  if (hit === null) return text;
  return (
    <>
      {text.slice(0, hit[0])}
      <span className="source-hit">{text.slice(hit[0], hit[1])}</span>
      {text.slice(hit[1])}
    </>
  );
}

function isChosen(row: SourceRow, chosen: ChosenSource | null): boolean {
  return chosen !== null && row.choice !== null && row.choice.id === chosen.id && row.choice.name === chosen.name;
}
