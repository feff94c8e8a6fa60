import type { ReactNode } from 'react';

type ErrorNoteProps = {
  /** What failed, as a sentence's beginning: "Not saved." */
  title: string;
  children?: ReactNode;
  /** What the person can do: buttons or links. */
  actions?: ReactNode;
  /** Read out at once. Off where the note was on the page from the start. */
  urgent?: boolean;
};

/** A failure where it happened, with what was kept and what can be done. */
export function ErrorNote({ title, children, actions, urgent = true }: ErrorNoteProps) {
  return (
    <div role={urgent ? 'alert' : 'note'} className="note-alarm grid gap-2 rounded-m bg-alarm-wash px-3 py-2.5">
      <p>
        <strong className="text-alarm">{title}</strong> {children}
      </p>
      {actions === undefined ? null : <div className="flex flex-wrap gap-2">{actions}</div>}
    </div>
  );
}
