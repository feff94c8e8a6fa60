import { useEffect, useRef } from 'react';
import type { SourceOption } from '@/lib/sources/source';

type SourceListProps = {
  /** The field's id: the list is `<id>-list`, its options `<id>-<source id>`. */
  id: string;
  found: readonly SourceOption[];
  active: number;
  onChoose: (source: SourceOption) => void;
};

/** The options under the source field. The focus stays in the field, which names the active one. */
export function SourceList({ id, found, active, onChoose }: SourceListProps) {
  const activeOption = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another active option is another place
  useEffect(() => {
    activeOption.current?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  return (
    // A press must not take the focus out of the field.
    <div
      id={`${id}-list`}
      role="listbox"
      aria-label="Sources"
      tabIndex={-1}
      className="pop source-pop"
      onMouseDown={(event) => event.preventDefault()}
    >
      {found.map((source, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the field takes the keys
        // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus (aria-activedescendant)
        <div
          key={source.id}
          ref={index === active ? activeOption : null}
          id={`${id}-${source.id}`}
          role="option"
          aria-selected={index === active}
          data-highlighted={index === active ? '' : undefined}
          className="pop-item"
          onClick={() => onChoose(source)}
        >
          <bdi className="min-w-0 break-words">{source.name}</bdi>
          {source.claimsHere === 0 ? null : <span className="flex-none text-ink-3 text-small">{source.claimsHere} here</span>}
        </div>
      ))}
    </div>
  );
}
