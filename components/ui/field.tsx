import type { ReactNode } from 'react';

type FieldProps = {
  id: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
  /** At the right end of the label's line, but after the control in the tab order: a count, a button, "optional". */
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
    <div className="grid grid-cols-[minmax(0,1fr)_auto] content-start items-baseline gap-x-3 gap-y-1.5 *:col-span-2">
      <label htmlFor={id} className="col-span-1! font-medium">
        {label}
      </label>
      {children}
      {hasContent(hint) ? (
        <p id={`${id}-hint`} className="text-small text-ink-3">
          {hint}
        </p>
      ) : null}
      <p id={`${id}-error`} aria-live="polite" className="text-small text-alarm empty:-mt-1.5">
        {hasContent(error) ? error : null}
      </p>
      {hasContent(aside) ? <div className="col-span-1! col-start-2! row-start-1">{aside}</div> : null}
    </div>
  );
}
