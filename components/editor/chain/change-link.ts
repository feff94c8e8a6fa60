import { type Chain, newLink } from '@/lib/attribution/chain';
import { type Cue, isAnonymous, type Link } from '@/lib/attribution/link';
import { linkWords } from '@/lib/attribution/link-name';
import { SOURCE_TYPE_FACTS, type SourceType } from '@/lib/attribution/source-type';
import { sourceFault } from '@/lib/claims/source-fault';
import type { TextRange } from '@/lib/text/offset';

/** A new link where there is nothing to go by: in front of the tagged one a newsroom, behind it somebody by name. */
export function freshLink(chain: Chain, at: number): Link {
  const tagged = chain.findIndex((link) => link.tagged);
  return newLink({ sourceType: at <= tagged ? 'news_organization' : 'named_person', source: null });
}

/** The link with another type: what was said about it stays where the new type has a place for it. */
export function retype(link: Link, sourceType: SourceType): Link {
  const usual = newLink({ sourceType: link.sourceType, source: null }).relation === link.relation;
  return {
    ...link,
    sourceType,
    source: SOURCE_TYPE_FACTS[sourceType].source === 'none' ? null : link.source,
    relation: usual ? newLink({ sourceType, source: null }).relation : link.relation,
    anonymity: isAnonymous(sourceType) ? link.anonymity : null,
  };
}

/** What the list calls a link; a name that is still to be chosen is said so. */
export function rowName(link: Link, at: number): string {
  if (at === 0) return 'The article';
  if (link.source === null && sourceFault(link.sourceType, false) !== null) return `${SOURCE_TYPE_FACTS[link.sourceType].label}, who?`;
  return linkWords(link);
}

/** The first link that lacks the source its type asks for, or null. */
export function findNameless(chain: Chain): { readonly at: number; readonly message: string } | null {
  for (const [at, { tagged, sourceType, source }] of chain.entries()) {
    const message = tagged ? null : sourceFault(sourceType, source !== null);
    if (message !== null) return { at, message: `Link ${at}: ${message}` };
  }
  return null;
}

export function toCue(text: string, { start, end }: TextRange): Cue {
  return { start, end, quote: text.slice(start, end) };
}
