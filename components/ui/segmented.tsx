import type { ReactNode } from 'react';
import { Kbd } from './kbd';

export type Segment<Value extends string> = {
  readonly value: Value;
  readonly label: ReactNode;
  readonly shortcut?: string | undefined;
  readonly disabled?: boolean | undefined;
};

type SegmentedProps<Value extends string> = {
  legend: string;
  showLegend?: boolean;
  /** The radios' shared name: unique on the page, and the field's name in a form. */
  name: string;
  segments: readonly Segment<Value>[];
  /** With `onChange`; or `defaultValue` where a form reads it. Null: nothing chosen yet. */
  value?: Value | null | undefined;
  defaultValue?: Value | undefined;
  onChange?: ((value: Value) => void) | undefined;
};

/** One choice of a few. Real radios: arrow keys, forms and screen readers need nothing from us. */
export function Segmented<Value extends string>({
  legend,
  showLegend = false,
  name,
  segments,
  value,
  defaultValue,
  onChange,
}: SegmentedProps<Value>) {
  return (
    <fieldset>
      <legend className={showLegend ? 'label mb-1.5' : 'sr-only'}>{legend}</legend>
      <div className="seg">
        {segments.map((segment) => (
          <label key={segment.value}>
            <input
              type="radio"
              name={name}
              value={segment.value}
              disabled={segment.disabled}
              {...(value === undefined ? { defaultChecked: segment.value === defaultValue } : { checked: segment.value === value })}
              {...(onChange === undefined ? {} : { onChange: () => onChange(segment.value) })}
            />
            {segment.label}
            {segment.shortcut === undefined ? null : <Kbd silent>{segment.shortcut}</Kbd>}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
