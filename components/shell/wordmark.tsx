/** The name, with the line of an anonymous claim under its second half. */
const NAME = (
  <>
    Hear<span>say</span>
  </>
);

/** The name where it leads nowhere: on the page before one is in. */
export function Wordmark() {
  return (
    <span className="wordmark large" translate="no">
      {NAME}
    </span>
  );
}

/** The name as the way to the desk: for next/link, and for a plain link where the router may be what broke. */
export const WORDMARK_LINK = {
  href: '/',
  className: 'wordmark',
  translate: 'no',
  'aria-label': 'Hearsay, to the desk',
  children: NAME,
} as const;
