import NextLink from 'next/link';
import { ClassBadge } from '@/components/ui/class-badge';
import type { Chain } from '@/lib/attribution/chain';
import { handOf, handWords } from '@/lib/attribution/hand';
import { isOutside, type Link } from '@/lib/attribution/link';
import { anonymityFacts, hedgeFacts, linkFacts } from '@/lib/attribution/link-facts';
import { linkName, nameWords } from '@/lib/attribution/link-name';
import { SOURCE_CLASS_FACTS, toSourceClass } from '@/lib/attribution/source-type';
import { strengthOf } from '@/lib/attribution/strength';
import { isUnsaved } from '@/lib/claims/tag-values';
import { DetailSection, Fact, Facts } from './detail-section';

/** Who says so, from the article inwards, how far away that is, and what the weakest of them is worth. */
export function ChainList({ chain }: { chain: Chain }) {
  const { value, weakest, sentence } = strengthOf(chain);
  const start = `${value} of 5`;
  return (
    <DetailSection title="Who says so" aside={handWords(handOf(chain))}>
      <ol className="review-chain">
        {chain.map((link, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a link is its place
          <ChainLink key={at} link={link} weakest={link === weakest && chain.length > 1} />
        ))}
      </ol>
      <div className="mt-2.5">
        <Facts>
          <Fact term="Strength">
            <b>{start}</b>
            {sentence.slice(start.length)}
          </Fact>
        </Facts>
      </div>
    </DetailSection>
  );
}

function ChainLink({ link, weakest }: { link: Link; weakest: boolean }) {
  const c = toSourceClass(link.sourceType);
  const { letter, label } = SOURCE_CLASS_FACTS[c];
  const { source } = link;
  const words = nameWords(linkName(link));
  const outside = isOutside(link.stated);
  const more = [...anonymityFacts(link.anonymity), ...hedgeFacts(link)];
  return (
    <li data-outside={outside || undefined}>
      <p className="chain-link" data-outside={outside || undefined}>
        <ClassBadge c={c} letter={letter} label={label} size="s" />
        {source === null || isUnsaved(source.id) ? (
          <bdi className="quoted min-w-0 break-words text-[15px]">{words}</bdi>
        ) : (
          <NextLink
            href={`/sources/${source.id}`}
            prefetch={false}
            className="quoted min-w-0 break-words text-[15px] no-underline hover:underline"
          >
            <bdi>{words}</bdi>
          </NextLink>
        )}
      </p>
      <p className="text-ink-3 text-small">
        {linkFacts(link).join(', ')}
        {source?.retracted ? <b className="text-alarm">, retracted</b> : null}
        {link.tagged && link.sourceType !== 'author' ? ', presented as speaking' : null}
        {weakest ? <b className="text-ink-2"> · weakest link</b> : null}
      </p>
      {more.length === 0 ? null : <p className="break-words text-ink-2 text-small">{more.join(' · ')}</p>}
    </li>
  );
}
