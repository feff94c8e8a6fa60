import { ATTRIBUTION } from '@/lib/frame/en/attribution';
import type { Chain } from './chain';
import { isOutside, type Link } from './link';
import { type AttributionWords, type LinkName, linkName, linkWords } from './link-name';
import { toSourceClass } from './source-type';

/** One name of the short reading beside the text: drawn dashed when it is known from `outside` the claim's sentence. */
export type GlossPart = LinkName & { readonly outside: boolean };

/**
 * The chain on one line, outermost first:
 *
 *     article ← The New York Times (taken on trust) ← sources close to the Kremlin
 *
 * In brackets stands what the words do not show: a link known from outside, whether we read what a newspaper or a
 * document says, and that the desk has retracted a source. Nobody has anything of an anonymous source to read, so that is said of others only where we did.
 * The voice alone is “the article’s own voice”. Linear in the chain.
 */
export function chainLine(chain: Chain, words: AttributionWords = ATTRIBUTION): string {
  const parts = chainParts(chain, words);
  if (parts.length === 0) return words.types.author.unnamed;
  return [words.article, ...parts.map((part) => `${part.words}${part.asides}`)].join(words.arrow);
}

/** One name of the line, and in brackets what the words do not show, with the space before it; empty where that is nothing. */
export type ChainPart = { readonly words: string; readonly asides: string; readonly outside: boolean };

/** The line in its parts, without the article that every line begins with; none for the voice alone. the language’s arrow stands before each. Linear. */
export function chainParts(chain: Chain, words: AttributionWords = ATTRIBUTION): readonly ChainPart[] {
  return chain.slice(1).map((link) => {
    const asides = [...outsideAside(link, words), ...readingAside(link, words), ...retractedAside(link, words)];
    return { words: linkWords(link, words), asides: asides.length === 0 ? '' : ` (${asides.join(', ')})`, outside: isOutside(link.stated) };
  });
}

/** That the claim's own sentence does not say so. */
export function outsideAside({ stated }: Pick<Link, 'stated'>, words: AttributionWords = ATTRIBUTION): readonly string[] {
  return isOutside(stated) ? [words.knownFromOutside] : [];
}

/** Whether we read what a link says, where that is worth a word: see chainLine. */
export function readingAside(
  { reading, sourceType }: Pick<Link, 'reading' | 'sourceType'>,
  words: AttributionWords = ATTRIBUTION,
): readonly string[] {
  if (reading === 'read') return [words.readByUs];
  const sourceClass = toSourceClass(sourceType);
  return sourceClass === 'relay' || sourceClass === 'document' ? [words.takenOnTrust] : [];
}

/** Whether the desk has retracted the source of a link. */
export function retractedAside({ source }: Pick<Link, 'source'>, words: AttributionWords = ATTRIBUTION): readonly string[] {
  return source?.retracted ? [words.retracted] : [];
}

/**
 * The chain as the gloss beside the text has it, without the article's voice, which every chain has; the voice alone is
 * one part. Not cut, and without quotation marks (`nameWords` of link-name.ts adds them): the caller knows the room.
 *
 *     NYT › “sources” › Putin     [{ text: 'NYT', quoted: false, outside: true }, { text: 'sources', quoted: true, ... }, ...]
 */
export function glossParts(chain: Chain, words: AttributionWords = ATTRIBUTION): readonly GlossPart[] {
  const others = chain.length > 1 ? chain.slice(1) : chain;
  return others.map((link) => ({ ...linkName(link, words), outside: isOutside(link.stated) }));
}
