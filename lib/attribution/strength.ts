import { ATTRIBUTION } from '@/lib/frame/en/attribution';
import type { Chain } from './chain';
import type { Link } from './link';
import { type AttributionWords, linkName, linkWords } from './link-name';

/**
 * How much stands behind a claim, from the weakest link of its chain (PRODUCT.md, “Strength 0-5”):
 *
 *     5  a document that we read; a person or organisation that saw or heard it, with nobody between
 *     4  a named person, organisation or document, directly
 *     3  a named outlet that relays it; anybody named whom we know only through another link
 *     2  not named, but how they know is said
 *     1  not named and not said how they know; bare “sources”
 *     0  nobody: impersonal, leading nowhere, or the article's own voice alone
 *
 * Computed whenever it is shown and never stored, so that it cannot disagree with its chain. A link behind the voice can
 * only lower it: each has at most what it had further out, and the lowest counts. (The voice alone has nothing to lose.)
 */
export type Strength = {
  readonly value: StrengthValue;
  /** The link that decides; among equals the outermost, since all the others are known through it. */
  readonly weakest: Link;
  /** Says which link decides, and why. */
  readonly sentence: string;
};

export type StrengthValue = 0 | 1 | 2 | 3 | 4 | 5;

type Rating = { readonly value: StrengthValue; readonly because: string };

/** A chain has its voice at least: an empty one is a bug and throws. Linear in the chain. */
export function strengthOf(chain: Chain, words: AttributionWords = ATTRIBUTION): Strength {
  const [voice, ...others] = chain;
  if (voice === undefined) throw new Error('Broken rule: a chain begins with the article’s own voice');
  let weakest = others[0] ?? voice;
  let lowest = rate(weakest, true, words);
  for (const link of others.slice(1)) {
    const rating = rate(link, false, words);
    if (rating.value < lowest.value) [weakest, lowest] = [link, rating];
  }
  return { value: lowest.value, weakest, sentence: words.strength.sentence(lowest.value, lowest.because) };
}

/** `direct`: nobody stands between the article and this link. */
function rate(link: Link, direct: boolean, words: AttributionWords): Rating {
  const { strength } = words;
  const name = linkWords(link, words);
  switch (link.sourceType) {
    case 'document':
      if (link.reading === 'read') return { value: 5, because: strength.documentRead(name) };
      return direct ? { value: 4, because: strength.documentOnTrust(name) } : { value: 3, because: strength.behindAnother(name) };
    case 'named_person':
    case 'named_organization':
      if (!direct) return { value: 3, because: strength.behindAnother(name) };
      if (link.relation === 'observes') return { value: 5, because: strength.observed(name) };
      return { value: 4, because: strength.direct(name) };
    case 'news_organization':
      return { value: 3, because: direct ? strength.relayed(name) : strength.behindAnother(name) };
    case 'anonymous_source':
    case 'unnamed_person':
    case 'unnamed_group':
      return rateUnnamed(name, link.anonymity?.basis.trim() ?? '', words);
    case 'unspecified_source':
      return { value: 1, because: strength.bare(name) };
    case 'impersonal':
      return { value: 0, because: linkName(link, words).quoted ? strength.impersonalWords(name) : strength.impersonal };
    case 'unresolved':
      return { value: 0, because: strength.unresolved };
    case 'author':
      return { value: 0, because: strength.ownVoice };
  }
}

function rateUnnamed(name: string, basis: string, { strength }: AttributionWords): Rating {
  return basis === '' ? { value: 1, because: strength.unnamed(name) } : { value: 2, because: strength.unnamedWithBasis(name, basis) };
}
