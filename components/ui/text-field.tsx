import { type ComponentProps, type ReactNode, useId } from 'react';
import { describedBy, Field, hasContent } from './field';

type TextFieldProps = Omit<ComponentProps<'input'>, 'children'> & {
  label: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
  aside?: ReactNode;
};

export function TextField({ label, hint, error, aside, id, className = '', ...rest }: TextFieldProps) {
  const ownId = useId();
  const inputId = id ?? ownId;
  return (
    <Field id={inputId} label={label} hint={hint} error={error} aside={aside}>
      <input
        id={inputId}
        className={`input ${className}`}
        aria-describedby={describedBy(inputId, hint, error)}
        aria-invalid={hasContent(error) || undefined}
        {...rest}
      />
    </Field>
  );
}
