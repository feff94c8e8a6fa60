import { Fragment } from 'react';
import type { Chain } from '@/lib/attribution/chain';
import { glossParts } from '@/lib/attribution/chain-words';
import { nameWords } from '@/lib/attribution/link-name';

/** Who says so, through whom, on one line: “NYT › “sources” › Putin”. What the sentence does not say itself is dashed. */
export function WhoLine({ chain }: { chain: Chain }) {
  return glossParts(chain).map((part, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a link is its place
    <Fragment key={at}>
      {at === 0 ? null : <span className="text-ink-3"> › </span>}
      <bdi className="who-part" data-outside={part.outside || undefined}>
        {nameWords(part)}
      </bdi>
      {part.outside ? <span className="sr-only"> (not in the sentence)</span> : null}
    </Fragment>
  ));
}
