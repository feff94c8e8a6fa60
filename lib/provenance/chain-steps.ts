import type { Chain } from '@/lib/attribution/chain';
import type { Link } from '@/lib/attribution/link';
import { linkName } from '@/lib/attribution/link-name';

/** A link of a chain at which somebody stands, or where the way ends, and the impersonal phrases that lead to it. */
export type Step = { readonly link: Link; readonly behind: readonly Link[] };

/**
 * The way of a claim from the article on, outermost first. An impersonal phrase with somebody behind it is no step, since
 * nobody stands there; at the end it is one. The bare voice leads to itself: nobody. Linear in the chain.
 *
 *     article <- it is known <- Reuters <- Kozak      Reuters (behind “it is known”), Kozak
 *     article <- it is noted                          it is noted
 *     article                                         article
 */
export function stepsOf(chain: Chain): readonly Step[] {
  const [voice] = chain;
  if (chain.length === 1 && voice !== undefined) return [{ link: voice, behind: NOTHING }];
  const steps: Step[] = [];
  let behind = NOTHING;
  chain.forEach((link, place) => {
    if (place === 0) return;
    if (link.sourceType === 'impersonal' && place < chain.length - 1) {
      behind = [...behind, link];
    } else {
      steps.push({ link, behind });
      behind = NOTHING;
    }
  });
  return steps;
}

const NOTHING: readonly Link[] = [];

/** The same for two links exactly when they are one node: one source, or the same words for nobody we know in one article. */
export function stepKey(link: Link, articleId: string): string {
  const { source, sourceType } = link;
  if (source !== null) return sourceKey(source.id);
  if (sourceType === 'author') return `nobody:${articleId}`;
  // The same words in another article may be other people.
  return `wording:${articleId}:${sourceType}:${linkName(link).text.toLowerCase()}`;
}

export function sourceKey(sourceId: string): string {
  return `source:${sourceId}`;
}
