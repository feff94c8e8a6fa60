import { type ReactNode, useId } from 'react';

/** A part of the details under its own heading. */
export function DetailSection({ title, aside, children }: { title: string; aside?: ReactNode; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="mt-4.5 border-rule border-t pt-3">
      <div className="flex flex-wrap items-baseline gap-x-2.5">
        <h3 id={id} className="font-strong">
          {title}
        </h3>
        {aside === undefined ? null : <span className="text-ink-3 text-small">{aside}</span>}
      </div>
      <div className="mt-2">{children}</div>
    </section>
  );
}

export function Facts({ children }: { children: ReactNode }) {
  return <dl className="grid grid-cols-[86px_minmax(0,1fr)] gap-y-1.5">{children}</dl>;
}

export function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-ink-3 text-small/[20px]">{term}</dt>
      <dd className="min-w-0 break-words leading-[20px]">{children}</dd>
    </>
  );
}
