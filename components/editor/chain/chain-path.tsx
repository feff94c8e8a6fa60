import { glossParts } from '@/lib/attribution/chain-words';
import { nameWords } from '@/lib/attribution/link-name';
import type { ShownClaim } from '../outbox/overlay';
import { chainName } from '../shown-claim';

/** Names up to so many characters are left whole while longer ones give way. */
const SHORT_MAX = 10;

/** “The” before a name says nothing where there is room for a few letters. */
const ARTICLE = /^The (?=\p{Lu})/u;

/** Who says so on one short line, `NYT › “sources” › Putin`. Long names are cut to the room there is; what is known from outside is dashed. */
export function ChainPath({ claim }: { claim: Pick<ShownClaim, 'chain' | 'source'> }) {
  const parts = glossParts(claim.chain);
  const nobody = claim.source === null && parts.length === 1;
  return (
    <span className="path" title={chainName(claim)} data-nobody={nobody || undefined}>
      {parts.map((part, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a part is its place in the chain
        <span key={at} className="path-part" data-short={part.text.length <= SHORT_MAX || undefined}>
          {at === 0 ? null : <span className="path-sign">›</span>}
          <bdi data-outside={part.outside || undefined}>{parts.length === 1 ? nameWords(part) : nameWords(part).replace(ARTICLE, '')}</bdi>
        </span>
      ))}
    </span>
  );
}
