import type { PersonRef } from '@/lib/kernel/person';

type CallListProps = { id: string; offers: readonly PersonRef[]; at: number; onCall: (person: PersonRef) => void };

/** Who can be called, under the field that keeps the keyboard. */
export function CallList({ id, offers, at, onCall }: CallListProps) {
  return (
    <div
      id={`${id}-people`}
      role="listbox"
      aria-label="Call somebody"
      className="grid overflow-hidden rounded-m border border-rule-2 bg-raised"
    >
      {offers.map((person, index) => (
        // The field keeps the focus; its keys choose.
        // biome-ignore lint/a11y/useFocusableInteractive: the field names the chosen one (aria-activedescendant)
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the field's
        <div
          key={person.id}
          id={`${id}-person-${index}`}
          role="option"
          aria-selected={index === at}
          className="cursor-pointer px-2.5 py-1.5 hover:bg-hover aria-selected:bg-selection"
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onCall(person)}
        >
          {index === at ? <span aria-hidden="true">› </span> : null}
          <bdi>{person.name}</bdi>
        </div>
      ))}
    </div>
  );
}
