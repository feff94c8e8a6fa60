import type { TextOffset } from '@/lib/text/offset';
import { sentenceAt } from '@/lib/text/sentences';
import { useSelected, useSentences, useSession, useView } from '../session/session-context';

/** More sentences than this are a texture, not a count. */
const TICKS_MAX = 40;

/** How many sentences hold a claim: one tick each, and the count in words. */
export function Meter() {
  const session = useSession();
  const { claims } = useView();
  const sentences = useSentences();
  const said = `${claims.length.toLocaleString('en')} ${claims.length === 1 ? 'claim' : 'claims'}`;
  if (sentences === null) return <span className="meter">{said}</span>;
  const { counts, some } = session.tally.covered();
  return (
    <span className="meter">
      {counts.length <= TICKS_MAX ? <Ticks covered={Array.from(counts, (count) => count > 0)} /> : null}
      <span>
        {said}, {some.toLocaleString('en')} of {counts.length.toLocaleString('en')} sentences
      </span>
    </span>
  );
}

function Ticks({ covered }: { covered: readonly boolean[] }) {
  const session = useSession();
  const { anchor, head } = useSelected();
  const here = sentenceAt(session.sentences(), Math.min(anchor, head) as TextOffset);
  return (
    <span className="ticks" aria-hidden="true">
      {covered.map((has, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the ticks are the sentences' places
        <i key={index} className={index === here ? 'now' : has ? undefined : 'o'} />
      ))}
    </span>
  );
}
