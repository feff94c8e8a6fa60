import type { Chain } from './chain';
import type { Link } from './link';
import type { ChainInput, LinkInput } from './schema';

/** A chain as it is sent: sources by id, words by their range, the tagged link without what the claim's tag says. */
export function toChainInput(chain: Chain): ChainInput {
  return chain.map(toLinkInput);
}

function toLinkInput({ tagged, sourceType, source, cue, hedges, relation, stated, reading, anonymity }: Link): LinkInput {
  return {
    tagged,
    sourceType: tagged ? null : sourceType,
    source: tagged || source === null ? null : { id: source.id },
    relation,
    stated,
    reading,
    cue: cue === null ? null : { start: cue.start, end: cue.end },
    hedges: hedges.map(({ start, end, kind }) => ({ start, end, kind })),
    anonymity,
  };
}
