import Link from 'next/link';

/** The name, with the line of an anonymous claim under its second half. On the sign-in page it leads nowhere. */
export function Wordmark({ href, large = false }: { href?: string; large?: boolean }) {
  const className = large ? 'wordmark large' : 'wordmark';
  const name = (
    <>
      Hear<span>say</span>
    </>
  );
  return href === undefined ? (
    <span className={className} translate="no">
      {name}
    </span>
  ) : (
    <Link href={href} className={className} translate="no" aria-label="Hearsay, to the desk">
      {name}
    </Link>
  );
}
