import { useMemo } from 'react';
import type { TextOffset } from '@/lib/text/offset';
import { sentenceAt } from '@/lib/text/sentences';
import { coveredSentences } from '../session/moves';
import { useSelected, useSession, useView } from '../session/session-context';

/** More sentences than this are a texture, not a count. */
const TICKS_MAX = 40;

/** How many sentences hold a claim: one tick each, and the count in words. */
export function Meter() {
  const session = useSession();
  const { claims } = useView();
  const sentences = session.sentences();
  const covered = useMemo(() => coveredSentences(sentences, claims), [sentences, claims]);
  const count = covered.filter(Boolean).length;
  return (
    <span className="meter">
      {covered.length <= TICKS_MAX ? <Ticks covered={covered} /> : null}
      <span>
        {claims.length} {claims.length === 1 ? 'claim' : 'claims'}, {count.toLocaleString('en')} of {covered.length.toLocaleString('en')}{' '}
        sentences
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
