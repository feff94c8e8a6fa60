import { type KeyboardEvent, type ReactNode, useId } from 'react';

// The dense fields of panels: a name on the left, the control on the right.

type ChoiceFieldProps<Value extends string> = {
  label: string;
  value: Value;
  options: readonly { readonly value: Value; readonly label: string }[];
  onChange: (value: Value) => void;
  /** The value a key picks while the field has the focus, or null. */
  valueOfKey?: (event: globalThis.KeyboardEvent) => Value | null;
  /** The one that has the keyboard when the panel opens. */
  first?: boolean;
};

export function ChoiceField<Value extends string>({ label, value, options, onChange, valueOfKey, first = false }: ChoiceFieldProps<Value>) {
  const id = useId();
  const onKeyDown = (event: KeyboardEvent) => {
    const picked = valueOfKey?.(event.nativeEvent) ?? null;
    if (picked === null) return;
    event.preventDefault();
    event.stopPropagation();
    onChange(picked);
  };
  return (
    <FieldRow id={id} label={label}>
      <select
        id={id}
        className="input mini"
        value={value}
        data-first={first || undefined}
        onChange={(event) => onChange(event.target.value as Value)}
        onKeyDown={valueOfKey === undefined ? undefined : onKeyDown}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </FieldRow>
  );
}

type LineFieldProps = {
  label: string;
  value: string;
  max: number;
  onChange: (value: string) => void;
  placeholder?: string;
  error?: string | undefined;
  type?: 'text' | 'url' | 'date' | 'number';
  first?: boolean;
};

export function LineField({ label, value, max, onChange, placeholder, error, type = 'text', first = false }: LineFieldProps) {
  const id = useId();
  return (
    <FieldRow id={id} label={label} error={error}>
      <input
        id={id}
        type={type}
        className="input mini"
        dir={type === 'text' ? 'auto' : undefined}
        maxLength={type === 'text' || type === 'url' ? max : undefined}
        autoComplete="off"
        placeholder={placeholder}
        value={value}
        data-first={first || undefined}
        aria-invalid={error !== undefined || undefined}
        aria-describedby={error === undefined ? undefined : `${id}-error`}
        onChange={(event) => onChange(event.target.value)}
      />
    </FieldRow>
  );
}

export function LongField({
  label,
  value,
  max,
  onChange,
}: {
  label: string;
  value: string;
  max: number;
  onChange: (value: string) => void;
}) {
  const id = useId();
  return (
    <FieldRow id={id} label={label}>
      <textarea
        id={id}
        className="input mini"
        rows={2}
        dir="auto"
        maxLength={max}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </FieldRow>
  );
}

function FieldRow({ id, label, error, children }: { id: string; label: string; error?: string | undefined; children: ReactNode }) {
  return (
    <div className="field-row">
      <label htmlFor={id}>{label}</label>
      <div>
        {children}
        {error === undefined ? null : (
          <p id={`${id}-error`} className="form-error">
            {error}
          </p>
        )}
      </div>
    </div>
  );
}

/** The options of a closed set, in its order. `none` is what stands first for no choice. */
export function optionsOf<Value extends string>(
  values: readonly Value[],
  labelOf: (value: Value) => string,
): readonly { readonly value: Value; readonly label: string }[] {
  return values.map((value) => ({ value, label: labelOf(value) }));
}
