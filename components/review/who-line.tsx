import { Fragment } from 'react';
import type { Chain } from '@/lib/attribution/chain';
import { type GlossPart, glossParts } from '@/lib/attribution/chain-words';
import { nameWords } from '@/lib/attribution/link-name';

/**
 * Who says so, through whom, on one line: “NYT › “sources” › Putin”. What the sentence does not say itself is dashed. Where
 * there is no room for all, those in between are cut: who holds the statement stays to be read.
 */
export function WhoLine({ chain }: { chain: Chain }) {
  const parts = glossParts(chain);
  const before = parts.slice(0, -1);
  return (
    <span className="who-line">
      {before.length === 0 ? null : (
        <span className="who-before">
          {before.map((part, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a link is its place
            <Fragment key={at}>
              {at === 0 ? null : <Then />}
              <Part part={part} />
            </Fragment>
          ))}
        </span>
      )}
      {parts.slice(-1).map((part) => (
        <span key={part.text} className="who-last">
          {before.length === 0 ? null : <Then />}
          <Part part={part} />
        </span>
      ))}
    </span>
  );
}

function Then() {
  return <span className="text-ink-3"> › </span>;
}

function Part({ part }: { part: GlossPart }) {
  return (
    <>
      <bdi className="who-part" data-outside={part.outside || undefined}>
        {nameWords(part)}
      </bdi>
      {part.outside ? <span className="sr-only"> (not in the sentence)</span> : null}
    </>
  );
}
