import Link from 'next/link';

type CountLinkProps = {
  count: number;
  href: string;
  /** What is counted, read out after the number. */
  of: string;
};

/** A number that opens what it counts; nothing to open where there is none. */
export function CountLink({ count, href, of }: CountLinkProps) {
  if (count === 0) return <span className="text-ink-3">0</span>;
  return (
    <Link href={href} prefetch={false}>
      {count.toLocaleString('en')}
      <span className="sr-only"> {of}</span>
    </Link>
  );
}
