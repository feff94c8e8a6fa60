import type { ReactNode } from 'react';

type FieldProps = {
  id: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
  /** At the right end of the label's line: a count, a link, "optional". */
  aside?: ReactNode;
  children: ReactNode;
};

/** The ids that the control has to name in `aria-describedby`, the error first. */
export function describedBy(id: string, hint: ReactNode, error: ReactNode): string | undefined {
  const ids = [hasContent(error) ? `${id}-error` : '', hasContent(hint) ? `${id}-hint` : ''].filter(Boolean);
  return ids.length === 0 ? undefined : ids.join(' ');
}

export function hasContent(node: ReactNode): boolean {
  return node !== undefined && node !== null && node !== false && node !== '';
}

/** Label, control, hint and error in reading order. The error's place is live, so that it is read out when it comes. */
export function Field({ id, label, hint, error, aside, children }: FieldProps) {
  return (
    <div className="grid content-start gap-1.5">
      <div className="flex items-baseline justify-between gap-3">
        <label htmlFor={id} className="font-medium">
          {label}
        </label>
        {aside}
      </div>
      {children}
      {hasContent(hint) ? (
        <p id={`${id}-hint`} className="text-small text-ink-3">
          {hint}
        </p>
      ) : null}
      <p id={`${id}-error`} aria-live="polite" className="text-small text-alarm empty:-mt-1.5">
        {hasContent(error) ? error : null}
      </p>
    </div>
  );
}
