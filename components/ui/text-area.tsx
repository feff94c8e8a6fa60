import { type ComponentProps, type ReactNode, useId } from 'react';
import { describedBy, Field, hasContent } from './field';

type TextAreaProps = Omit<ComponentProps<'textarea'>, 'children'> & {
  label: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
  aside?: ReactNode;
};

export function TextArea({ label, hint, error, aside, id, className = '', rows = 3, ...rest }: TextAreaProps) {
  const ownId = useId();
  const inputId = id ?? ownId;
  return (
    <Field id={inputId} label={label} hint={hint} error={error} aside={aside}>
      <textarea
        id={inputId}
        rows={rows}
        className={`input ${className}`}
        aria-describedby={describedBy(inputId, hint, error)}
        aria-invalid={hasContent(error) || undefined}
        {...rest}
      />
    </Field>
  );
}
