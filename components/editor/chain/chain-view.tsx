import type { Chain } from '@/lib/attribution/chain';
import { readingAside } from '@/lib/attribution/chain-words';
import { handOf, handWords } from '@/lib/attribution/hand';
import { isOutside, type Link } from '@/lib/attribution/link';
import { hedgeFacts } from '@/lib/attribution/link-facts';
import { linkWords } from '@/lib/attribution/link-name';
import { LINK_RELATION_FACTS } from '@/lib/attribution/link-relation';
import { toSourceClass } from '@/lib/attribution/source-type';
import { strengthOf } from '@/lib/attribution/strength';

/** The chain as a list, outermost first: who, said with which words, and which link is the weakest. */
export function ChainView({ chain }: { chain: Chain }) {
  const { weakest } = strengthOf(chain);
  return (
    <ol className="chain" aria-label="Chain, outermost first">
      {chain.map((link, at) => (
        <li
          // biome-ignore lint/suspicious/noArrayIndexKey: a link is its place in the chain
          key={at}
          data-c={toSourceClass(link.sourceType)}
          data-outside={isOutside(link.stated) || undefined}
          data-weak={(chain.length > 1 && link === weakest) || undefined}
        >
          <span className="node" aria-hidden="true" />
          <span className="chain-name">
            {at === 0 ? 'The article' : <bdi>{linkWords(link)}</bdi>}
            {link.source?.retracted ? <b className="flex-none text-alarm text-small">retracted</b> : null}
            {chain.length > 1 && link === weakest ? <span className="chain-weakest">weakest</span> : null}
          </span>
          <span className="chain-how">{at === 0 ? 'own voice' : <How link={link} />}</span>
        </li>
      ))}
    </ol>
  );
}

/** The words of doubt along the chain, on one small line; nothing where there are none. */
export function ChainHedges({ chain }: { chain: Chain }) {
  const hedges = chain.flatMap((link) => hedgeFacts(link));
  return hedges.length === 0 ? null : (
    <p className="chain-hedges" dir="auto">
      Hedged: {hedges.join(', ')}
    </p>
  );
}

function How({ link }: { link: Link }) {
  const { stated, cue, relation } = link;
  const read = readingAside(link)
    .map((words) => `, ${words}`)
    .join('');
  if (isOutside(stated)) return `known from outside${read}`;
  if (cue === null) return `${LINK_RELATION_FACTS[relation].label}${read}`;
  return (
    <>
      <q dir="auto">{cue.quote}</q>
      {read}
    </>
  );
}

/** How far away the claim is and how much stands behind it, with the sentence that says why. */
export function StrengthLine({ chain }: { chain: Chain }) {
  const { value, sentence } = strengthOf(chain);
  const hand = handWords(handOf(chain));
  return (
    <p className="strength">
      <span>
        <b>{hand.charAt(0).toUpperCase() + hand.slice(1)}.</b> Strength {sentence}
      </span>
      <span className="five" aria-hidden="true">
        {[1, 2, 3, 4, 5].map((step) => (
          <i key={step} className={step <= value ? 'f' : undefined} />
        ))}
      </span>
    </p>
  );
}
