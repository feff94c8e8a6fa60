import type { ReactNode } from 'react';

type SectionProps = { id: string; title: string; aside?: ReactNode; children: ReactNode };

/** One part of the page, which its heading's id leads to. */
export function Section({ id, title, aside, children }: SectionProps) {
  return (
    <section id={id} aria-labelledby={`${id}-title`} className="sec">
      <div className="sec-head">
        <h2 id={`${id}-title`} className="display">
          <a href={`#${id}`} className="no-underline hover:underline">
            {title}
          </a>
        </h2>
        {aside === undefined ? null : <div className="text-ink-2">{aside}</div>}
      </div>
      {children}
    </section>
  );
}
