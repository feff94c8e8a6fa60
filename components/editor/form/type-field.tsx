import { useState } from 'react';
import { ClassBadge } from '@/components/ui/class-badge';
import { Kbd } from '@/components/ui/kbd';
import {
  SOURCE_CLASS_FACTS,
  SOURCE_CLASSES,
  SOURCE_TYPE_FACTS,
  type SourceType,
  toSourceClass,
  typesOfClass,
} from '@/lib/attribution/source-type';
import { SOURCE_TYPE_DEFINITIONS } from '@/lib/attribution/source-type-definitions';
import { useKeys } from '../use-keys';

type TypeFieldProps = {
  value: SourceType | null;
  error: string | undefined;
  /** `sure`: chosen by key or pointer rather than passed over with the arrows, so the form may move on. */
  onPick: (type: SourceType, sure: boolean) => void;
};

/** The eleven types in their six classes. Real radios: one tab stop, arrow keys for free. */
export function TypeField({ value, error, onPick }: TypeFieldProps) {
  const [pointed, setPointed] = useState<SourceType | null>(null);
  return (
    <fieldset className="form-sect" aria-describedby={error === undefined ? undefined : 'type-error'} data-field="type">
      <legend className="label">Source type</legend>
      <div className="types">
        {SOURCE_CLASSES.map((sourceClass) => (
          <div
            key={sourceClass}
            className="type-row"
            data-c={sourceClass}
            data-has={value !== null && toSourceClass(value) === sourceClass ? '' : undefined}
          >
            <span aria-hidden="true" className="contents">
              <ClassBadge c={sourceClass} letter={SOURCE_CLASS_FACTS[sourceClass].letter} label="" />
              <span className="type-class">{SOURCE_CLASS_FACTS[sourceClass].label}</span>
            </span>
            <span className="type-options">
              {typesOfClass(sourceClass).map((type) => (
                <TypeOption key={type} type={type} checked={value === type} onPick={onPick} onPoint={setPointed} />
              ))}
            </span>
          </div>
        ))}
      </div>
      <TypeHelp type={pointed ?? value} />
      <p id="type-error" className="form-error" aria-live="polite">
        {error}
      </p>
    </fieldset>
  );
}

type OptionProps = {
  type: SourceType;
  checked: boolean;
  onPick: TypeFieldProps['onPick'];
  /** It has the focus or the pointer, or null: not any more. */
  onPoint: (type: SourceType | null) => void;
};

/** What the type means, with an example, in a place that is kept for it: nothing moves as one goes through them. */
function TypeHelp({ type }: { type: SourceType | null }) {
  return (
    <p className="type-help" aria-hidden="true">
      {type === null ? null : (
        <>
          {SOURCE_TYPE_DEFINITIONS[type].definition} <q>{SOURCE_TYPE_DEFINITIONS[type].example}</q>
        </>
      )}
    </p>
  );
}

function TypeOption({ type, checked, onPick, onPoint }: OptionProps) {
  const facts = SOURCE_TYPE_FACTS[type];
  const keys = useKeys();
  const key = keys.print(`type.${type}`);
  return (
    <label onPointerEnter={() => onPoint(type)} onPointerLeave={() => onPoint(null)}>
      <input
        type="radio"
        name="source-type"
        value={type}
        checked={checked}
        aria-label={facts.label}
        aria-describedby={`type-is-${type}`}
        onFocus={() => onPoint(type)}
        onBlur={() => onPoint(null)}
        aria-keyshortcuts={keys.aria(`type.${type}`)}
        onChange={() => onPick(type, false)}
        // A click by arrow key carries no detail; a pointer's does.
        onClick={(event) => {
          if (event.detail > 0) onPick(type, true);
        }}
      />
      {key === undefined ? null : <Kbd silent>{key}</Kbd>}
      {facts.short}
      <span id={`type-is-${type}`} hidden>
        {SOURCE_TYPE_DEFINITIONS[type].definition} For example: {SOURCE_TYPE_DEFINITIONS[type].example}
      </span>
    </label>
  );
}
