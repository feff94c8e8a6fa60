import { ATTRIBUTION } from '@/lib/frame/en/attribution';
import type { Frame } from '@/lib/frame/frame';
import type { Link } from './link';
import { isAnonymous } from './link';

/** The words of a language for who speaks; screens have English. */
export type AttributionWords = Frame['attribution'];

/** How a link is called in running text. `quoted` says that these are the article's own words, without their marks. */
export type LinkName = { readonly text: string; readonly quoted: boolean };

/**
 * First words of descriptions that begin with a capital only because they began a sentence. A closed list, since a
 * description may as well begin with a name (“Western sources”, “Moscow’s elite circles”).
 */
const COMMON_FIRST_WORDS =
  /^(?:an?|the|this|these|those|it|there|one|two|three|four|five|six|several|some|many|few|other|close|senior|former|current|high-ranking|unnamed|anonymous|people|persons?|sources?|insiders?|officials?|aides?|advisers?|allies|diplomats?|experts?|observers?|witnesses|military|government|diplomatic|intelligence)(?![\p{L}\p{M}\p{N}])/iu;

/** What a cue has around the words that point to somebody: “according to [sources]”, “[it is known] that”. */
const BEFORE_NAMED = /^(?:according to|as (?:reported|told|stated|noted) by|reports? (?:by|from)|per)\s+/iu;
const AFTER_NAMED = /\s+that$/iu;

/**
 * The source's name; for bare “sources” and impersonal phrases the words of the cue; else what stands in the place of
 * a source that nobody gave. A description loses the capital it had at the head of its sentence. Never cut: the caller
 * knows the room there is. Linear in the name.
 */
export function linkName(link: Link, words: AttributionWords = ATTRIBUTION): LinkName {
  const { sourceType, source, cue } = link;
  if (sourceType === 'unspecified_source' || sourceType === 'impersonal') {
    const cued = cue === null ? '' : cueWords(cue.quote);
    if (cued !== '') return { text: cued, quoted: true };
  }
  if (source === null) return { text: words.types[sourceType].unnamed, quoted: false };
  return { text: isAnonymous(sourceType) ? lowerFirst(source.name) : source.name, quoted: false };
}

/** The same as one string, the article's words in quotation marks. */
export function linkWords(link: Link, words: AttributionWords = ATTRIBUTION): string {
  return nameWords(linkName(link, words), words);
}

export function nameWords({ text, quoted }: LinkName, words: AttributionWords = ATTRIBUTION): string {
  return quoted ? words.quoted(text) : text;
}

function cueWords(quote: string): string {
  const line = quote.replace(/\s+/gu, ' ').trim();
  const named = line.replace(BEFORE_NAMED, '').replace(AFTER_NAMED, '');
  return lowerFirst(named === '' ? line : named);
}

/** Words in capitals throughout stay as they are. */
function lowerFirst(words: string): string {
  return COMMON_FIRST_WORDS.test(words) && !/^\p{Lu}{2}/u.test(words) ? words.charAt(0).toLowerCase() + words.slice(1) : words;
}
