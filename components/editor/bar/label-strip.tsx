import Link from 'next/link';
import { useEffect, useState } from 'react';
import { corroborationOf, corroborationWords } from '@/lib/attribution/corroboration';
import { SOURCE_CLASS_FACTS, SOURCE_CLASSES, type SourceClass } from '@/lib/attribution/source-type';
import type { Session } from '../session/session';
import { useSession, useView } from '../session/session-context';

/**
 * The article's sourcing at a glance: how many claims of each class, and how many origins stand behind them at most. Counts
 * what is here, saved or not, a moment after it changed; leads to the whole label.
 */
export function LabelStrip() {
  const session = useSession();
  const { claims } = useView();
  const counts = session.tally.classes();
  const origins = useOrigins();
  if (claims.length === 0) return <p className="label-strip">No claims yet</p>;
  return (
    <Link
      className="label-strip"
      href={`/articles/${session.data.article.id}/sourcing`}
      title="The sourcing of this article"
      prefetch={false}
    >
      <Composition counts={counts} total={claims.length} />
      {SOURCE_CLASSES.filter((sourceClass) => counts.get(sourceClass) !== 0).map((sourceClass) => (
        <span key={sourceClass} className="strip-class" data-c={sourceClass}>
          <b aria-hidden="true">{SOURCE_CLASS_FACTS[sourceClass].letter}</b>
          <span className="sr-only">{SOURCE_CLASS_FACTS[sourceClass].label} </span>
          {counts.get(sourceClass)?.toLocaleString('en')}
        </span>
      ))}
      <span className="strip-origins">{origins}</span>
    </Link>
  );
}

/** More claims than this are looked through when the person rests. */
const AT_ONCE_MAX = 500;
const RESTED_AFTER = 500;

/** How many origins there are at most, in words. Every claim has a say in it: of many claims it is said a moment later. */
function useOrigins(): string {
  const session = useSession();
  const { claims } = useView();
  const [rested, setRested] = useState(claims.length <= AT_ONCE_MAX ? claims : null);
  const [words, setWords] = useState(() => (rested === null ? '' : originWords(session)));
  useEffect(() => {
    if (claims === rested) return;
    const say = () => {
      setRested(claims);
      setWords(originWords(session));
      // An open card asks next how many stand behind its claim, and for its flags: that is known then, too.
      session.standing().corroboration(claims[0]?.id ?? '');
      session.standing().flagContext();
    };
    if (claims.length <= AT_ONCE_MAX) {
      say();
      return;
    }
    const timer = setTimeout(say, RESTED_AFTER);
    return () => clearTimeout(timer);
  }, [session, claims, rested]);
  return words;
}

function originWords(session: Session): string {
  return corroborationWords(corroborationOf(session.standing().origins().all));
}

/** The same as one bar, each class as wide as its share. */
function Composition({ counts, total }: { counts: ReadonlyMap<SourceClass, number>; total: number }) {
  let from = 0;
  return (
    <svg className="strip-bar" aria-hidden="true" viewBox={`0 0 ${total} 1`} preserveAspectRatio="none">
      {SOURCE_CLASSES.map((sourceClass) => {
        const x = from;
        const width = counts.get(sourceClass) ?? 0;
        from += width;
        return width === 0 ? null : <rect key={sourceClass} data-c={sourceClass} x={x} y={0} width={width} height={1} />;
      })}
    </svg>
  );
}
