import { VisuallyHidden } from './visually-hidden';

type ClassBadgeProps = {
  /** The class as `data-c` names it; it sets tint and line. */
  c: string;
  letter: string;
  /** Read out in place of the letter. */
  label: string;
  /** The claim's number, or what stands in the place of one that is not given yet. */
  number?: number | string | undefined;
  size?: 'm' | 's';
  /** The open claim: the badge is inverted. */
  on?: boolean | undefined;
  /** What it stands beside says its name. */
  silent?: boolean | undefined;
};

/** Letter cell and number cell, as a block for rows and cards. In the text itself the badge is `.tag` (badges.css). */
export function ClassBadge({ c, letter, label, number, size = 'm', on = false, silent = false }: ClassBadgeProps) {
  return (
    <span className={size === 's' ? 'cls s' : 'cls'} data-c={c} data-on={on || undefined}>
      {silent ? null : <VisuallyHidden>{number === undefined ? label : `${label}, claim ${number}`}</VisuallyHidden>}
      <b aria-hidden="true">{letter}</b>
      {number === undefined ? null : <u aria-hidden="true">{number}</u>}
    </span>
  );
}
