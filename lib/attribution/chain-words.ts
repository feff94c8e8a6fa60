import type { Chain } from './chain';
import { isOutside, type Link } from './link';
import { type LinkName, linkName, linkWords } from './link-name';
import { SOURCE_TYPE_FACTS, toSourceClass } from './source-type';

/** One name of the short reading beside the text: drawn dashed when it is known from `outside` the claim's sentence. */
export type GlossPart = LinkName & { readonly outside: boolean };

/** From a name to the one it has it from. */
export const ARROW = ' ← ';

/**
 * The chain on one line, outermost first:
 *
 *     article ← The New York Times (taken on trust) ← sources close to the Kremlin
 *
 * In brackets stands what the words do not show: a link known from outside, whether we read what a newspaper or a
 * document says, and that the desk has retracted a source. Nobody has anything of an anonymous source to read, so that is said of others only where we did.
 * The voice alone is “the article’s own voice”. Linear in the chain.
 */
export function chainLine(chain: Chain): string {
  const parts = chainParts(chain);
  if (parts.length === 0) return SOURCE_TYPE_FACTS.author.unnamed;
  return ['article', ...parts.map(({ words, asides }) => `${words}${asides}`)].join(ARROW);
}

/** One name of the line, and in brackets what the words do not show, with the space before it; empty where that is nothing. */
export type ChainPart = { readonly words: string; readonly asides: string; readonly outside: boolean };

/** The line in its parts, without the article that every line begins with; none for the voice alone. `ARROW` stands before each. Linear. */
export function chainParts(chain: Chain): readonly ChainPart[] {
  return chain.slice(1).map((link) => {
    const asides = [...outsideAside(link), ...readingAside(link), ...retractedAside(link)];
    return { words: linkWords(link), asides: asides.length === 0 ? '' : ` (${asides.join(', ')})`, outside: isOutside(link.stated) };
  });
}

/** That the claim's own sentence does not say so. */
export function outsideAside({ stated }: Pick<Link, 'stated'>): readonly string[] {
  return isOutside(stated) ? ['known from outside'] : [];
}

/** Whether we read what a link says, where that is worth a word: see chainLine. */
export function readingAside({ reading, sourceType }: Pick<Link, 'reading' | 'sourceType'>): readonly string[] {
  if (reading === 'read') return ['read by us'];
  const sourceClass = toSourceClass(sourceType);
  return sourceClass === 'relay' || sourceClass === 'document' ? ['taken on trust'] : [];
}

/** Whether the desk has retracted the source of a link. */
export function retractedAside({ source }: Pick<Link, 'source'>): readonly string[] {
  return source?.retracted ? ['retracted'] : [];
}

/**
 * The chain as the gloss beside the text has it, without the article's voice, which every chain has; the voice alone is
 * one part. Not cut, and without quotation marks (`nameWords` of link-name.ts adds them): the caller knows the room.
 *
 *     NYT › “sources” › Putin     [{ text: 'NYT', quoted: false, outside: true }, { text: 'sources', quoted: true, ... }, ...]
 */
export function glossParts(chain: Chain): readonly GlossPart[] {
  const others = chain.length > 1 ? chain.slice(1) : chain;
  return others.map((link) => ({ ...linkName(link), outside: isOutside(link.stated) }));
}
