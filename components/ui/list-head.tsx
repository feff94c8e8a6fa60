import type { ReactNode } from 'react';

type ListHeadProps = {
  /** Of the heading, by which the section is named. */
  id: string;
  title: string;
  /** How many there are. */
  count?: ReactNode;
  /** What else stands in the line, at its end. */
  children?: ReactNode;
};

/** The line above a list: what it is of, and how many there are. */
export function ListHead({ id, title, count, children }: ListHeadProps) {
  return (
    <div className={`flex flex-wrap ${children === undefined ? 'items-baseline' : 'items-center'} gap-x-2.5 gap-y-2 pb-2`}>
      <h2 id={id} className="font-strong">
        {title}
      </h2>
      {count === undefined ? null : <span className="mr-auto text-ink-3 text-small">{count}</span>}
      {children}
    </div>
  );
}
