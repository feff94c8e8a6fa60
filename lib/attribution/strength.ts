import type { Chain } from './chain';
import type { Link } from './link';
import { linkName, linkWords } from './link-name';

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
export function strengthOf(chain: Chain): Strength {
  const [voice, ...others] = chain;
  if (voice === undefined) throw new Error('Broken rule: a chain begins with the article’s own voice');
  let weakest = others[0] ?? voice;
  let lowest = rate(weakest, true);
  for (const link of others.slice(1)) {
    const rating = rate(link, false);
    if (rating.value < lowest.value) [weakest, lowest] = [link, rating];
  }
  return { value: lowest.value, weakest, sentence: `${lowest.value} of 5: ${lowest.because}` };
}

/** `direct`: nobody stands between the article and this link. */
function rate(link: Link, direct: boolean): Rating {
  const words = linkWords(link);
  switch (link.sourceType) {
    case 'document':
      if (link.reading === 'read') return { value: 5, because: `we have read ${words} ourselves.` };
      return direct ? { value: 4, because: `${words} is a named document, which we have not read.` } : behindAnother(words);
    case 'named_person':
    case 'named_organization':
      if (!direct) return behindAnother(words);
      if (link.relation === 'observes') return { value: 5, because: `${words} saw or heard it, with nobody between.` };
      return { value: 4, because: `${words} is named and speaks directly.` };
    case 'news_organization':
      return direct ? { value: 3, because: weakest(`${words}, a named outlet that relays it.`) } : behindAnother(words);
    case 'anonymous_source':
    case 'unnamed_person':
    case 'unnamed_group':
      return rateUnnamed(words, link.anonymity?.basis.trim() ?? '');
    case 'unspecified_source':
      return { value: 1, because: weakest(`${words}, not described at all.`) };
    case 'impersonal':
      return { value: 0, because: linkName(link).quoted ? weakest(`${words}, which names nobody.`) : 'nobody is named as knowing it.' };
    case 'unresolved':
      return { value: 0, because: 'an attribution is there, but who it points to cannot be told.' };
    case 'author':
      return { value: 0, because: 'the article says it in its own voice, and nobody else is named.' };
  }
}

function rateUnnamed(words: string, basis: string): Rating {
  if (basis === '') return { value: 1, because: weakest(`${words}, not named, and how they know is not said.`) };
  return { value: 2, because: weakest(`${words}, not named, but how they know is said: “${basis}”.`) };
}

function behindAnother(words: string): Rating {
  return { value: 3, because: weakest(`${words}, named, but known only through others.`) };
}

/** “The weakest link is sources close to …”: said this way round, nobody has to know whether they are one or several. */
function weakest(rest: string): string {
  return `the weakest link is ${rest}`;
}
