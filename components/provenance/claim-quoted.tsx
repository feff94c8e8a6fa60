import Link from 'next/link';
import { ClassBadge } from '@/components/ui/class-badge';
import { SOURCE_CLASS_FACTS } from '@/lib/attribution/source-type';
import type { ShownClaim } from './shown-claim';

/** A claim's words under their class's line, its number and its chain; the words lead to it in the text. */
export function ClaimQuoted({ claim }: { claim: ShownClaim }) {
  const { sourceClass, number, quote, line, href } = claim;
  const { letter, label } = SOURCE_CLASS_FACTS[sourceClass];
  return (
    <>
      <p dir="auto" className="quote">
        <Link href={href} prefetch={false} className="no-underline">
          <mark data-c={sourceClass}>{quote === '' ? `C${number}` : quote}</mark>
        </Link>
      </p>
      <p className="m">
        <ClassBadge c={sourceClass} letter={letter} label={label} number={number} size="s" /> <span dir="auto">{line}</span>
      </p>
    </>
  );
}
