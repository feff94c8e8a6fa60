import type { ReactNode } from 'react';

type SectionProps = {
  id: string;
  title: string;
  aside?: ReactNode;
  /** Whether it is folded on a phone until it is asked for, by its own handle or by a link to it. */
  folds?: boolean;
  children: ReactNode;
};

/**
 * One part of the page, which its heading's id leads to. What folds stands beside its `details` and not in it: a wide window
 * shows it always, and the rule in provenance.css that folds it is for narrow ones.
 */
export function Section({ id, title, aside, folds = false, children }: SectionProps) {
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
      {folds ? (
        <details className="sec-fold" data-screen-only="">
          <summary>
            <span className="when-closed">Show</span>
            <span className="when-open">Hide</span> “{title}”
          </summary>
        </details>
      ) : null}
      {folds ? <div className="sec-body">{children}</div> : children}
    </section>
  );
}
