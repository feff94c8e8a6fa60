import { type Anonymity, NO_ANONYMITY } from '@/lib/attribution/anonymity';
import { type Chain, newLink, plainChain } from '@/lib/attribution/chain';
import type { Link } from '@/lib/attribution/link';
import { kindForSourceType } from '@/lib/attribution/source-kind';
import type { SourceType } from '@/lib/attribution/source-type';
import type { Source } from '@/lib/sources/source';
import { toTextRange } from '@/lib/text/offset';

export function aSource(name: string, type: SourceType): Source {
  return { id: name.toLowerCase(), name, kind: kindForSourceType(type) ?? 'unnamed' };
}

/** A link of this type; with a name it has a source of that name, whose id is the name in lower case. */
export function aLink(sourceType: SourceType, name: string | null = null, different: Partial<Link> = {}): Link {
  return { ...newLink({ sourceType, source: name === null ? null : aSource(name, sourceType) }), ...different };
}

/** The article's voice and these links behind it; the first of them is tagged. */
export function chainOf(...links: readonly Link[]): Chain {
  const voice = plainChain({ sourceType: 'author', source: null })[0] as Link;
  return [{ ...voice, tagged: links.length === 0 }, ...links.map((link, at) => ({ ...link, tagged: at === 0 }))];
}

export function aCue(quote: string, start = 0) {
  return { ...toTextRange(start, start + quote.length), quote };
}

export function anonymityWith(different: Partial<Anonymity>): Anonymity {
  return { ...NO_ANONYMITY, ...different };
}

export const NYT = aLink('news_organization', 'NYT');
export const REUTERS = aLink('news_organization', 'Reuters');
export const KOZAK = aLink('named_person', 'Kozak');
export const PUTIN = aLink('named_person', 'Putin');
export const INSIDERS = aLink('anonymous_source', 'Close Kremlin insiders');
export const BARE = aLink('unspecified_source');
export const IMPERSONAL = aLink('impersonal');
export const ELITE = aLink('unnamed_group', 'Moscow’s elite circles');
